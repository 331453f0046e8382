package org.normscape.bench.question;

import java.util.function.Consumer;
import org.normscape.backend.Backends;
import org.normscape.bench.measure.Gauge;
import org.normscape.bench.trainer.Engine;
import org.normscape.bench.trainer.Setting;
import org.normscape.probe.Probe;

/**
 * What a probe costs, divided by so many times what a yardstick costs: in time, and in operations
 * of the programs that were run.
 *
 * @param probe the probe
 * @param before what is done before it, which costs nothing
 * @param measured what costs something
 * @param yardstick what its cost is divided by
 * @param times how many yardsticks it is divided by
 * @param runs how often the yardstick is timed before, and after
 */
record ProbeComparison(
    Probe probe,
    Consumer<Probed> before,
    Consumer<Probed> measured,
    Consumer<Probed> yardstick,
    int times,
    int runs) {

  /** A comparison before which nothing is done. */
  static ProbeComparison of(
      Probe probe, Consumer<Probed> measured, Consumer<Probed> yardstick, int times, int runs) {
    return new ProbeComparison(probe, probed -> {}, measured, yardstick, times, runs);
  }

  /**
   * A gauge of the ratio of times. The yardstick is taken before and after in the same process, so
   * that a machine that slows down slows down both.
   */
  Gauge timed(Engine engine, Setting setting) {
    return new Times(new Probed(Backends.open(engine.label()), setting, probe));
  }

  /** A gauge of the ratio of operations, which is the same on every machine. */
  Gauge counted(Setting setting) {
    CountedOperations backend = new CountedOperations(Backends.open(Engine.ours().get(0).label()));
    return new Counts(backend, new Probed(backend, setting, probe));
  }

  private final class Times implements Gauge {

    private final Probed probed;

    Times(Probed probed) {
      this.probed = probed;
    }

    @Override
    public double read() {
      before.accept(probed);
      double first = seconds(yardstick, runs);
      double own = seconds(measured, 1);
      double last = seconds(yardstick, runs);
      return own / (times * (first + last) / (2.0 * runs));
    }

    private double seconds(Consumer<Probed> act, int count) {
      long start = System.nanoTime();
      for (int i = 0; i < count; i++) {
        act.accept(probed);
      }
      return (System.nanoTime() - start) * 1e-9;
    }

    @Override
    public void close() {
      probed.close();
    }
  }

  private final class Counts implements Gauge {

    private final CountedOperations backend;
    private final Probed probed;

    Counts(CountedOperations backend, Probed probed) {
      this.backend = backend;
      this.probed = probed;
    }

    @Override
    public double read() {
      before.accept(probed);
      return operations(measured) / (times * operations(yardstick));
    }

    private double operations(Consumer<Probed> act) {
      backend.startAnew();
      act.accept(probed);
      return backend.operations();
    }

    @Override
    public void close() {
      probed.close();
    }
  }
}
