package org.normscape.bench;

import java.util.concurrent.TimeUnit;
import org.normscape.bench.deeplinear.DeepLinearStep;
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
 * What does dispatch cost the Java virtual machine? A training step of the deep linear network
 * under JMH, whose profilers tell the garbage ({@code -prof gc}) and the stacks ({@code -prof
 * stack}) that the question "dispatch" does not.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
public class DispatchBenchmark {

  @Param({"tensorflow", "nd4j", "reference"})
  public String backend = "reference";

  private DeepLinearStep step;

  /** Compiles the training and draws the data. */
  @Setup
  public void start() {
    step = DeepLinearStep.open(backend);
  }

  /** One step. */
  @Benchmark
  public double step() {
    step.run();
    return step.loss();
  }

  /** Gives everything back. */
  @TearDown
  public void stop() {
    step.close();
  }
}
