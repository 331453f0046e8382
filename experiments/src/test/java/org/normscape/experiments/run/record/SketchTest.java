package org.normscape.experiments.run.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.normscape.backend.Array;
import org.normscape.ir.TensorType;
import org.normscape.params.Parameters;
import org.normscape.random.RandomStream;
import org.normscape.reference.ReferenceBackend;

/** Distances from sketches, held against the distances themselves. */
final class SketchTest {

  private static final int COUNT = 20_000;

  private static double[] normal(String name, double deviation) {
    return RandomStream.of(1, name).normal(COUNT, deviation);
  }

  private static Parameters<Array> parameters(double[] values) {
    ReferenceBackend backend = new ReferenceBackend();
    double[] first = Arrays.copyOfRange(values, 0, COUNT / 4);
    double[] rest = Arrays.copyOfRange(values, COUNT / 4, COUNT);
    return Parameters.of("weight", backend.array(TensorType.float64(COUNT / 4), first))
        .and("bias", backend.array(TensorType.float64(COUNT - COUNT / 4), rest));
  }

  private static double norm(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value * value;
    }
    return Math.sqrt(sum);
  }

  @Test
  void distancesAreKeptWithinAFewPercent() {
    double[] point = normal("point", 1);
    Sketch sketch = new Sketch();
    List<Double> there = sketch.of(parameters(point));
    assertThat(there).hasSize(Sketch.SIZE);
    assertThat(Sketch.norm(there)).isCloseTo(norm(point), withinPercentage(15));
    for (double deviation : List.of(1.0, 1e-3, 1e-9)) {
      double[] step = normal("step " + deviation, deviation);
      double[] moved = point.clone();
      for (int i = 0; i < COUNT; i++) {
        moved[i] += step[i];
      }
      assertThat(Sketch.distance(there, sketch.of(parameters(moved))))
          .as("deviation %s", deviation)
          .isCloseTo(norm(step), withinPercentage(15));
    }
  }

  @Test
  void equalParametersHaveEqualSketches() {
    double[] point = normal("point", 1);
    assertThat(new Sketch().of(parameters(point))).isEqualTo(new Sketch().of(parameters(point)));
  }
}
