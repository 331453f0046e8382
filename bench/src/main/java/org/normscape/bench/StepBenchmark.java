package org.normscape.bench;

import java.util.concurrent.TimeUnit;
import org.normscape.bench.trainer.Setting;
import org.normscape.bench.trainer.Trainer;
import org.normscape.experiments.data.Batch;
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
 * How long does a training step take? VGG-A of full width, float32, batches of 128: the batch goes
 * to the device, forward, backward, update, and the loss comes back.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 10)
@Measurement(iterations = 3, time = 20)
public class StepBenchmark {

  @Param({"tensorflow", "nd4j", Trainer.LIBTORCH})
  public String engine = Trainer.LIBTORCH;

  @Param public Normalizations normalization = Normalizations.BATCH;

  private Trainer trainer;
  private Batch batch;

  /** Starts the engine and draws a batch. */
  @Setup
  public void start() {
    Setting setting = Setting.vggA(normalization.normalization());
    trainer = Trainer.open(engine, setting);
    batch = setting.proceduralBatches(setting.batch()).at(0);
  }

  /** One step. */
  @Benchmark
  public double step() {
    return trainer.step(batch);
  }

  /** Gives everything back. */
  @TearDown
  public void stop() {
    trainer.close();
  }
}
