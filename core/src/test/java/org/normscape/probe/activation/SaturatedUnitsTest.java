package org.normscape.probe.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.Backends;
import org.normscape.backend.Numerics;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.nn.ParameterSpec;
import org.normscape.nn.Role;
import org.normscape.nn.Statistics;
import org.normscape.objective.Evaluation;
import org.normscape.objective.Objective;
import org.normscape.objective.Point;
import org.normscape.params.Parameters;
import org.normscape.probe.ProbeSession;
import org.normscape.probe.ProbedBatch;
import org.normscape.probe.Reading;
import org.normscape.probe.Site;
import org.normscape.probe.when.AtStart;

/** On {@code tanh(w x)} over a batch of four examples of three channels. */
class SaturatedUnitsTest {

  /** The second channel is far out at both ends, the third at one. */
  private static final double[] INPUT = {0.1, 9, 8, -0.3, -7, 9, 0.2, 8, 7, -7, -9, 8};

  private record Squashed(DType dtype) implements Objective {

    @Override
    public Parameters<ParameterSpec> parameters() {
      return Parameters.of(
          "w", new ParameterSpec(Shape.SCALAR, Role.WEIGHT, (shape, random) -> new double[] {1}));
    }

    @Override
    public Parameters<ParameterSpec> state() {
      return Parameters.none();
    }

    @Override
    public Parameters<TensorType> batch() {
      return Parameters.of("input", new TensorType(dtype, Shape.of(4, 3)));
    }

    @Override
    public Evaluation evaluate(
        Point<Tensor> point, Parameters<Tensor> batch, Statistics statistics) {
      Tensor a = batch.get("input").scaledBy(point.parameters().get("w")).tanh();
      return new Evaluation(
          a.sum(),
          a,
          Parameters.none(),
          Parameters.none(),
          Parameters.none(),
          Parameters.of("squashed", a));
    }
  }

  private static List<Reading> measure(double margin, double scale) {
    Objective objective = new Squashed(DType.FLOAT64);
    try (Backend backend = Backends.open("reference");
        ProbeSession session =
            new ProbeSession(
                new SaturatedUnits(new AtStart(), ".*", Statistics.BATCH, margin, ProbedBatch.STEP),
                Site.of(backend, Numerics.PRECISE, objective))) {
      double[] input = INPUT.clone();
      for (int i = 0; i < input.length; i++) {
        input[i] *= scale;
      }
      Parameters<Array> batch = objective.batch().map(type -> backend.array(type, input));
      Point<Array> point = objective.initialPoint(backend, 1);
      try {
        return session.measure(point, batch).readings();
      } finally {
        point.values().forEach(Array::close);
        batch.values().forEach(Array::close);
      }
    }
  }

  /** Of twelve, nine lie at the ends; scaled down to a line, the largest two and the least. */
  @ParameterizedTest
  @CsvSource({"0.01, 1, 9, 2", "0.01, 1e-6, 3, 0"})
  void countsWhatLiesAtTheEnds(double margin, double scale, int elements, int units) {
    List<Reading> readings = measure(margin, scale);
    assertThat(readings)
        .extracting(Reading::metric)
        .containsExactly("saturated_share/squashed", "saturated_units/squashed");
    assertThat(readings.get(0).value()).isCloseTo(elements / 12.0, within(1e-15));
    assertThat(readings.get(1).value()).isCloseTo(units / 3.0, within(1e-15));
  }

  @Test
  void aMarginThatIsNoneIsRefused() {
    assertThatThrownBy(
            () -> new SaturatedUnits(new AtStart(), ".*", Statistics.BATCH, 0.5, ProbedBatch.STEP))
        .hasMessageContaining("margin must be greater than 0 and less than 0.5");
    assertThatThrownBy(
            () -> new SaturatedUnits(new AtStart(), "(", Statistics.BATCH, 0.1, ProbedBatch.STEP))
        .hasMessageContaining("layers");
  }
}
