package org.normscape.norm.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.normscape.check.Numbers;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.nn.Applied;
import org.normscape.nn.Call;
import org.normscape.nn.Layer;
import org.normscape.nn.Statistics;
import org.normscape.norm.Affine;
import org.normscape.norm.BatchNorm;
import org.normscape.norm.RunningStart;
import org.normscape.norm.RunningStatistics;
import org.normscape.norm.RunningVariance;
import org.normscape.params.Parameters;
import org.normscape.random.RandomStream;

/** What normalizations over the batch remember, and what they do with it, by hand. */
class OverBatchTest {

  private static final Shape ROWS = Shape.of(4, 1);
  private static final double[] X = {1, 3, 4, 8};
  private static final double[] SCALE = {2};
  private static final double[] SHIFT = {0.5};

  private static List<double[]> run(Layer layer, Statistics statistics, double[]... state) {
    double[][] values = new double[3 + state.length][];
    values[0] = X;
    values[1] = SCALE;
    values[2] = SHIFT;
    System.arraycopy(state, 0, values, 3, state.length);
    return Numbers.run(layer, ROWS, statistics, values);
  }

  /** The ghosts are (1, 3) and (4, 8): means 2 and 6, biased variances 1 and 4. */
  @Test
  void ghostsAreStandardizedAloneAndRememberedInOrder() {
    RunningStatistics running =
        new RunningStatistics(0.5, RunningVariance.BIASED, RunningStart.STANDARD);
    GhostBatchNorm norm = new GhostBatchNorm(2, 0, running, Affine.WITH);
    List<double[]> results = run(norm, Statistics.BATCH, new double[] {0}, new double[] {1});
    assertThat(results.get(0)).containsExactly(-1.5, 2.5, -1.5, 2.5);
    assertThat(results.get(1)).containsExactly((0 * 0.5 + 2 * 0.5) * 0.5 + 6 * 0.5);
    assertThat(results.get(2)).containsExactly((1 * 0.5 + 1 * 0.5) * 0.5 + 4 * 0.5);
    List<double[]> frozen =
        run(norm, Statistics.BATCH_FROZEN_RUNNING, new double[] {0}, new double[] {1});
    assertThat(frozen.get(1)).containsExactly(0);
    assertThat(run(norm, Statistics.RUNNING, new double[] {1}, new double[] {4}).get(0))
        .containsExactly(0.5, 2.5, 3.5, 7.5);
  }

  @Test
  void aBatchThatChunksDoNotDivideIsRefused() {
    assertThatThrownBy(
            () -> run(new GhostBatchNorm(3), Statistics.BATCH, new double[] {0}, new double[] {1}))
        .hasMessage(
            "GhostBatchNorm: the size of a chunk must divide that of the batch, but chunks have 3 examples and the batch has 4. To fix: set size to a divisor of 4, or choose another batch.");
    assertThat(run(new GhostBatchNorm(3), Statistics.RUNNING, new double[] {0}, new double[] {1}))
        .hasSize(3);
  }

  /** m = 0.3 and s = 0.925. */
  @Test
  void noiseIsThatOfThePaper() {
    NoisyBatchNorm norm = new NoisyBatchNorm();
    double[] noisy =
        Numbers.run(
                norm,
                ROWS,
                Statistics.BATCH,
                X,
                SCALE,
                SHIFT,
                new double[] {0},
                new double[] {1},
                new double[] {0.3, 0.3, 0.3, 0.3},
                new double[] {0.925, 0.925, 0.925, 0.925})
            .get(0);
    double[] y = run(new BatchNorm(), Statistics.BATCH, new double[] {0}, new double[] {1}).get(0);
    for (int i = 0; i < y.length; i++) {
      assertThat(noisy[i]).isCloseTo(0.925 * y[i] + 0.3, within(1e-14));
    }
    assertThat(run(norm, Statistics.RUNNING, new double[] {0}, new double[] {1}).get(0))
        .containsExactly(
            run(new BatchNorm(), Statistics.RUNNING, new double[] {0}, new double[] {1}).get(0));
  }

  /** Mean 4; mean absolute value 4, around the mean 2; largest 8, around the mean 4. */
  @Test
  void deviationsOfEachPower() {
    double factor = (1 + Math.sqrt(Math.PI * Math.log(4))) / Math.sqrt(8 * Math.log(4));
    deviation(Power.ONE, Centering.UNCENTERED, 4);
    deviation(Power.ONE, Centering.CENTERED, 2 * Math.sqrt(Math.PI / 2));
    deviation(Power.TWO, Centering.UNCENTERED, Math.sqrt(22.5));
    deviation(Power.TWO, Centering.CENTERED, Math.sqrt(6.5));
    deviation(Power.INFINITY, Centering.UNCENTERED, 8);
    deviation(Power.INFINITY, Centering.CENTERED, 4 * factor);
  }

