package org.normscape.probe.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.Backends;
import org.normscape.backend.Numerics;
import org.normscape.linalg.Comparison.Compared;
import org.normscape.nn.Statistics;
import org.normscape.objective.Objective;
import org.normscape.objective.Point;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;
import org.normscape.probe.Instrument;
import org.normscape.probe.PlainNetwork;
import org.normscape.probe.ProbedBatch;
import org.normscape.probe.Site;
import org.normscape.probe.Snapshot;
import org.normscape.probe.Trial;
import org.normscape.probe.when.AtStart;

class ScaleTest {

  private static final Offset<Double> TIGHT = within(1e-12);

  private static MeasuredInvariance invariance(Trial trial) {
    return (MeasuredInvariance)
        trial.measure(
            new ScaleInvariance(
                new AtStart(), ".*", 3, Statistics.BATCH_FROZEN_RUNNING, ProbedBatch.STEP));
  }

  @Test
  void beforeABatchNormalizationTheScaleDoesNotMatter() {
    try (Trial trial = new PlainBatchNorm(0).trial()) {
      MeasuredInvariance.Weight weight = invariance(trial).weights().get("dense1.weight");
      assertThat(weight.scaledLoss()).isCloseTo(weight.loss(), TIGHT);
      assertThat(3 * weight.scaledGradient()).isCloseTo(weight.gradient(), TIGHT);
      assertThat(weight.cosine()).isCloseTo(0, TIGHT);
      MeasuredInvariance.Weight last = invariance(trial).weights().get("dense2.weight");
      assertThat(last.scaledLoss()).isNotCloseTo(last.loss(), within(1e-3));
    }
  }

  @Test
  void withoutOneItDoesAsPlainJavaSays() {
    Parameters<double[]> point = PlainNetwork.point(6);
    Parameters<double[]> scaled =
        point.replacedBy(
            Parameters.of(
                "dense1.weight", PlainNetwork.along(point, 2, point).get("dense1.weight")));
    try (Trial trial = PlainNetwork.trial(6)) {
      MeasuredInvariance.Weight weight = invariance(trial).weights().get("dense1.weight");
      assertThat(weight.loss()).isCloseTo(PlainNetwork.loss(point), TIGHT);
      assertThat(weight.scaledLoss()).isCloseTo(PlainNetwork.loss(scaled), TIGHT);
      double gradient =
          PlainNetwork.norm(
              PlainNetwork.gradient(scaled).where((path, g) -> path.equals("dense1.weight")));
      assertThat(weight.scaledGradient()).isCloseTo(gradient, within(1e-8));
    }
  }

  /** Pythagoras: what a multiple saves is the part along W. */
  @Test
  void theNearestMultipleIsAsTheLemmaSays() {
    // W = (3, 4), W₀ = (1, 1): ⟨W,W₀⟩ = 7, k = 7/25.
    double difference = Math.hypot(2, 3);
    Compared weight = new Compared(5, Math.sqrt(2), difference, 7 / (5 * Math.sqrt(2)));
    double scaled = DistancesFromStart.scaled(weight);
    assertThat(scaled).isCloseTo(Math.hypot(1 - 3 * 7 / 25.0, 1 - 4 * 7 / 25.0), TIGHT);
    assertThat(scaled * scaled).isCloseTo(13 - (25 - 7) * (25 - 7) / 25.0, TIGHT);
    assertThat(DistancesFromStart.saved(weight)).isCloseTo(18 * 18 / 25.0 / 13, TIGHT);
  }

  @Test
  void theFirstWeightsAreRememberedAndCanBeRecalled() {
    Objective objective = PlainNetwork.objective();
    DistanceFromStart probe = new DistanceFromStart(new AtStart(), "dense1.*");
    try (Backend backend = Backends.open("reference");
        Owner owner = new Owner()) {
      Site site = Site.of(backend, Numerics.PRECISE, objective);
      Point<Array> one = owner.own(objective.initialPoint(backend, 1));
      Point<Array> two = owner.own(objective.initialPoint(backend, 2));
      try (Instrument first = probe.prepare(site);
          Instrument second = probe.prepare(site)) {
        first.measure(at(one));
        DistancesFromStart moved = (DistancesFromStart) first.measure(at(two));
        assertThat(moved.weights().paths()).containsExactly("dense1.weight");
        assertThat(moved.weights().get("dense1.weight").difference()).isPositive();
        second.recall(first.memory());
        assertThat(second.measure(at(two)).readings()).isEqualTo(moved.readings());
        second.recall(Parameters.none());
        assertThat(
                ((DistancesFromStart) second.measure(at(two)))
                    .weights()
                    .get("dense1.weight")
                    .difference())
            .isZero();
      }
    }
  }

  private static Snapshot at(Point<Array> point) {
    return new Snapshot(
        point,
        Parameters.none(),
        1,
        1,
        need -> {
          throw new IllegalStateException("nothing is needed");
        });
  }
}
