package org.normscape.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.Backends;
import org.normscape.backend.Numerics;
import org.normscape.bench.measure.ResidentSet;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.nn.Conv2d;
import org.normscape.nn.Dense;
import org.normscape.nn.Flatten;
import org.normscape.nn.MaxPool;
import org.normscape.nn.Sequential;
import org.normscape.nn.activation.Relu;
import org.normscape.nn.loss.LossReduction;
import org.normscape.nn.loss.SoftmaxCrossEntropy;
import org.normscape.norm.BatchNorm;
import org.normscape.objective.NetworkObjective;
import org.normscape.optim.Descent;
import org.normscape.optim.Momentum;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;
import org.normscape.random.RandomStream;
import org.normscape.train.Step;
import org.normscape.train.Trainer;

/** A small network, trained for many steps while memory is watched. */
final class MemoryRun {

  private static final int EXAMPLES = 16;
  private static final int CLASSES = 4;
  private static final Descent DESCENT = new Descent(new Momentum(), 0.01);
  private static final NetworkObjective OBJECTIVE =
      new NetworkObjective(
          Sequential.of(
              Conv2d.of(8, 3),
              new BatchNorm(),
              new Relu(),
              MaxPool.square(2),
              new Flatten(),
              Dense.of(CLASSES)),
          new SoftmaxCrossEntropy(LossReduction.MEAN),
          Shape.of(EXAMPLES, 8, 8, 3),
          DType.FLOAT32);

  private MemoryRun() {}

  /**
   * What the process holds at one step.
   *
   * @param heapBytes the Java heap in use after a collection
   * @param residentBytes the resident set of the process
   */
  record Sample(String backend, int step, long heapBytes, long residentBytes) {

    private static Sample now(String backend, int step) {
      System.gc();
      long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
      return new Sample(backend, step, heap, ResidentSet.bytes());
    }
  }

  /** Trains, sampling at step 0 and then every so many steps; each sample is shown when taken. */
  static List<Sample> of(String name, int steps, int every, Consumer<Sample> shown) {
    if (every < 1) {
      throw new IllegalArgumentException(
          "memory: samples must be at least 1 step apart, but they are %s. To fix: 500 is usual."
              .formatted(every));
    }
    List<Sample> samples = new ArrayList<>();
    try (Backend backend = Backends.open(name);
        Trainer training = new Trainer(backend, Numerics.FAST, OBJECTIVE, DESCENT, 1)) {
      for (int step = 0; step <= steps; step++) {
        if (step % every == 0) {
          samples.add(Sample.now(name, step));
          shown.accept(samples.get(samples.size() - 1));
        }
        try (Owner owner = new Owner()) {
          Step taken = training.step(owner.own(batch(backend, step)));
          training.advance(taken, DESCENT.learningRate());
        }
      }
    }
    return samples;
  }

  private static Parameters<Array> batch(Backend backend, int step) {
    RandomStream random = RandomStream.of(step, "memory");
    double[] images = random.normal(OBJECTIVE.input().size(), 1);
    int[] labels = random.permutation(EXAMPLES);
    for (int i = 0; i < EXAMPLES; i++) {
      labels[i] %= CLASSES;
    }
    return Parameters.of("input", backend.array(OBJECTIVE.batch().get("input"), images))
        .and("target", backend.array(OBJECTIVE.batch().get("target"), labels));
  }
}
