package org.normscape.probe.curvature.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.normscape.probe.Trial.A;
import static org.normscape.probe.Trial.B;
import static org.normscape.probe.Trial.RATE;
import static org.normscape.probe.Trial.X;
import static org.normscape.probe.Trial.Y;
import static org.normscape.probe.Trial.bowl;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.normscape.ir.DType;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.nn.ParameterSpec;
import org.normscape.nn.Statistics;
import org.normscape.objective.Evaluation;
import org.normscape.objective.Objective;
import org.normscape.objective.Point;
import org.normscape.optim.Descent;
import org.normscape.optim.Sgd;
import org.normscape.params.Parameters;
import org.normscape.probe.Bowl;
import org.normscape.probe.ProbedLoss;
import org.normscape.probe.Trial;
import org.normscape.probe.curvature.TopEigenvector;
import org.normscape.probe.direction.Passes;
import org.normscape.probe.direction.StepScale;
import org.normscape.probe.grid.Listed;
import org.normscape.probe.line.Line;
import org.normscape.probe.line.LineProfile;
import org.normscape.probe.when.AtStart;

class SharpnessGradientTest {

  private static final double C = 0.3;
  private static final double D = 0.2;

  /** {@code ½ (a x² + b y²) + c x² y² + d x³}. */
  private record Bent(Bowl bowl) implements Objective {

    @Override
    public DType dtype() {
      return bowl.dtype();
    }

    @Override
    public Parameters<ParameterSpec> parameters() {
      return bowl.parameters();
    }

    @Override
    public Parameters<ParameterSpec> state() {
      return bowl.state();
    }

    @Override
    public Parameters<TensorType> batch() {
      return bowl.batch();
    }

    @Override
    public Evaluation evaluate(
        Point<Tensor> point, Parameters<Tensor> batch, Statistics statistics) {
      Tensor x = point.parameters().get("x");
      Tensor y = point.parameters().get("y");
      Tensor xx = x.times(x);
      return bowl.evaluate(point, batch, statistics)
          .plus("bent", xx.times(y).times(y).times(C).plus(xx.times(x).times(D)));
    }
  }

  /** The larger eigenvalue of the Hessian, in closed form. */
  private static double sharpness(double x, double y) {
    double xx = A + 2 * C * y * y + 6 * D * x;
    double yy = B + 2 * C * x * x;
    double xy = 4 * C * x * y;
    return (xx + yy) / 2 + Math.hypot((xx - yy) / 2, xy);
  }

  @Test
  void theGradientOfTheSharpnessIsThatOfItsClosedForm() {
    double h = 1e-5;
    double sx = (sharpness(X + h, Y) - sharpness(X - h, Y)) / (2 * h);
    double sy = (sharpness(X, Y + h) - sharpness(X, Y - h)) / (2 * h);
    double gx = A * X + 2 * C * X * Y * Y + 3 * D * X * X;
    double gy = B * Y + 2 * C * X * X * Y;
    Trial bent =
        new Trial(
            new Bent(new Bowl()),
            new Descent(new Sgd(), RATE),
            Parameters.of("x", new double[] {X}).and("y", new double[] {Y}),
            Parameters.none(),
            Parameters.of("curvature", new double[] {A, B}),
            Parameters.of("curvature", new double[] {1, 2}));
    try (bent) {
      Sharpening found = (Sharpening) bent.measure(new SharpnessGradient());
      assertThat(found.sharpness()).isCloseTo(sharpness(X, Y), within(1e-9));
      assertThat(found.sharpnessGradient()).isCloseTo(Math.hypot(sx, sy), within(1e-6));
      assertThat(found.progressiveSharpening()).isCloseTo(-gx * sx - gy * sy, within(1e-5));
      double across = found.selfStabilization() + found.along() * found.along();
      assertThat(across).isCloseTo(sx * sx + sy * sy, within(1e-5));
      assertThat(found.along()).isNotZero();
    }
  }

  @Test
  void theSharpnessOfABowlGrowsNowhere() {
    try (Trial trial = Trial.ofBowl()) {
      Sharpening found = (Sharpening) trial.measure(new SharpnessGradient());
      assertThat(found.sharpness()).isCloseTo(A, within(1e-9));
      assertThat(found.sharpnessGradient()).isZero();
    }
  }

  private static LineProfile along(int index) {
    Line line =
        new Line(
            new AtStart(),
            new TopEigenvector(index, 10, 1e-6),
            StepScale.DIRECTION,
            new Listed(List.of(0.5)),
            Passes.FORWARD,
            new ProbedLoss());
    try (Trial trial = Trial.ofBowl()) {
      return (LineProfile) trial.measure(line);
    }
  }

  @Test
  void eigenvectorsOfABowlAreItsAxes() {
    assertThat(along(1).places().get(0).found().loss()).isCloseTo(bowl(X + 0.5, Y), within(1e-9));
    assertThat(along(2).places().get(0).found().loss()).isCloseTo(bowl(X, Y + 0.5), within(1e-9));
  }
}
