package org.normscape.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.normscape.backend.Array;
import org.normscape.backend.Numerics;
import org.normscape.check.CountingBackend;
import org.normscape.contract.cases.NoisyScale;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.nn.Bias;
import org.normscape.nn.Dense;
import org.normscape.nn.Sequential;
import org.normscape.nn.Statistics;
import org.normscape.nn.initialization.Glorot;
import org.normscape.nn.loss.LossReduction;
import org.normscape.nn.loss.SoftmaxCrossEntropy;
import org.normscape.nn.loss.SquaredError;
import org.normscape.norm.BatchNorm;
import org.normscape.objective.Need;
import org.normscape.objective.NetworkObjective;
import org.normscape.objective.Objective;
import org.normscape.objective.Penalty;
import org.normscape.objective.Point;
import org.normscape.optim.Cosine;
import org.normscape.optim.Descent;
import org.normscape.optim.Momentum;
import org.normscape.optim.Sgd;
import org.normscape.optim.WeightDecay;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;
import org.normscape.random.RandomStream;
import org.normscape.reference.ReferenceBackend;

class TrainerTest {

  private static final int EXAMPLES = 12;
  private static final int FEATURES = 4;
  private static final int CLASSES = 3;
  private static final double RATE = 0.25;
  private static final double DECAY = 0.5;

  private static final Objective OBJECTIVE =
      new NetworkObjective(
          Sequential.of(Dense.of(5), new BatchNorm(), Dense.of(CLASSES)),
          new SoftmaxCrossEntropy(LossReduction.MEAN),
          Shape.of(EXAMPLES, FEATURES),
          DType.FLOAT64);
  private static final Descent PLAIN = new Descent(new Sgd(), RATE);
  private static final Need BARE = Need.gradient(Penalty.EXCLUDED);

  private final CountingBackend backend = new CountingBackend(new ReferenceBackend());
  private final Parameters<Array> batch = batch();

  @AfterEach
  void close() {
    batch.values().forEach(Array::close);
    assertThat(backend.open()).isZero();
    backend.close();
  }

  private Parameters<Array> batch() {
    RandomStream random = RandomStream.of(1, "test");
    int[] labels = new int[EXAMPLES];
    for (int i = 0; i < EXAMPLES; i++) {
      labels[i] = random.nextInt(CLASSES);
    }
    double[] inputs = random.normal(EXAMPLES * FEATURES, 1);
    return Parameters.of("input", backend.array(OBJECTIVE.batch().get("input"), inputs))
        .and("target", backend.array(OBJECTIVE.batch().get("target"), labels));
  }

  private Trainer trainer(Descent descent) {
    return new Trainer(backend, Numerics.PRECISE, OBJECTIVE, descent, 7);
  }

  private static Parameters<List<Double>> read(Parameters<Array> arrays) {
    return arrays.map(array -> Arrays.stream(array.toDoubles()).boxed().toList());
  }

  @Test
  void movesAgainstTheGradientItReported() {
    try (Trainer trainer = trainer(PLAIN)) {
      Parameters<double[]> before = trainer.point().parameters().map(Array::toDoubles);
      Step step = trainer.step(batch);
      Parameters<double[]> gradient = step.gradient().map(Array::toDoubles);
      trainer.advance(step, RATE);
      Parameters<double[]> after = trainer.point().parameters().map(Array::toDoubles);
      for (String path : before.paths()) {
        double[] expected = before.get(path).clone();
        Arrays.setAll(expected, i -> expected[i] - RATE * gradient.get(path)[i]);
        assertThat(after.get(path)).as(path).containsExactly(expected, within(1e-15));
      }
    }
  }

  @Test
  void remembersStatisticsOnlyWhenItAdvances() {
    try (Trainer trainer = trainer(PLAIN)) {
      double[] start = trainer.point().state().get("1.mean").toDoubles();
      Step step = trainer.step(batch);
      assertThat(trainer.point().state().get("1.mean").toDoubles()).containsExactly(start);
      trainer.advance(step, RATE);
      assertThat(trainer.point().state().get("1.mean").toDoubles()).isNotEqualTo(start);
    }
  }

  @Test
  void findsTheGradientWithoutThePenaltyToo() {
    Descent decayed =
        new Descent(
            new Sgd(), RATE, new Cosine(), new WeightDecay(DECAY, WeightDecay.AppliesTo.ALL));
    try (Trainer plain = trainer(PLAIN);
        Trainer trainer = trainer(decayed);
        Step bare = plain.step(batch);
        Step step = trainer.step(batch, Set.of(BARE))) {
      assertThat(read(step.found(BARE).gradient())).isEqualTo(read(bare.gradient()));
      assertThat(step.found(BARE).loss()).isEqualTo(bare.loss());
      assertThat(step.loss()).isCloseTo(bare.loss() + step.metrics().get("penalty"), within(1e-12));
      assertThat(read(step.gradient())).isNotEqualTo(read(bare.gradient()));
    }
  }

