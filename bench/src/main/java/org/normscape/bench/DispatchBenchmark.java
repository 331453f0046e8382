package org.normscape.bench;

import java.util.concurrent.TimeUnit;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.Backends;
import org.normscape.backend.Numerics;
import org.normscape.experiments.train.Step;
import org.normscape.experiments.train.Training;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.model.DeepLinear;
import org.normscape.nn.Glorot;
import org.normscape.nn.Reduction;
import org.normscape.nn.SquaredError;
import org.normscape.norm.None;
import org.normscape.objective.NetworkObjective;
import org.normscape.optim.Sgd;
import org.normscape.params.Parameters;
import org.normscape.random.RandomStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does an operation cost before it computes anything? A training step of the deep linear
 * network of Santurkar et al. (2018), section 2: 25 matrices of 10 by 10, float32, 32 examples,
 * some hundred operations of a few thousand floating-point operations each. The reference backend,
 * which dispatches nothing, is the yardstick.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
public class DispatchBenchmark {

  private static final int EXAMPLES = 32;
  private static final int LAYERS = 25;
  private static final int SIZE = 10;
  private static final double LEARNING_RATE = 1e-4;
  private static final NetworkObjective OBJECTIVE =
      new NetworkObjective(
          new DeepLinear(LAYERS, SIZE, new None(), Glorot.uniform()).network(),
          new SquaredError(Reduction.MEAN),
          Shape.of(EXAMPLES, SIZE),
          DType.FLOAT32);

  @Param({"tensorflow", "nd4j", "reference"})
  public String backend = "reference";

  private Backend opened;
  private Training training;
  private Parameters<Array> batch;

  /** Compiles the training and draws the data. */
  @Setup
  public void start() {
    opened = Backends.open(backend);
    training = new Training(opened, Numerics.FAST, OBJECTIVE, OBJECTIVE, new Sgd(), 1);
    batch =
        OBJECTIVE
            .batch()
            .map(
                type ->
                    opened.array(
                        type, RandomStream.of(1, "dispatch").normal(type.shape().size(), 1)));
  }

  /** One step. */
  @Benchmark
  public double step() {
    Step step = training.step(batch);
    training.advance(step, LEARNING_RATE);
    return step.loss();
  }

  /** Gives everything back. */
  @TearDown
  public void stop() {
    batch.values().forEach(Array::close);
    training.close();
    opened.close();
  }
}