  private static void deviation(Power power, Centering centering, double expected) {
    LpBatchNorm norm = new LpBatchNorm(power, centering, 0.25, 0, Affine.WITH);
    List<double[]> results = run(norm, Statistics.BATCH, new double[] {0}, new double[] {1});
    assertThat(results.get(1)).containsExactly(new double[] {4}, within(1e-15));
    assertThat(results.get(2)).containsExactly(new double[] {expected + 0.25}, within(1e-14));
    assertThat(results.get(0)[3]).isCloseTo((8 - 4) / (expected + 0.25) * 2 + 0.5, within(1e-14));
    double[] running = run(norm, Statistics.RUNNING, new double[] {2}, new double[] {4}).get(0);
    assertThat(running[3]).isEqualTo((8 - 2) / 4.0 * 2 + 0.5);
  }

  /** Of one element the largest deviation is that of one element, whatever normal numbers do. */
  @Test
  void oneElementIsStandardizedToTheShift() {
    for (Power power : Power.values()) {
      LpBatchNorm norm = new LpBatchNorm(power, Centering.CENTERED);
      double[] y =
          Numbers.run(
                  norm,
                  Shape.of(1, 1),
                  Statistics.BATCH,
                  new double[] {7},
                  SCALE,
                  SHIFT,
                  new double[] {0},
                  new double[] {1})
              .get(0);
      assertThat(y).as(power.name()).containsExactly(0.5);
    }
  }

  /** Mean 4, variance 6.5: r = √6.5 / 2 is cut at 1.1, d = (4 − 1) / 2 at 0.2. */
  @Test
  void renormalizationIsCut() {
    BatchRenorm norm = new BatchRenorm(1.1, 0.2, 0, 0.5, Affine.WITH);
    Parameters<TensorType> state =
        Parameters.of("mean", TensorType.float64(1)).and("deviation", TensorType.float64(1));
    List<double[]> results =
        Numbers.run(
            List.of(TensorType.float64(4, 1), TensorType.float64(1), TensorType.float64(1)),
            in -> {
              Tensor one = in.get(1).filled(1);
              Call call =
                  Call.of(
                      Parameters.of("scale", one).and("shift", one.zeros()),
                      Parameters.like(state, in.subList(1, 3)),
                      Statistics.BATCH);
              Applied applied = norm.apply(call, in.get(0));
              return Stream.of(
                      applied.frozen().values(),
                      List.of(applied.output()),
                      applied.state().values())
                  .flatMap(List::stream)
                  .toList();
            },
            List.of(X, new double[] {1}, new double[] {2}));
    assertThat(results.get(0)).containsExactly(1.1);
    assertThat(results.get(1)).containsExactly(0.2);
    assertThat(results.get(2)[3]).isCloseTo(4 / Math.sqrt(6.5) * 1.1 + 0.2, within(1e-15));
    assertThat(results.get(3)).containsExactly(2.5);
    assertThat(results.get(4)).containsExactly(1 + Math.sqrt(6.5) / 2);
  }

  @Test
  void batchesAreCountedWhereBoundsGrow() {
    BatchRenorm norm = new BatchRenorm(3, 5, new RenormRamp(0, 9, 9), 0, 0.5, Affine.WITH);
    double[][] state = {{1}, {2}, {7}, {1}, {0}};
    assertThat(run(norm, Statistics.BATCH, state).get(3)).containsExactly(8);
    assertThat(run(norm, Statistics.BATCH_FROZEN_RUNNING, state).get(3)).containsExactly(7);
    assertThat(run(norm, Statistics.RUNNING, state).get(3)).containsExactly(7);
    assertThat(BatchRenorm.ofPaper().state(ROWS).paths())
        .containsExactly("mean", "deviation", "batches");
    assertThat(new BatchRenorm().state(ROWS).paths()).containsExactly("mean", "deviation");
    assertThatThrownBy(() -> new RenormRamp(10, 9, 20))
        .hasMessage(
            "RenormRamp: scaleEnd must be at least rampStart, 10, but it is 9. To fix: set a value that is allowed.");
  }

  /** C = 0.175 (1 + √(π ln 4)) / √(2 ln 4), times the range 8 − 1. */
  @Test
  void theRangeIsScaledAsThatOfNormalNumbers() {
    double deviation =
        7 * 0.175 * (1 + Math.sqrt(Math.PI * Math.log(4))) / Math.sqrt(2 * Math.log(4)) + 0.25;
    List<double[]> results =
        run(
            new RangeBatchNorm(0.25, 0, Affine.WITH),
            Statistics.BATCH,
            new double[1],
            new double[1]);
    assertThat(results.get(0)[3]).isCloseTo((8 - 4) / deviation * 2 + 0.5, within(1e-14));
    assertThat(results.get(2)).containsExactly(new double[] {deviation}, within(1e-14));
  }

