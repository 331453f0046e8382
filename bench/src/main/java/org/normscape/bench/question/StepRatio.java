package org.normscape.bench.question;

import org.normscape.bench.measure.Gauge;
import org.normscape.bench.measure.Workload;
import org.normscape.bench.trainer.Engine;
import org.normscape.bench.trainer.Setting;

/**
 * The time of a training step, divided by the mean of two of another network, one before and one
 * after it, so that a machine that slows down slows down both.
 */
final class StepRatio implements Gauge {

  private final Workload measured;
  private final Workload yardstick;
  private double before;

  private StepRatio(Workload measured, Workload yardstick) {
    this.measured = measured;
    this.yardstick = yardstick;
  }

  /** Both networks on backends of their own, which have taken one step each. */
  static StepRatio open(Engine engine, Setting measured, Setting yardstick) {
    StepRatio ratio =
        new StepRatio(Workloads.training(engine, measured), Workloads.training(engine, yardstick));
    ratio.measured.run();
    ratio.before = seconds(ratio.yardstick);
    return ratio;
  }

  @Override
  public double read() {
    double own = seconds(measured);
    double after = seconds(yardstick);
    double ratio = 2 * own / (before + after);
    before = after;
    return ratio;
  }

  private static double seconds(Workload workload) {
    long start = System.nanoTime();
    workload.run();
    return (System.nanoTime() - start) * 1e-9;
  }

  @Override
  public void close() {
    measured.close();
    yardstick.close();
  }
}