  @Test
  void aStepIsTheSameWhateverElseIsAskedFor() {
    Set<Need> needs = Set.of(BARE, Need.loss(Statistics.RUNNING, Penalty.EXCLUDED));
    try (Trainer asked = trainer(new Descent());
        Trainer alone = trainer(new Descent())) {
      for (int i = 0; i < 5; i++) {
        asked.advance(asked.step(batch, needs), RATE);
        alone.advance(alone.step(batch), RATE);
      }
      assertThat(read(asked.point().parameters())).isEqualTo(read(alone.point().parameters()));
      assertThat(read(asked.point().state())).isEqualTo(read(alone.point().state()));
    }
  }

  @Test
  void compilesOneProgramForEachUnionOfNeeds() {
    Set<Need> more = Set.of(Need.loss(Statistics.RUNNING, Penalty.EXCLUDED));
    try (Trainer trainer = trainer(PLAIN)) {
      int before = backend.compiled();
      trainer.step(batch, Set.of(BARE)).close();
      trainer.step(batch, Set.of(Need.training())).close();
      assertThat(backend.compiled()).isEqualTo(before);
      trainer.step(batch, more).close();
      trainer.step(batch, more).close();
      assertThat(backend.compiled()).isEqualTo(before + 1);
    }
  }

  @Test
  void saysWhereAStepWouldLead() {
    try (Trainer trainer = trainer(new Descent(new Momentum(), RATE))) {
      trainer.advance(trainer.step(batch), RATE);
      Step step = trainer.step(batch);
      Parameters<List<Double>> before = read(trainer.point().parameters());
      Point<Array> ahead = trainer.update(step, RATE);
      Parameters<List<Double>> parameters = read(ahead.parameters());
      Parameters<List<Double>> state = read(ahead.state());
      assertThat(read(trainer.point().parameters())).isEqualTo(before).isNotEqualTo(parameters);
      trainer.advance(step, RATE);
      assertThat(read(trainer.point().parameters())).isEqualTo(parameters);
      assertThat(read(trainer.point().state())).isEqualTo(state);
    }
  }

