package org.normscape.probe.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.normscape.probe.Formula.at;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.normscape.ir.DType;
import org.normscape.norm.Affine;
import org.normscape.norm.BatchNorm;
import org.normscape.norm.RunningVariance;
import org.normscape.objective.Objective;
import org.normscape.params.Parameters;
import org.normscape.probe.Formula;
import org.normscape.probe.Journey;
import org.normscape.probe.PlainNetwork;
import org.normscape.probe.ProbedBatch;
import org.normscape.probe.Reading;
import org.normscape.probe.grid.Linear;
import org.normscape.probe.grid.Listed;
import org.normscape.probe.point.EarlierPoint;
import org.normscape.probe.when.AtEnd;
import org.normscape.probe.when.AtSteps;
import org.normscape.random.RandomStream;

/** Barriers that are known in closed form, and statistics between networks. */
class LossBarrierTest {

  private static final Offset<Double> TIGHT = within(1e-12);

  private static LossBarrier barrier(int from, PathStatistics statistics) {
    return new LossBarrier(
        new AtEnd(), new EarlierPoint(from), new Linear(0, 1, 5), statistics, 3, ProbedBatch.STEP);
  }

  @Test
  void betweenTwoWellsOfAQuarticItIsTheHeightOfTheHill() {
    try (Journey journey =
        new Journey(barrier(0, PathStatistics.BATCH), Formula.ring(1), Parameters.none())) {
      journey.visit(0, at(-1)).visit(40, at(7));
      MeasuredBarrier found = (MeasuredBarrier) journey.measure(100, at(1));
      // (x² − 1)² at −1, −½, 0, ½, 1.
      assertThat(found.path().places())
          .extracting(Path.Place::loss)
          .containsExactly(0.0, 0.5625, 1.0, 0.5625, 0.0);
      assertThat(found.path().barrier()).isEqualTo(1);
      assertThat(found.path().instability()).isEqualTo(1);
      assertThat(found.path().largestRise()).isEqualTo(1);
      assertThat(found.readings())
          .extracting(Reading::metric)
          .contains("barrier", "interpolation_loss")
          .doesNotContain("barrier_accuracy", "interpolation_accuracy");
    }
  }

  @Test
  void theOtherEndIsTheStepThatIsNamed() {
    try (Journey journey =
        new Journey(barrier(40, PathStatistics.BATCH), Formula.bowl(1), Parameters.none())) {
      journey.visit(0, at(100)).visit(40, at(4));
      Path path = ((MeasuredBarrier) journey.measure(100, at(2))).path();
      assertThat(path.one().loss()).isEqualTo(8);
      assertThat(path.other().loss()).isEqualTo(2);
      assertThat(path.barrier()).isZero();
      assertThat(path.largestRise()).isZero();
    }
  }

  @Test
  void anInstrumentThatGoesOnKnowsTheOtherEnd() {
    try (Journey journey =
        new Journey(barrier(0, PathStatistics.BATCH), Formula.ring(2), Parameters.none())) {
      journey.visit(0, at(-1, 0.3)).visit(7, at(1, 1));
      List<Reading> whole = journey.measure(100, at(0.2, 0.1)).readings();
      journey.resume();
      assertThat(journey.measure(100, at(0.2, 0.1)).readings()).isEqualTo(whole);
    }
  }

  @Test
  void theAccuracyHasABarrierToo() {
    try (Journey journey =
        new Journey(
            barrier(0, PathStatistics.BATCH), PlainNetwork.objective(), PlainNetwork.batch())) {
      Parameters<double[]> one = PlainNetwork.point(1);
      Parameters<double[]> other = PlainNetwork.point(2);
      journey.visit(0, one);
      Path path = ((MeasuredBarrier) journey.measure(100, other)).path();
      Parameters<double[]> way = PlainNetwork.along(other, -1, one);
      double lowest = 0;
      for (Path.Place place : path.places()) {
        Parameters<double[]> there = PlainNetwork.along(one, place.alpha(), way);
        assertThat(place.loss()).isCloseTo(PlainNetwork.loss(there), TIGHT);
        double straight =
            (1 - place.alpha()) * PlainNetwork.accuracy(one)
                + place.alpha() * PlainNetwork.accuracy(other);
        lowest = Math.max(lowest, straight - PlainNetwork.accuracy(there));
      }
      assertThat(path.accuracyBarrier()).isCloseTo(lowest, TIGHT);
    }
  }

