package org.normscape.norm.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.normscape.check.Numbers;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.ir.TensorType;
import org.normscape.nn.Call;
import org.normscape.nn.Statistics;
import org.normscape.norm.Affine;
import org.normscape.params.Parameters;

/** Division by the standard deviation of the channels. */
class SimpleNormTest {

  private static final SimpleNorm PLAIN = new SimpleNorm(0.5, Affine.WITHOUT);

  private static double[] normed(SimpleNorm norm, double... channels) {
    TensorType type = new TensorType(DType.FLOAT64, Shape.of(1, channels.length));
    return Numbers.run(
            List.of(type),
            in ->
                List.of(
                    norm.apply(
                            Call.of(Parameters.none(), Parameters.none(), Statistics.BATCH),
                            in.get(0))
                        .output()),
            List.of(channels))
        .get(0);
  }

  @Test
  void divides_by_the_unbiased_deviation_and_keeps_the_mean() {
    double[] x = {1, 2, 4, 9};
    // mean 4, squares 9 + 4 + 0 + 25 = 38, over 3
    double deviation = Math.sqrt(38 / 3.0 + 0.5);
    assertThat(normed(PLAIN, x))
        .containsExactly(Arrays.stream(x).map(v -> v / deviation).toArray(), within(1e-14));
  }

  @Test
  void does_not_see_the_scale_of_its_input() {
    SimpleNorm norm = new SimpleNorm(0, Affine.WITHOUT);
    assertThat(normed(norm, 300, -100, 700)).containsExactly(normed(norm, 3, -1, 7), within(1e-14));
  }

  @ParameterizedTest
  @EnumSource(Statistics.class)
  void has_the_right_derivatives(Statistics statistics) {
    SimpleNorm norm = new SimpleNorm(0.1, Affine.WITH);
    for (Shape input : List.of(Shape.of(6, 4), Shape.of(2, 3, 2, 4), Shape.of(1, 2))) {
      Numbers.checkDerivatives(norm, input, statistics);
    }
  }

  @Test
  void one_channel_has_no_variance() {
    assertThatThrownBy(() -> new SimpleNorm().parameters(Shape.of(3, 1)))
        .hasMessageContaining("two channels at least")
        .hasMessageContaining("RmsNorm");
  }
}
