package org.normscape.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.normscape.backend.Array;
import org.normscape.backend.Numerics;
import org.normscape.check.CountingBackend;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.nn.Dense;
import org.normscape.nn.Sequential;
import org.normscape.nn.loss.LossReduction;
import org.normscape.nn.loss.SquaredError;
import org.normscape.norm.Affine;
import org.normscape.norm.BatchNorm;
import org.normscape.norm.RunningVariance;
import org.normscape.objective.NetworkObjective;
import org.normscape.objective.Objective;
import org.normscape.objective.Point;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;
import org.normscape.random.RandomStream;
import org.normscape.reference.ReferenceBackend;

/** Statistics of batches whose mean and variance can be computed on their own. */
class PreciseStatisticsTest {

  private static final int BATCHES = 5;
  private static final int EXAMPLES = 6;

  private final CountingBackend backend = new CountingBackend(new ReferenceBackend());

  @AfterEach
  void everythingIsClosed() {
    assertThat(backend.open()).isZero();
    backend.close();
  }

  /** One feature, standardized before anything is learned. */
  private static Objective objective(double decay) {
    BatchNorm norm = new BatchNorm(-1, 1e-5, decay, RunningVariance.BIASED, Affine.WITH);
    return new NetworkObjective(
        Sequential.of(norm, Dense.of(2), norm),
        new SquaredError(LossReduction.MEAN),
        Shape.of(EXAMPLES, 1),
        DType.FLOAT64);
  }

  private static double[] input(int batch) {
    double[] values = RandomStream.of(1, "batch-" + batch).normal(EXAMPLES, 1 + batch);
    return Arrays.stream(values).map(x -> x + 3 * batch).toArray();
  }

  private Parameters<Array> batch(int number, Owner owner) {
    Parameters<Array> batch =
        Parameters.of("input", backend.array(objective(0).batch().get("input"), input(number)))
            .and(
                "target",
                backend.array(objective(0).batch().get("target"), new double[EXAMPLES * 2]));
    return owner.own(batch);
  }

  private Parameters<double[]> statistics(double decay, Pooling pooling, int count) {
    try (Owner owner = new Owner();
        PreciseStatistics statistics =
            new PreciseStatistics(backend, Numerics.PRECISE, objective(decay), pooling)) {
      Point<Array> start = owner.own(objective(decay).initialPoint(backend, 7));
      Point<Array> precise = statistics.at(start, count, this::batch, owner);
      assertThat(precise.parameters()).isSameAs(start.parameters());
      return precise.state().map(Array::toDoubles);
    }
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private static double variance(double[] values) {
    double mean = mean(values);
    return mean(Arrays.stream(values).map(x -> (x - mean) * (x - mean)).toArray());
  }

  private static DoubleStream overBatches(ToDoubleFunction<double[]> of) {
    return IntStream.range(0, BATCHES).mapToDouble(batch -> of.applyAsDouble(input(batch)));
  }

  @Test
  void averagesAreThoseOfTheBatches() {
    Parameters<double[]> state = statistics(0, Pooling.AVERAGE, BATCHES);
    double mean = overBatches(PreciseStatisticsTest::mean).average().orElseThrow();
    double variance = overBatches(PreciseStatisticsTest::variance).average().orElseThrow();
    assertThat(state.get("0.mean")).containsExactly(new double[] {mean}, within(1e-12));
    assertThat(state.get("0.variance")).containsExactly(new double[] {variance}, within(1e-11));
  }

  @Test
  void pooledAreThoseOfAllExamples() {
    double[] all =
        IntStream.range(0, BATCHES)
            .mapToObj(PreciseStatisticsTest::input)
            .flatMapToDouble(Arrays::stream)
            .toArray();
    Parameters<double[]> state = statistics(0, Pooling.POOLED, BATCHES);
    assertThat(state.get("0.mean")).containsExactly(new double[] {mean(all)}, within(1e-12));
    assertThat(state.get("0.variance"))
        .containsExactly(new double[] {variance(all)}, within(1e-11));
  }

  /** Standardized inputs leave the first normalization with mean 0, and no bias there is yet. */
  @Test
  void laterLayersSeeEachBatchByItsOwnStatistics() {
    Parameters<double[]> state = statistics(0, Pooling.POOLED, BATCHES);
    assertThat(state.get("2.mean")).containsExactly(new double[] {0, 0}, within(1e-12));
    assertThat(Arrays.stream(state.get("2.variance")).min().orElseThrow()).isGreaterThan(1e-3);
  }

  @Test
  void oneBatchIsBothWaysTheSame() {
    assertThat(statistics(0, Pooling.POOLED, 1))
        .usingRecursiveComparison()
        .isEqualTo(statistics(0, Pooling.AVERAGE, 1));
  }

  @Test
  void normalizationsMustForget() {
    assertThatThrownBy(() -> statistics(0.9, Pooling.AVERAGE, 2))
        .hasMessage(
            "PreciseStatistics: normalizations must forget at once, but \"0.mean\" depends on what it was. To fix: give the objective with normalizations of decay 0.");
    assertThatThrownBy(() -> statistics(0, Pooling.AVERAGE, 0))
        .hasMessageContaining("count must be at least 1, but it is 0");
  }
}