  /**
   * Where the variance of a batch is remembered as it is, running statistics that saw the only
   * batch there is often enough are those of the batch.
   */
  @Test
  void recomputedStatisticsAreThoseOfTheData() {
    Parameters<double[]> one = drawn(1);
    Parameters<double[]> other = drawn(2);
    Path batch = path(one, other, PathStatistics.BATCH);
    Path recomputed = path(one, other, PathStatistics.RECOMPUTED);
    Path running = path(one, other, PathStatistics.RUNNING);
    for (int i = 0; i < batch.places().size(); i++) {
      double truth = batch.places().get(i).loss();
      assertThat(recomputed.places().get(i).loss()).isCloseTo(truth, within(1e-6));
      assertThat(running.places().get(i).loss()).isNotCloseTo(truth, within(1e-3));
    }
  }

  private static final Objective NORMALIZED =
      PlainNetwork.objective(
          new BatchNorm(-1, 1e-5, 0.9, RunningVariance.BIASED, Affine.WITH), DType.FLOAT64);

  private static Parameters<double[]> drawn(long seed) {
    return NORMALIZED
        .parameters()
        .map(spec -> RandomStream.of(seed, spec.shape().toString()).normal(spec.shape().size(), 2));
  }

  private static Path path(
      Parameters<double[]> one, Parameters<double[]> other, PathStatistics statistics) {
    LossBarrier probe =
        new LossBarrier(
            new AtEnd(),
            new EarlierPoint(0),
            new Listed(List.of(0.25, 0.75)),
            statistics,
            200,
            ProbedBatch.STEP);
    try (Journey journey = new Journey(probe, NORMALIZED, PlainNetwork.batch())) {
      return ((MeasuredBarrier) journey.visit(0, one).measure(100, other)).path();
    }
  }

  @ParameterizedTest
  @EnumSource(PathStatistics.class)
  void bothEndsOfAPathOfOnePointAreThatPoint(PathStatistics statistics) {
    Path path = path(drawn(3), drawn(3), statistics);
    assertThat(path.places())
        .allSatisfy(place -> assertThat(place.loss()).isCloseTo(path.one().loss(), TIGHT));
  }

  @Test
  void whatCannotBeMeasuredIsRefusedBeforeTheRun() {
    assertThatThrownBy(
            () ->
                new LossBarrier(
                    new AtEnd(),
                    new EarlierPoint(0),
                    new Linear(0, 2, 5),
                    PathStatistics.BATCH,
                    3,
                    ProbedBatch.STEP))
        .hasMessageContaining("places must be in [0, 1], from one end to the other, but it is ");
    assertThatThrownBy(() -> new Journey(atTenFrom(20), Formula.bowl(1), Parameters.none()).close())
        .hasMessage(
            "LossBarrier: from.step must be at most 10, the first step at which the probe measures, but it is 20. To fix: name an earlier step, or measure later.");
    try (Journey journey = new Journey(atTenFrom(5), Formula.bowl(1), Parameters.none())) {
      assertThatThrownBy(() -> journey.measure(10, at(1)))
          .hasMessageContaining("a point must be kept before it is measured from");
    }
  }

  private static LossBarrier atTenFrom(int step) {
    return new LossBarrier(
        new AtSteps(List.of(10)),
        new EarlierPoint(step),
        new Linear(0, 1, 5),
        PathStatistics.BATCH,
        3,
        ProbedBatch.STEP);
  }
}
