package org.normscape.backend.tf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.Compilation;
import org.normscape.backend.Executable;
import org.normscape.backend.FloatSource;
import org.normscape.backend.ForwardingBackend;
import org.normscape.backend.Numerics;
import org.normscape.contract.cases.NoisyScale;
import org.normscape.ir.DType;
import org.normscape.ir.Program;
import org.normscape.ir.Shape;
import org.normscape.ir.TensorType;
import org.normscape.nn.Dense;
import org.normscape.nn.Sequential;
import org.normscape.nn.loss.LossReduction;
import org.normscape.nn.loss.SoftmaxCrossEntropy;
import org.normscape.objective.NetworkObjective;
import org.normscape.objective.Objective;
import org.normscape.optim.Descent;
import org.normscape.optim.Sgd;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;
import org.normscape.replay.Witness;
import org.normscape.train.StepNoise;
import org.normscape.train.Trainer;

/** Noise on a device that is not the host: drawn there while the step before it is taken. */
final class NoiseAheadTest {

  private static final int STEPS = 20;
  private static final int SEED = 7;

  private static final Objective NOISY =
      new NetworkObjective(
          Sequential.of(Dense.of(5), new NoisyScale(0.5), Dense.of(2)),
          new SoftmaxCrossEntropy(LossReduction.MEAN),
          Shape.of(3, 4),
          DType.FLOAT32);

  /** A backend that tells of the noise that was drawn. */
  private record Drawing(Backend backend, BlockingQueue<Array> drawn) implements ForwardingBackend {

    @Override
    public Executable compile(Program program, Compilation compilation) {
      return backend.compile(program, compilation);
    }

    @Override
    public Array array(TensorType type, FloatSource source) {
      Array array = backend.array(type, source);
      drawn.add(array);
      return array;
    }
  }

  /** Lets no step run before the noise of the next one has been drawn. */
  private static final class Holding implements Witness.Observer {

    private final BlockingQueue<Array> drawn;
    private @Nullable Array noise;
    private int overlapped;

    Holding(BlockingQueue<Array> drawn) {
      this.drawn = drawn;
    }

    @Override
    public void before(Executable executable, List<Array> arguments) {
      if (noise == null) {
        noise = drawn.poll();
      }
      if (arguments.contains(noise)) {
        noise = next();
        overlapped++;
      }
    }

    private Array next() {
      try {
        Array next = drawn.poll(1, TimeUnit.MINUTES);
        assertThat(next).as("the noise of step %s", overlapped + 1).isNotNull();
        return next;
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }

    @Override
    public void after(Executable executable, List<Array> results) {}
  }

  private static List<Double> losses(Backend backend) {
    List<Double> losses = new ArrayList<>();
    try (Trainer trainer =
        new Trainer(backend, Numerics.FAST, NOISY, new Descent(new Sgd(), 0.1), SEED)) {
      trainer.train(
          STEPS, (step, owner) -> batch(backend, owner), (number, step) -> losses.add(step.loss()));
    }
    return losses;
  }

  private static Parameters<Array> batch(Backend backend, Owner owner) {
    return owner.own(
        Parameters.of("input", backend.array(NOISY.batch().get("input"), new float[12]))
            .and("target", backend.array(NOISY.batch().get("target"), new int[] {0, 1, 1})));
  }

  @Test
  void isDrawnWhileTheDeviceIsHeldInTheStepBefore() {
    BlockingQueue<Array> drawn = new LinkedBlockingQueue<>();
    Holding holding = new Holding(drawn);
    try (Backend backend = new Witness(new Drawing(SecondProcessor.open(), drawn), holding)) {
      assertThat(losses(backend)).hasSize(STEPS);
    }
    assertThat(holding.overlapped).isEqualTo(STEPS);
  }

  @Test
  void trainingHasTheBitsOfTheHost() {
    try (Backend host = Place.PROCESSOR.open();
        Backend second = Place.SECOND_PROCESSOR.open()) {
      assertThat(losses(second)).hasSize(STEPS).isEqualTo(losses(host));
    }
  }

  @ParameterizedTest
  @EnumSource
  void isThatOfTheStepWhoeverDrawsIt(Place place) {
    try (Backend backend = place.open();
        StepNoise noise = StepNoise.of(NOISY, backend, SEED)) {
      for (int step : new int[] {5, 6, 7, 0, 1}) {
        try (Owner owner = new Owner()) {
          List<float[]> expected = floats(owner.own(NOISY.drawNoise(backend, SEED, step)));
          assertThat(floats(owner.own(noise.at(step))))
              .hasSize(1)
              .containsExactlyElementsOf(expected);
        }
      }
    }
  }

  private static List<float[]> floats(Parameters<Array> arrays) {
    return arrays.map(Array::toFloats).values();
  }
}
