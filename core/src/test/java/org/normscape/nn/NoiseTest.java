package org.normscape.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.normscape.ir.Shape;
import org.normscape.params.Parameters;
import org.normscape.random.RandomStream;

class NoiseTest {

  private static final NoiseSpec NORMAL =
      new NoiseSpec(Shape.of(3, 5), NoiseDistribution.STANDARD_NORMAL);
  private static final NoiseSpec UNIFORM =
      new NoiseSpec(Shape.of(7), NoiseDistribution.UNIT_UNIFORM);
  private static final Parameters<NoiseSpec> SPECS =
      Parameters.of("block1.norm", NORMAL).and("norm", UNIFORM);

  private static double[] draw(String path, NoiseSpec spec, long seed, int step) {
    return Noise.draw(Parameters.of(path, spec), seed, step).get(path);
  }

  @Test
  void isDrawnFromAStreamOfItsOwn() {
    assertThat(Noise.draw(SPECS, 5, 12).get("block1.norm"))
        .containsExactly(RandomStream.of(5, "noise/step-12/block1.norm").normal(15, 1));
    assertThat(Noise.draw(SPECS, 5, 12).get("norm"))
        .containsExactly(RandomStream.of(5, "noise/step-12/norm").uniform(7, 0, 1));
  }

  @Test
  void dependsOnSeedStepAndPathAlone() {
    double[] drawn = draw("a", NORMAL, 1, 2);
    assertThat(draw("a", NORMAL, 1, 2)).containsExactly(drawn);
    assertThat(Noise.draw(SPECS.and("a", NORMAL), 1, 2).get("a")).containsExactly(drawn);
    assertThat(draw("b", NORMAL, 1, 2)).isNotEqualTo(drawn);
    assertThat(draw("a", NORMAL, 2, 2)).isNotEqualTo(drawn);
    assertThat(draw("a", NORMAL, 1, 3)).isNotEqualTo(drawn);
  }

  @Test
  void isTheSameOnAnyNumberOfThreads() {
    List<double[]> alone =
        IntStream.range(0, 50).mapToObj(step -> draw("a", NORMAL, 3, step)).toList();
    List<double[]> together =
        IntStream.range(0, 50).parallel().mapToObj(step -> draw("a", NORMAL, 3, step)).toList();
    for (int step = 0; step < alone.size(); step++) {
      assertThat(together.get(step)).containsExactly(alone.get(step));
    }
  }

  /** A mean is off by more than 4 σ/√n once in 16,000 seeds. */
  @ParameterizedTest
  @EnumSource
  void hasTheMomentsOfItsDistribution(NoiseDistribution distribution) {
    boolean isNormal = distribution == NoiseDistribution.STANDARD_NORMAL;
    double mean = isNormal ? 0 : 0.5;
    double variance = isNormal ? 1 : 1.0 / 12;
    double[] drawn = draw("a", new NoiseSpec(Shape.of(20_000), distribution), 3, 0);
    assertThat(Arrays.stream(drawn).average().orElseThrow())
        .isCloseTo(mean, within(4 * Math.sqrt(variance / drawn.length)));
    assertThat(Arrays.stream(drawn).map(x -> (x - mean) * (x - mean)).average().orElseThrow())
        .isCloseTo(variance, within(0.05 * variance));
  }
}
