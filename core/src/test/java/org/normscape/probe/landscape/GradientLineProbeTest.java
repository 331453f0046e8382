package org.normscape.probe.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.Backends;
import org.normscape.backend.Numerics;
import org.normscape.ir.TensorType;
import org.normscape.nn.Role;
import org.normscape.nn.Statistics;
import org.normscape.objective.Point;
import org.normscape.params.Parameters;
import org.normscape.probe.Bowl;

/** On {@code L(x, y) = ½ (a x² + b y²)} everything the probe measures has a closed form. */
class GradientLineProbeTest {

  private static final double A = 3;
  private static final double B = 0.5;
  private static final double X = 2;
  private static final double Y = -4;
  private static final Offset<Double> TIGHT = within(1e-12);

  private final Backend backend = Backends.open("reference");
  private final TensorType scalar = TensorType.float64();
  private final Point<Array> point =
      new Point<>(
          Parameters.of("x", backend.array(scalar, X)).and("y", backend.array(scalar, Y)),
          Parameters.none());
  private final Parameters<Array> gradient =
      Parameters.of("x", backend.array(scalar, A * X)).and("y", backend.array(scalar, B * Y));
  private final Parameters<Array> batch =
      Parameters.of("curvature", backend.array(TensorType.float64(2), A, B));

  @AfterEach
  void close() {
    backend.close();
  }

  private GradientLine measure(List<Double> stepLengths, Role... roles) {
    try (GradientLineProbe probe =
        new GradientLineProbe(
            backend,
            Numerics.PRECISE,
            new Bowl(),
            (path, spec) -> List.of(roles).contains(spec.role()),
            Statistics.BATCH_FROZEN_RUNNING)) {
      return probe.measure(point, loss(X, Y), gradient, batch, stepLengths);
    }
  }

  private static double loss(double x, double y) {
    return 0.5 * (A * x * x + B * y * y);
  }

  @Test
  void measuresTheClosedFormsOfAQuadratic() {
    double gx = A * X;
    double gy = B * Y;
    double norm = Math.hypot(gx, gy);
    GradientLine line = measure(List.of(0.1, 0.4, -0.2), Role.WEIGHT, Role.BIAS);

    assertThat(line.gradientNorm()).isCloseTo(norm, TIGHT);
    assertThat(line.directions()).containsExactly("x", "y");
    for (LinePoint at : line.points()) {
      double e = at.stepLength();
      double hx = A * (X - e * gx);
      double hy = B * (Y - e * gy);
      double difference = Math.abs(e) * Math.hypot(A * gx, B * gy);
      assertThat(at.loss()).isCloseTo(loss(X - e * gx, Y - e * gy), TIGHT);
      assertThat(at.gradientDifference()).isCloseTo(difference, TIGHT);
      assertThat(at.gradientNorm()).isCloseTo(Math.hypot(hx, hy), TIGHT);
      assertThat(at.relativeDifference()).isCloseTo(difference / norm, TIGHT);
      assertThat(at.cosine()).isCloseTo((hx * gx + hy * gy) / (Math.hypot(hx, hy) * norm), TIGHT);
      assertThat(at.effectiveSmoothness()).isCloseTo(Math.hypot(A * gx, B * gy) / norm, TIGHT);
    }
    assertThat(line.effectiveSmoothness()).isCloseTo(Math.hypot(A * gx, B * gy) / norm, TIGHT);
    assertThat(line.gradientDifferenceBand().width())
        .isCloseTo(0.3 * Math.hypot(A * gx, B * gy), TIGHT);
  }

  @Test
  void movesOnlyWhatIsInTheDirection() {
    GradientLine line = measure(List.of(0.25), Role.WEIGHT);
    assertThat(line.directions()).containsExactly("x");
    assertThat(line.gradientNorm()).isCloseTo(A * X, TIGHT);
    assertThat(line.points().get(0).loss()).isCloseTo(loss(X - 0.25 * A * X, Y), TIGHT);
    assertThat(line.effectiveSmoothness()).isCloseTo(A, TIGHT);
  }

  @Test
  void theExampleOfTheDocumentation() {
    List<Double> printed = new ArrayList<>();
    try (GradientLineProbe probe = new GradientLineProbe(backend, Numerics.PRECISE, new Bowl())) {
      GradientLine line = probe.measure(point, batch, List.of(0.05, 0.1, 0.2));
      printed.add(line.effectiveSmoothness());
    }
    double expected = Math.hypot(A * A * X, B * B * Y) / Math.hypot(A * X, B * Y);
    assertThat(printed).singleElement().satisfies(b -> assertThat(b).isCloseTo(expected, TIGHT));
  }

  @Test
  void changesNothingItWasGiven() {
    measure(List.of(0.1, 0.2), Role.WEIGHT, Role.BIAS);
    assertThat(point.parameters().map(Array::toScalar).values()).containsExactly(X, Y);
    assertThat(gradient.map(Array::toScalar).values()).containsExactly(A * X, B * Y);
    assertThat(batch.get("curvature").toDoubles()).containsExactly(A, B);
  }

  @Test
  void refusesADirectionOfNothingAndAStepOfZero() {
    assertThatThrownBy(() -> measure(List.of(0.1)))
        .hasMessage(
            "GradientLineProbe: at least one parameter must be in the direction, but none of [x, y] is. To fix: choose some.");
    assertThatThrownBy(() -> measure(List.of(0.1, 0.0), Role.WEIGHT))
        .hasMessageContaining("step lengths must not be 0 in f64");
  }
}
