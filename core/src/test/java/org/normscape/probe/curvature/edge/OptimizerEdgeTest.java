package org.normscape.probe.curvature.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.normscape.probe.Trial.A;
import static org.normscape.probe.Trial.B;
import static org.normscape.probe.Trial.RATE;
import static org.normscape.probe.Trial.X;
import static org.normscape.probe.Trial.Y;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.normscape.optim.Adam;
import org.normscape.optim.Descent;
import org.normscape.optim.GradientNormClipping;
import org.normscape.optim.Sgd;
import org.normscape.params.Parameters;
import org.normscape.probe.Bowl;
import org.normscape.probe.Trial;

/** On a bowl, whose Hessian is diagonal. */
class OptimizerEdgeTest {

  private static final Offset<Double> TIGHT = within(1e-9);

  private static MeasuredEdge measure(Trial trial) {
    try (trial) {
      return (MeasuredEdge) trial.measure(new OptimizerEdge());
    }
  }

  @Test
  void gradientDescentAndMomentumSeeTheHessian() {
    MeasuredEdge plain = measure(Trial.ofBowl());
    assertThat(plain.largest()).isCloseTo(A, TIGHT);
    assertThat(plain.ratio()).isCloseTo(A * RATE / 2, TIGHT);
    MeasuredEdge heavy = measure(Trial.ofBowl(0.9, 5, 7));
    assertThat(heavy.ratio()).isCloseTo(A * RATE / 3.8, TIGHT);
  }

  private static Trial adam(Parameters<double[]> memory) {
    return new Trial(
        new Bowl(),
        new Descent(new Adam(0.9, 0.999, 1e-3), RATE),
        Parameters.of("x", new double[] {X}).and("y", new double[] {Y}),
        memory,
        Parameters.of("curvature", new double[] {A, B}),
        Parameters.of("curvature", new double[] {1, 2}));
  }

  private static Parameters<double[]> memory(double x, double y, double correction) {
    return Parameters.of("first.x", new double[] {0})
        .and("first.y", new double[] {0})
        .and("second.x", new double[] {x})
        .and("second.y", new double[] {y})
        .and("correction.first", new double[] {correction})
        .and("correction.second", new double[] {correction});
  }

  @Test
  void adamSeesItDividedByTheRootsOfItsSquares() {
    MeasuredEdge found = measure(adam(memory(8, 0.02, 0.5)));
    double alongX = A / (Math.sqrt(16) + 1e-3);
    double alongY = B / (Math.sqrt(0.04) + 1e-3);
    assertThat(alongY).isGreaterThan(alongX);
    assertThat(found.largest()).isCloseTo(alongY, TIGHT);
    assertThat(found.ratio()).isCloseTo(alongY * RATE / 38, TIGHT);
  }

  @Test
  void beforeItsFirstUpdateItDividesByNothing() {
    assertThat(measure(adam(memory(0, 0, 0))).largest()).isCloseTo(A, TIGHT);
  }

  @Test
  void aRuleWithoutAKnownBoundIsRefused() {
    try (Trial trial =
        new Trial(
            new Bowl(),
            new Descent(new GradientNormClipping(new Sgd(), 1), RATE),
            Parameters.of("x", new double[] {X}).and("y", new double[] {Y}),
            Parameters.none(),
            Parameters.of("curvature", new double[] {A, B}),
            Parameters.of("curvature", new double[] {1, 2}))) {
      assertThatThrownBy(() -> trial.measure(new OptimizerEdge()))
          .hasMessageContaining(
              "must be of a training whose optimizer has a known bound of stability, as sgd, momentum, nesterov, adam and adam-w have, but it is GradientNormClipping");
    }
  }
}
