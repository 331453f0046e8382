package org.normscape.probe.direction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.normscape.check.Numbers;
import org.normscape.ir.TensorType;

class GranularityTest {

  private static final Offset<Double> TIGHT = within(1e-12);
  private static final TensorType FILTERS = TensorType.float64(2, 2, 3, 4);

  private static double[] normalized(Granularity granularity, TensorType type) {
    return Numbers.run(
            List.of(type, type),
            in -> List.of(granularity.normalize(in.get(0), in.get(1))),
            List.of(Numbers.normal(type, "d"), Numbers.normal(type, "w")))
        .get(0);
  }

  private static double norm(double[] values, int first, int stride) {
    double sum = 0;
    for (int i = first; i < values.length; i += stride) {
      sum += values[i] * values[i];
    }
    return Math.sqrt(sum);
  }

  @Test
  void eachFilterHasTheNormOfTheFilterOfTheNetwork() {
    double[] d = normalized(Granularity.FILTER, FILTERS);
    double[] w = Numbers.normal(FILTERS, "w");
    for (int filter = 0; filter < 4; filter++) {
      assertThat(norm(d, filter, 4)).isCloseTo(norm(w, filter, 4), TIGHT);
    }
  }

  @Test
  void eachLayerHasTheNormOfTheLayer() {
    double[] d = normalized(Granularity.LAYER, FILTERS);
    double[] w = Numbers.normal(FILTERS, "w");
    assertThat(norm(d, 0, 1)).isCloseTo(norm(w, 0, 1), TIGHT);
    assertThat(norm(d, 0, 4)).isNotCloseTo(norm(w, 0, 4), within(1e-3));
  }

  @Test
  void aBiasIsOnePart() {
    TensorType bias = TensorType.float64(7);
    assertThat(norm(normalized(Granularity.FILTER, bias), 0, 1))
        .isCloseTo(norm(Numbers.normal(bias, "w"), 0, 1), TIGHT);
  }

  @Test
  void eachWeightIsMultipliedWithItsSize() {
    double[] d = normalized(Granularity.WEIGHT, FILTERS);
    double[] drawn = Numbers.normal(FILTERS, "d");
    double[] w = Numbers.normal(FILTERS, "w");
    for (int i = 0; i < d.length; i++) {
      assertThat(d[i]).isEqualTo(drawn[i] * Math.abs(w[i]));
    }
  }
}
