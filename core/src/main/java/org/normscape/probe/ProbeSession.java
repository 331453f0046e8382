package org.normscape.probe;

import org.normscape.backend.Array;
import org.normscape.objective.Point;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;

/**
 * One probe at one site, with the program of what it needs: a probe used outside the experiments.
 *
 * <pre>
 * try (ProbeSession session = new ProbeSession(new Landscape(), Site.of(backend, numerics, objective))) {
 *   session.measure(point, batch).readings().forEach(System.out::println);
 * }
 * </pre>
 */
public final class ProbeSession implements AutoCloseable {

  private final Site site;
  private final long seed;
  private final Instrument instrument;
  private final OwnProgram needs;

  /** Compiles what the probe runs and what it needs; what it draws, it draws from seed 0. */
  public ProbeSession(Probe probe, Site site) {
    this(probe, site, 0);
  }

  /**
   * Compiles what the probe runs and what it needs.
   *
   * @param seed what the probe draws, it draws from it
   */
  public ProbeSession(Probe probe, Site site, long seed) {
    this.site = site;
    this.seed = seed;
    this.instrument = probe.prepare(site);
    this.needs = new OwnProgram(probe.needs(), site);
  }

  /**
   * Measures at a point, on a batch.
   *
   * @param point where; it stays as it is
   * @param batch the batch, by the objective's paths; it stays as it is
   */
  public Measurement measure(Point<Array> point, Parameters<Array> batch) {
    try (Owner owner = new Owner()) {
      return instrument.measure(
          new Snapshot(point, batch, seed, site.learningRate(0), needs.find(point, batch, owner)));
    }
  }

  /**
   * Keeps a point, for a probe that measures from where a training was.
   *
   * @param step how many updates had been made, one of the steps that the probe names
   * @param point where it was; it stays as it is
   */
  public void remember(int step, Point<Array> point) {
    instrument.remember(step, point);
  }

  @Override
  public void close() {
    instrument.close();
    needs.close();
  }
}