  /** Identity matrices at first; afterwards halfway to {@code 1 / √variance}. */
  @Test
  void whiteningMatricesAreRemembered() {
    IterNorm norm = new IterNorm(1, 5, 0, 0.5, Affine.WITH);
    assertThat(
            norm.state(Shape.of(4, 3))
                .get("whitening")
                .initializer()
                .values(Shape.of(1, 3, 3), RandomStream.of(1, "start")))
        .containsExactly(1, 0, 0, 0, 1, 0, 0, 0, 1);
    List<double[]> results = run(norm, Statistics.BATCH, new double[] {2}, new double[] {1});
    assertThat(results.get(1)).containsExactly(3);
    assertThat(results.get(2))
        .containsExactly(new double[] {0.5 + 0.5 / Math.sqrt(6.5)}, within(1e-15));
    assertThat(run(norm, Statistics.RUNNING, new double[] {4}, new double[] {0.25}).get(0))
        .containsExactly(-1, 0, 0.5, 2.5);
  }

  /** After five iterations the covariance is nearly the identity. */
  @Test
  void whitenedChannelsAreNearlyUncorrelated() {
    Shape shape = Shape.of(64, 2);
    double[] x = new double[128];
    for (int i = 0; i < 64; i++) {
      x[2 * i] = Math.sin(i) + 1;
      x[2 * i + 1] = Math.sin(i) + 0.5 * Math.cos(2.0 * i);
    }
    double[] y =
        Numbers.run(
                new IterNorm(1, 7, 0, 0.9, Affine.WITHOUT),
                shape,
                Statistics.BATCH,
                x,
                new double[2],
                new double[] {1, 0, 0, 1})
            .get(0);
    double first = 0;
    double mixed = 0;
    for (int i = 0; i < 64; i++) {
      first += y[2 * i] * y[2 * i] / 64;
      mixed += y[2 * i] * y[2 * i + 1] / 64;
    }
    assertThat(first).isCloseTo(1, within(1e-3));
    assertThat(mixed).isCloseTo(0, within(1e-3));
  }

  @Test
  void frozenStatisticsAreThoseOfTheirSource() {
    RunningStatistics running =
        new RunningStatistics(0.5, RunningVariance.BIASED, RunningStart.STANDARD);
    FrozenBatchNorm kept = new FrozenBatchNorm(FrozenSource.RUNNING, 0, running, Affine.WITH);
    double[] frozen = {9};
    List<double[]> results =
        run(kept, Statistics.BATCH, new double[] {0}, new double[] {1}, new double[] {1}, frozen);
    assertThat(results.get(0))
        .as("given ones")
        .containsExactly(0.5, 0.5 + 4 / 3.0, 2.5, 0.5 + 14 / 3.0);
    assertThat(results.get(1)).as("never change").containsExactly(0);
    FrozenBatchNorm batch = new FrozenBatchNorm(FrozenSource.BATCH, 0, running, Affine.WITH);
    List<double[]> after =
        run(batch, Statistics.BATCH, new double[] {0}, new double[] {1}, new double[] {1}, frozen);
    assertThat(after.get(1)).containsExactly(2);
    assertThat(after.get(2)).containsExactly(0.5 + 3.25);
  }

  @Test
  void saysWhatItTakes() {
    assertThatThrownBy(() -> new BatchRenorm(0.5, 0, 1e-3, 0.9, Affine.WITH))
        .hasMessage(
            "BatchRenorm: maxScale must be at least 1, but it is 0.5. To fix: set a value that is allowed.");
    assertThatThrownBy(() -> new NoisyBatchNorm(0.5, 0.5, 0.1, new BatchNorm()))
        .hasMessage(
            "NoisyBatchNorm: scaleNoise must be at least 1, but it is 0.5. To fix: set a value that is allowed.");
    assertThatThrownBy(() -> new IterNorm(4, 5, 1e-5, 0.9, Affine.WITH).output(Shape.of(3, 6)))
        .hasMessage(
            "IterNorm: the number of groups must divide that of the channels, but there are 4 groups for 6 channels. To fix: set groups to a divisor of 6.");
    assertThatThrownBy(() -> new SwitchNorm().parameters(Shape.of(3)))
        .hasMessage(
            "SwitchNorm: the input must have at least 2 axes, examples first and channels last, but it is [3]. To fix: reshape it.");
  }
}
