package org.normscape.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.BackendException;
import org.normscape.backend.Compilation;
import org.normscape.backend.Executable;
import org.normscape.backend.FloatSource;
import org.normscape.backend.ForwardingBackend;
import org.normscape.backend.Numerics;
import org.normscape.check.CountingBackend;
import org.normscape.check.Elsewhere;
import org.normscape.check.Threads;
import org.normscape.contract.cases.NoisyScale;
import org.normscape.ir.DType;
import org.normscape.ir.Program;
import org.normscape.ir.Shape;
import org.normscape.ir.TensorType;
import org.normscape.nn.Dense;
import org.normscape.nn.Layer;
import org.normscape.nn.Sequential;
import org.normscape.nn.loss.LossReduction;
import org.normscape.nn.loss.SoftmaxCrossEntropy;
import org.normscape.objective.NetworkObjective;
import org.normscape.objective.Objective;
import org.normscape.optim.Descent;
import org.normscape.optim.Sgd;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;
import org.normscape.reference.ReferenceBackend;

final class StepNoiseTest {

  private static final String THREAD = "noise";
  private static final int SEED = 7;
  private static final Objective QUIET = objective(Dense.of(2));
  private static final Objective NOISY =
      objective(Sequential.of(new NoisyScale(0.5), Dense.of(5), new NoisyScale(0.5), Dense.of(2)));

  private final CountingBackend host = new CountingBackend(new ReferenceBackend());
  private final Backend elsewhere = new Elsewhere(host);

  /** A backend that remembers which threads drew, and has memory for so many arrays of noise. */
  private record Drawing(Backend backend, Queue<Thread> drawing, int most)
      implements ForwardingBackend {

    @Override
    public Executable compile(Program program, Compilation compilation) {
      return backend.compile(program, compilation);
    }

    @Override
    public synchronized Array array(TensorType type, FloatSource source) {
      if (drawing.size() == most) {
        throw new BackendException("no memory for noise", new IllegalStateException());
      }
      drawing.add(Thread.currentThread());
      return backend.array(type, source);
    }
  }

  private static Objective objective(Layer network) {
    return new NetworkObjective(
        network, new SoftmaxCrossEntropy(LossReduction.MEAN), Shape.of(3, 4), DType.FLOAT32);
  }

  private static Trainer trainer(Backend backend, Objective objective) {
    return new Trainer(backend, Numerics.FAST, objective, new Descent(new Sgd(), 0.1), SEED);
  }

  private static Parameters<Array> batch(Backend backend, Owner owner) {
    return owner.own(
        Parameters.of("input", backend.array(NOISY.batch().get("input"), new float[12]))
            .and("target", backend.array(NOISY.batch().get("target"), new int[] {0, 1, 1})));
  }

  private static List<Double> losses(Backend backend, Objective objective, int steps) {
    List<Double> losses = new ArrayList<>();
    try (Trainer trainer = trainer(backend, objective)) {
      trainer.train(
          steps, (step, owner) -> batch(backend, owner), (number, step) -> losses.add(step.loss()));
    }
    return losses;
  }

  @AfterEach
  void nothingIsLeft() throws InterruptedException {
    assertThat(Threads.left(THREAD)).isEmpty();
    assertThat(host.open()).isZero();
    host.close();
  }

  @Test
  void isThatOfTheStepWhoeverDrawsIt() {
    try (StepNoise ahead = StepNoise.of(NOISY, elsewhere, SEED);
        StepNoise whenAsked = StepNoise.of(NOISY, host, SEED)) {
      // From a step in the middle on, as where a training is resumed, and back.
      for (int step : new int[] {9, 10, 11, 0, 1, 1}) {
        try (Owner owner = new Owner()) {
          Parameters<Array> expected = owner.own(NOISY.drawNoise(host, SEED, step));
          assertSame(owner.own(ahead.at(step)), expected);
          assertSame(owner.own(whenAsked.at(step)), expected);
        }
      }
    }
  }

  private static void assertSame(Parameters<Array> noise, Parameters<Array> expected) {
    assertThat(noise.paths()).isEqualTo(expected.paths()).hasSize(2);
    assertThat(noise.map(Array::toDoubles).values())
        .containsExactlyElementsOf(expected.map(Array::toDoubles).values());
  }

  @Test
  void trainingIsTheSameOnBoth() {
    assertThat(losses(elsewhere, NOISY, 20)).isEqualTo(losses(host, NOISY, 20)).hasSize(20);
  }

  @Test
  void onTheHostNoThreadIsStarted() {
    try (StepNoise noise = StepNoise.of(NOISY, host, SEED);
        Owner owner = new Owner()) {
      owner.own(noise.at(0));
      assertThat(Threads.called(THREAD)).isEmpty();
    }
  }

  @Test
  void onTheHostNothingIsDrawnForAStepThatNobodyTakes() {
    Queue<Thread> drawing = new ConcurrentLinkedQueue<>();
    losses(new Drawing(host, drawing, 100), NOISY, 3);
    assertThat(drawing).hasSize(2 * 3);
  }

  @Test
  void noThreadIsStartedWhereNoLayerDraws() {
    try (StepNoise noise = StepNoise.of(QUIET, elsewhere, SEED)) {
      assertThat(noise.at(0).paths()).isEmpty();
      assertThat(Threads.called(THREAD)).isEmpty();
    }
  }

  @Test
  void afterThousandsOfStepsOneThreadHasDrawnAndNoArrayIsLeft() {
    try (Trainer trainer = trainer(elsewhere, NOISY);
        Owner owner = new Owner()) {
      Parameters<Array> batch = batch(elsewhere, owner);
      Set<Thread> drew = new HashSet<>();
      trainer.train(
          2000,
          (step, made) -> batch,
          (number, step) -> {
            if (number % 100 == 0) {
              drew.addAll(Threads.called(THREAD));
            }
          });
      assertThat(drew).hasSize(1);
    }
  }

  @Test
  void whatDrawingThrowsReachesTheStepAndEndsTheThread() {
    // Of each step two arrays: there is memory for those of the steps 0 to 2.
    Backend small = new Drawing(elsewhere, new ConcurrentLinkedQueue<>(), 6);
    List<Integer> taken = new ArrayList<>();
    try (Trainer trainer = trainer(small, NOISY)) {
      assertThatThrownBy(
              () ->
                  trainer.train(
                      9, (step, owner) -> batch(small, owner), (number, step) -> taken.add(number)))
          .isInstanceOf(BackendException.class)
          .hasMessageContaining("no memory for noise");
      assertThat(taken).containsExactly(0, 1, 2);
    }
  }
}