  @Test
  void usesAStepUp() {
    try (Trainer trainer = trainer(PLAIN)) {
      Step step = trainer.step(batch);
      double loss = step.loss();
      trainer.advance(step, RATE);
      assertThat(step.loss()).isEqualTo(loss);
      assertThatThrownBy(step::gradient)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("before their owner closes");
      assertThatThrownBy(() -> trainer.advance(step, RATE))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "Trainer: a step must start from where the network is, but it has moved since. To fix: make another step.");
    }
  }

  @Test
  void aClosedStepMovesNothing() {
    try (Trainer trainer = trainer(PLAIN)) {
      Step step = trainer.step(batch);
      step.close();
      step.close();
      assertThatThrownBy(() -> trainer.advance(step, RATE))
          .isInstanceOf(IllegalStateException.class);
      trainer.advance(trainer.step(batch), RATE);
    }
  }

  @Test
  void goesOnFromWhereItIsPut() {
    try (Trainer ahead = trainer(new Descent(new Momentum(), RATE));
        Trainer behind = trainer(new Descent(new Momentum(), RATE))) {
      ahead.advance(ahead.step(batch), RATE);
      behind.moveTo(
          new Point<>(copy(ahead.point().parameters()), copy(ahead.point().state())),
          copy(ahead.memory()));
      ahead.advance(ahead.step(batch), RATE);
      behind.advance(behind.step(batch), RATE);
      assertThat(read(behind.point().parameters())).isEqualTo(read(ahead.point().parameters()));
      assertThat(read(behind.memory())).isEqualTo(read(ahead.memory()));
    }
  }

  private Parameters<Array> copy(Parameters<Array> arrays) {
    return arrays.map(array -> backend.array(array.type(), array.toDoubles()));
  }

  @Test
  void holdsAsManyArraysAfterThousandsOfStepsAsAtTheStart() {
    try (Trainer trainer = trainer(new Descent(new Momentum(), 0.01))) {
      trainer.point();
      int atTheStart = backend.open();
      for (int i = 0; i < 3000; i++) {
        Step step = trainer.step(batch, i % 3 == 0 ? Set.of(BARE) : Set.of());
        if (i % 5 == 0) {
          trainer.update(step, 0.01);
        }
        if (i % 7 == 0) {
          step.close();
        } else {
          trainer.advance(step, 0.01);
        }
        assertThat(backend.open()).isEqualTo(atTheStart);
      }
    }
  }

  /** Whoever starts the task of another seed at once has drawn one point and not two. */
  @Test
  void drawsAStartingPointWhenItIsLookedAt() {
    int before = backend.open();
    try (Trainer trainer = trainer(PLAIN)) {
      trainer.start(9);
      assertThat(backend.open()).isEqualTo(before);
      int drawn = trainer.point().with(Parameters.none()).size() + trainer.memory().size();
      assertThat(backend.open()).isEqualTo(before + drawn);
    }
    assertThat(backend.open()).isEqualTo(before);
  }

  @Test
  void evaluatesWithRunningStatistics() {
    try (Trainer trainer = trainer(PLAIN);
        Evaluator evaluator = new Evaluator(backend, Numerics.PRECISE, OBJECTIVE)) {
      for (int i = 0; i < 200; i++) {
        trainer.advance(trainer.step(batch), 0.01);
      }
      Parameters<Double> metrics = evaluator.evaluate(trainer.point(), batch);
      try (Step step = trainer.step(batch)) {
        assertThat(metrics.get("accuracy")).isBetween(0.0, 1.0);
        assertThat(metrics.get("loss")).isNotEqualTo(step.loss());
        assertThat(metrics.get("loss")).isCloseTo(step.loss(), within(0.1));
      }
    }
  }

  /** {@code (w − y)²} under gradient descent: the distance shrinks by {@code 1 − 2 · rate}. */
  @Test
  void trainsALineAsItsClosedFormSays() {
    Objective line =
        new NetworkObjective(
            Sequential.of(new Dense(1, Bias.WITHOUT, Glorot.uniform())),
            new SquaredError(LossReduction.MEAN),
            Shape.of(1, 1),
            DType.FLOAT64);
    Descent descent = new Descent(new Sgd(), 0.1, new Cosine(), new WeightDecay());
    List<Double> losses = new ArrayList<>();
    try (Trainer trainer = new Trainer(backend, Numerics.PRECISE, line, descent, 3)) {
      double distance = trainer.point().parameters().get("0.weight").toScalar() - 2;
      int taken =
          trainer.train(
              20,
              (step, owner) ->
                  owner.own(
                      line.batch()
                          .map(type -> 1.0)
                          .replacedBy(Parameters.of("target", 2.0))
                          .zip(line.batch(), (value, type) -> backend.array(type, value))),
              (number, step) -> losses.add(step.loss()));
      assertThat(taken).isEqualTo(20);
      for (int step = 0; step < 20; step++) {
        assertThat(losses.get(step)).isCloseTo(distance * distance, within(1e-13));
        distance *= 1 - 2 * descent.learningRateAt(step, 20);
      }
    }
  }

  @Test
  void drawsTheNoiseOfEachStep() {
    Objective noisy =
        new NetworkObjective(
            Sequential.of(Dense.of(5), new NoisyScale(0.5), Dense.of(CLASSES)),
            new SoftmaxCrossEntropy(LossReduction.MEAN),
            Shape.of(EXAMPLES, FEATURES),
            DType.FLOAT64);
    List<Double> losses = new ArrayList<>();
    try (Trainer whole = new Trainer(backend, Numerics.PRECISE, noisy, PLAIN, 7);
        Trainer single = new Trainer(backend, Numerics.PRECISE, noisy, PLAIN, 7)) {
      whole.train(3, (step, owner) -> batch, (number, step) -> losses.add(step.loss()));
      for (int i = 0; i < 3; i++) {
        try (Owner owner = new Owner()) {
          Step step = single.step(batch.and(owner.own(noisy.drawNoise(backend, 7, i))));
          assertThat(step.loss()).isEqualTo(losses.get(i));
          single.advance(step, RATE);
        }
      }
      try (Owner owner = new Owner();
          Step first = whole.step(batch.and(owner.own(noisy.drawNoise(backend, 7, 3))));
          Step second = whole.step(batch.and(owner.own(noisy.drawNoise(backend, 7, 4))))) {
        assertThat(first.loss()).isNotEqualTo(second.loss());
      }
    }
  }

  @Test
  void endsWhereALossIsNotFinite() {
    List<Integer> seen = new ArrayList<>();
    try (Trainer trainer = trainer(new Descent(new Sgd(), 1e300))) {
      int taken = trainer.train(9, (step, owner) -> batch, (number, step) -> seen.add(number));
      assertThat(taken).isLessThan(9);
      assertThat(seen).endsWith(taken).hasSize(taken + 1);
    }
  }
}
