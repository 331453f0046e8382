package org.normscape.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.Backends;
import org.normscape.bench.trainer.NormscapeTrainer;
import org.normscape.bench.trainer.Setting;
import org.normscape.experiments.train.Step;
import org.normscape.experiments.train.Training;
import org.normscape.nn.Statistics;
import org.normscape.objective.NetworkObjective;
import org.normscape.optim.Sgd;
import org.normscape.params.Parameters;
import org.normscape.probe.landscape.GradientLine;
import org.normscape.probe.landscape.GradientLineProbe;
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
 * What does a probe cost beyond its gradients? One measurement of {@link GradientLineProbe} at four
 * step lengths against four forward and backward passes, for VGG-A of full width, float32, batch
 * 128.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 1, time = 20)
@Measurement(iterations = 3, time = 30)
public class ProbeBenchmark {

  private static final List<Double> STEP_LENGTHS = List.of(0.05, 0.1, 0.2, 0.4);

  @Param({"tensorflow", "nd4j"})
  public String backend = "tensorflow";

  @Param public Normalizations normalization = Normalizations.BATCH;

  private Backend opened;
  private Training training;
  private GradientLineProbe probe;
  private Parameters<Array> batch;
  private Step step;

  /** Compiles the training and the probe, and takes the gradient from which the probe starts. */
  @Setup
  public void start() {
    Setting setting = Setting.vggA(normalization.normalization());
    NetworkObjective objective = setting.objective();
    opened = Backends.open(backend);
    training =
        new Training(opened, setting.numerics(), objective, objective, new Sgd(), setting.seed());
    probe =
        new GradientLineProbe(
            opened,
            setting.numerics(),
            objective,
            (path, spec) -> true,
            Statistics.BATCH_FROZEN_RUNNING);
    batch =
        NormscapeTrainer.arrays(
            opened, objective, setting.proceduralBatches(setting.batch()).at(0));
    step = training.step(batch);
  }

  /** The loss and its gradient at four places along the gradient. */
  @Benchmark
  public GradientLine probe() {
    return probe.measure(training.point(), step.loss(), step.gradient(), batch, STEP_LENGTHS);
  }

  /** As many losses and gradients at one place. */
  @Benchmark
  public double gradients() {
    double sum = 0;
    for (int i = 0; i < STEP_LENGTHS.size(); i++) {
      try (Step again = training.step(batch)) {
        sum += again.loss();
      }
    }
    return sum;
  }

  /** Gives everything back. */
  @TearDown
  public void stop() {
    step.close();
    batch.values().forEach(Array::close);
    probe.close();
    training.close();
    opened.close();
  }
}
