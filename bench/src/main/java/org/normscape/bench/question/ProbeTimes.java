package org.normscape.bench.question;

import java.util.function.Consumer;
import org.normscape.bench.measure.Gauge;
import org.normscape.bench.trainer.Engine;
import org.normscape.bench.trainer.Setting;
import org.normscape.probe.Probe;

/**
 * How the time of a probe is compared: with so many times that of a yardstick, which is taken
 * before and after it in the same process, so that a machine that slows down slows down both.
 *
 * @param probe the probe
 * @param before what is done before it, which no time is taken of
 * @param measured what takes time
 * @param yardstick what its time is divided by
 * @param times how many yardsticks it is divided by
 * @param runs how often the yardstick is run before, and after
 */
record ProbeTimes(
    Probe probe,
    Consumer<Probed> before,
    Consumer<Probed> measured,
    Consumer<Probed> yardstick,
    int times,
    int runs) {

  /** A comparison before which nothing is done. */
  static ProbeTimes of(
      Probe probe, Consumer<Probed> measured, Consumer<Probed> yardstick, int times, int runs) {
    return new ProbeTimes(probe, probed -> {}, measured, yardstick, times, runs);
  }

  /** A gauge of the ratio. */
  Gauge open(Engine engine, Setting setting) {
    return new Ratio(new Probed(engine, setting, probe));
  }

  private final class Ratio implements Gauge {

    private final Probed probed;

    Ratio(Probed probed) {
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
}
