package org.normscape.probe.sharpness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.normscape.probe.Trial.A;
import static org.normscape.probe.Trial.B;
import static org.normscape.probe.Trial.RATE;
import static org.normscape.probe.Trial.X;
import static org.normscape.probe.Trial.Y;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.Backends;
import org.normscape.backend.Numerics;
import org.normscape.ir.TensorType;
import org.normscape.nn.Role;
import org.normscape.nn.Statistics;
import org.normscape.objective.Penalty;
import org.normscape.objective.Point;
import org.normscape.params.Parameters;
import org.normscape.probe.Bowl;
import org.normscape.probe.PlainNetwork;
import org.normscape.probe.ProbeSession;
import org.normscape.probe.ProbedBatch;
import org.normscape.probe.ProbedLoss;
import org.normscape.probe.Reading;
import org.normscape.probe.Site;
import org.normscape.probe.Trial;
import org.normscape.probe.direction.Gradient;
import org.normscape.probe.direction.StepDirection;
import org.normscape.probe.direction.Update;
import org.normscape.probe.when.Every;

class CriticalSharpnessTest {

  private static CriticalStep measure(Trial trial, StepDirection direction, int evaluations) {
    return measure(trial, direction, evaluations, new ProbedLoss());
  }

  private static CriticalStep measure(
      Trial trial, StepDirection direction, int evaluations, ProbedLoss loss) {
    return (CriticalStep)
        trial.measure(new CriticalSharpness(new Every(), direction, evaluations, loss));
  }

  /** On a quadratic the loss is back where it was at {@code η = −2 ⟨g, v⟩ / ⟨v, H v⟩}. */
  private static double critical(double vx, double vy) {
    return 2 * (A * X * vx + B * Y * vy) / (A * vx * vx + B * vy * vy);
  }

  @Test
  void alongTheGradientItIsTheRayleighQuotient() {
    try (Trial trial = Trial.ofBowl()) {
      CriticalStep found = measure(trial, new Gradient(), 40);
      double expected = critical(A * X, B * Y);
      assertThat(found.critical()).isCloseTo(expected, withinPercentage(1e-6));
      assertThat(found.sharpness()).isCloseTo(2 / expected, withinPercentage(1e-6));
      assertThat(found.ratio()).isCloseTo(RATE / expected, withinPercentage(1e-6));
      assertThat(found.low()).isLessThanOrEqualTo(expected);
      assertThat(found.high()).isGreaterThanOrEqualTo(expected);
    }
  }

  @Test
  void alongAnEigenvectorItIsTheEigenvalue() {
    ProbedLoss ofX =
        new ProbedLoss(
            List.of(Role.WEIGHT),
            Penalty.EXCLUDED,
            Statistics.BATCH_FROZEN_RUNNING,
            ProbedBatch.STEP);
    ProbedLoss running =
        new ProbedLoss(
            List.of(Role.WEIGHT), Penalty.EXCLUDED, Statistics.RUNNING, ProbedBatch.STEP);
    try (Trial trial = Trial.ofBowl()) {
      assertThat(measure(trial, new Gradient(), 40, ofX).sharpness())
          .isCloseTo(A, withinPercentage(1e-6));
      assertThat(measure(trial, new Gradient(), 40, running).sharpness())
          .isCloseTo(3 * A, withinPercentage(1e-6));
      assertThat(measure(trial, new Update(), 9, ofX).sharpness())
          .isCloseTo(A, withinPercentage(2));
    }
  }

  @Test
  void alongTheUpdateMomentumCounts() {
    double vx = 0.9 * 5 + A * X;
    double vy = 0.9 * 7 + B * Y;
    try (Trial trial = Trial.ofBowl(0.9, 5, 7)) {
      assertThat(measure(trial, new Update(), 40).critical())
          .isCloseTo(critical(vx, vy), withinPercentage(1e-6));
    }
  }

  @Test
  void anUpdateThatGoesUphillHasNone() {
    try (Trial trial = Trial.ofBowl(0.9, -50, 0)) {
      CriticalStep found = measure(trial, new Update(), 9);
      assertThat(found.low()).isZero();
      assertThat(found.high()).isPositive().isLessThan(RATE);
      assertThat(found.critical()).isNaN();
      assertThat(found.sharpness()).isNaN();
    }
  }

  @Test
  void itTakesFewerThanTenForwardPasses() {
    try (Trial trial = Trial.ofBowl()) {
      int before = trial.runs();
      CriticalStep found = (CriticalStep) trial.measure(new CriticalSharpness());
      assertThat(found.evaluations()).isEqualTo(9);
      // The step, its update, their difference, and nine losses.
      assertThat(trial.runs() - before).isEqualTo(3 + 9);
    }
  }

  @Test
  void onANetworkTheLossIsThatOfPlainJavaAtBothEnds() {
    Parameters<double[]> point = PlainNetwork.point(3);
    Parameters<double[]> g = PlainNetwork.gradient(point);
    double here = PlainNetwork.loss(point);
    try (Trial trial = PlainNetwork.trial(3)) {
      CriticalStep found = measure(trial, new Update(), 12);
      assertThat(PlainNetwork.loss(PlainNetwork.along(point, -found.low(), g)))
          .isLessThan(here + 1e-6);
      assertThat(PlainNetwork.loss(PlainNetwork.along(point, -found.high(), g)))
          .isGreaterThan(here - 1e-6);
      assertThat(found.high() / found.low()).isLessThan(1.1);
    }
  }

  @Test
  void withoutATrainingAStepDownTheGradientIsLookedAt() {
    try (Backend backend = Backends.open("reference")) {
      TensorType scalar = TensorType.float64();
      Point<Array> point =
          new Point<>(
              Parameters.of("x", backend.array(scalar, X)).and("y", backend.array(scalar, 0)),
              Parameters.none());
      Parameters<Array> batch =
          Parameters.of("curvature", backend.array(TensorType.float64(2), A, B));
      Site site = Site.of(backend, Numerics.PRECISE, new Bowl());
      CriticalSharpness probe =
          new CriticalSharpness(new Every(), new Gradient(), 9, new ProbedLoss());
      try (ProbeSession session = new ProbeSession(probe, site)) {
        assertThat(session.measure(point, batch).readings())
            .extracting(Reading::metric)
            .containsExactly(
                "critical_sharpness",
                "critical_learning_rate",
                "critical_ratio",
                "critical_learning_rate_low",
                "critical_learning_rate_high");
        assertThat(((CriticalStep) session.measure(point, batch)).sharpness())
            .isCloseTo(A, withinPercentage(2));
      }
    }
  }

  @Test
  void oneEvaluationIsRefused() {
    assertThatThrownBy(() -> new CriticalSharpness(new Every(), new Update(), 1, new ProbedLoss()))
        .hasMessageContaining("evaluations must be at least 2, but it is 1");
  }
}
