package org.normscape.experiments.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.Backends;
import org.normscape.backend.Numerics;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.nn.Dense;
import org.normscape.nn.Reduction;
import org.normscape.nn.Sequential;
import org.normscape.nn.SoftmaxCrossEntropy;
import org.normscape.norm.BatchNorm;
import org.normscape.objective.NetworkObjective;
import org.normscape.objective.Objective;
import org.normscape.objective.Regularized;
import org.normscape.optim.Sgd;
import org.normscape.optim.WeightDecay;
import org.normscape.params.Parameters;
import org.normscape.random.RandomStream;

class TrainingTest {

  private static final int EXAMPLES = 12;
  private static final int FEATURES = 4;
  private static final int CLASSES = 3;
  private static final double RATE = 0.25;
  private static final double DECAY = 0.5;

  private static final Objective BARE =
      new NetworkObjective(
          Sequential.of(Dense.of(5), new BatchNorm(), Dense.of(CLASSES)),
          new SoftmaxCrossEntropy(Reduction.MEAN),
          Shape.of(EXAMPLES, FEATURES),
          DType.FLOAT64);
  private static final Objective DECAYED =
      new Regularized(BARE, new WeightDecay(DECAY, WeightDecay.AppliesTo.ALL));

  private final Backend backend = Backends.open("reference");
  private final Parameters<Array> batch = batch();

  @AfterEach
  void close() {
    backend.close();
  }

  private Parameters<Array> batch() {
    RandomStream random = RandomStream.of(1, "test");
    int[] labels = new int[EXAMPLES];
    for (int i = 0; i < EXAMPLES; i++) {
      labels[i] = random.nextInt(CLASSES);
    }
    double[] inputs = random.normal(EXAMPLES * FEATURES, 1);
    return Parameters.of("input", backend.array(BARE.batch().get("input"), inputs))
        .and("target", backend.array(BARE.batch().get("target"), labels));
  }

  private Training training(Objective trained, Objective probed) {
    return new Training(backend, Numerics.PRECISE, trained, probed, new Sgd(), 7);
  }

  private static Parameters<double[]> read(Parameters<Array> arrays) {
    return arrays.map(Array::toDoubles);
  }

  @Test
  void movesAgainstTheGradientItReported() {
    try (Training training = training(BARE, BARE)) {
      Parameters<double[]> before = read(training.point().parameters());
      Step step = training.step(batch);
      Parameters<double[]> gradient = read(step.gradient());
      training.advance(step, RATE);
      Parameters<double[]> after = read(training.point().parameters());
      before
          .byPath()
          .forEach(
              (path, values) -> {
                for (int i = 0; i < values.length; i++) {
                  assertThat(after.get(path)[i])
                      .as(path)
                      .isCloseTo(values[i] - RATE * gradient.get(path)[i], within(1e-15));
                }
              });
    }
  }

  @Test
  void remembersStatisticsOnlyWhenItAdvances() {
    try (Training training = training(BARE, BARE)) {
      double[] start = training.point().state().get("1.mean").toDoubles();
      Step step = training.step(batch);
      assertThat(training.point().state().get("1.mean").toDoubles()).containsExactly(start);
      training.advance(step, RATE);
      assertThat(training.point().state().get("1.mean").toDoubles()).isNotEqualTo(start);
    }
  }

  @Test
  void leavesWeightDecayOutOfWhatIsProbed() {
    try (Training training = training(DECAYED, BARE);
        Step step = training.step(batch)) {
      Parameters<double[]> weights = read(training.point().parameters());
      Parameters<double[]> trained = read(step.gradient());
      read(step.probedGradient())
          .byPath()
          .forEach(
              (path, probed) -> {
                for (int i = 0; i < probed.length; i++) {
                  assertThat(trained.get(path)[i])
                      .as(path)
                      .isCloseTo(probed[i] + DECAY * weights.get(path)[i], within(1e-14));
                }
              });
      double squares =
          weights.values().stream().flatMapToDouble(Arrays::stream).map(w -> w * w).sum();
      assertThat(step.loss()).isCloseTo(step.probedLoss() + DECAY / 2 * squares, within(1e-12));
    }
  }

  @Test
  void lowersTheLossOfTheBatchItIsShown() {
    try (Training training = training(BARE, BARE)) {
      double first = Double.NaN;
      double last = Double.NaN;
      for (int i = 0; i < 30; i++) {
        Step step = training.step(batch);
        first = i == 0 ? step.loss() : first;
        last = step.loss();
        training.advance(step, RATE);
      }
      assertThat(last).isLessThan(first / 2);
    }
  }

  @Test
  void usesUpTheGradient() {
    try (Training training = training(BARE, BARE)) {
      Step step = training.step(batch);
      training.advance(step, RATE);
      assertThatThrownBy(() -> step.gradient().get("0.weight").toDoubles())
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void evaluatesWithRunningStatistics() {
    try (Training training = training(BARE, BARE);
        Evaluator evaluator = new Evaluator(backend, Numerics.PRECISE, BARE)) {
      for (int i = 0; i < 200; i++) {
        training.advance(training.step(batch), 0.01);
      }
      Parameters<Double> metrics = evaluator.evaluate(training.point(), batch);
      try (Step step = training.step(batch)) {
        assertThat(metrics.get("accuracy")).isBetween(0.0, 1.0);
        assertThat(metrics.get("loss")).isNotEqualTo(step.loss());
        assertThat(metrics.get("loss")).isCloseTo(step.loss(), within(0.1));
      }
    }
  }
}
