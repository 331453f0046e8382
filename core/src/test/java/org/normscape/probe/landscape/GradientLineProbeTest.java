package org.normscape.probe.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
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

/** On {@code L(x, y) = ½ (a x² + b y²)} everything the probe measures has a closed form. */
class GradientLineProbeTest {

  private static final double A = 3;
  private static final double B = 0.5;
  private static final double X = 2;
  private static final double Y = -4;
  private static final Offset<Double> TIGHT = within(1e-12);

  private record Bowl() implements Objective {
    @Override
    public DType dtype() {
      return DType.FLOAT64;
    }

    @Override
    public Parameters<ParameterSpec> parameters() {
      return Parameters.of("x", spec(Role.WEIGHT)).and("y", spec(Role.BIAS));
    }

    private static ParameterSpec spec(Role role) {
      return new ParameterSpec(Shape.SCALAR, role, (shape, random) -> new double[shape.size()]);
    }

    @Override
    public Parameters<ParameterSpec> state() {
      return Parameters.none();
    }

    @Override
    public Parameters<TensorType> batch() {
      return Parameters.of("curvature", TensorType.float64(2));
    }

    @Override
    public Evaluation evaluate(
        Point<Tensor> point, Parameters<Tensor> batch, Statistics statistics) {
      Tensor x = point.parameters().get("x");
      Tensor y = point.parameters().get("y");
      Tensor a = batch.get("curvature").slice(0, 0, 1).reshape(Shape.SCALAR);
      Tensor b = batch.get("curvature").slice(0, 1, 2).reshape(Shape.SCALAR);
      Tensor loss = a.times(x).times(x).plus(b.times(y).times(y)).times(0.5);
      return new Evaluation(loss, loss, Parameters.none(), Parameters.none());
    }
  }

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
