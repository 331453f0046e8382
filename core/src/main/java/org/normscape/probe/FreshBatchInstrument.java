package org.normscape.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.normscape.backend.Array;
import org.normscape.objective.Finder;
import org.normscape.objective.Findings;
import org.normscape.objective.Found;
import org.normscape.objective.Need;
import org.normscape.objective.Needs;
import org.normscape.objective.Point;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;

/** The instrument of a {@link BatchProbe} on a batch that is drawn for the step. */
final class FreshBatchInstrument implements Instrument {

  private final Instrument instrument;
  private final Optional<Finder> finder;

  FreshBatchInstrument(BatchProbe probe, Site site) {
    this.instrument = probe.prepareOnBatch(site);
    Set<Need> needs = probe.needsOnBatch();
    this.finder =
        needs.isEmpty()
            ? Optional.empty()
            : Optional.of(
                Needs.of(site.objectives(), needs).compile(site.backend(), site.numerics()));
  }

  @Override
  public Measurement measure(Situation situation) {
    List<Measurement> measured = new ArrayList<>();
    situation.more().withFresh(situation.step(), 0, batch -> measured.add(on(batch, situation)));
    return measured.get(0);
  }

  private Measurement on(Parameters<Array> batch, Situation situation) {
    try (Owner owner = new Owner()) {
      Optional<Findings> findings = finder.map(f -> f.find(situation.point(), batch, owner));
      return instrument.measure(new Elsewhere(situation, batch, findings));
    }
  }

  @Override
  public void remember(int step, Point<Array> point) {
    instrument.remember(step, point);
  }

  @Override
  public Parameters<Array> memory() {
    return instrument.memory();
  }

  @Override
  public void recall(Parameters<Array> memory) {
    instrument.recall(memory);
  }

  @Override
  public void close() {
    instrument.close();
    finder.ifPresent(Finder::close);
  }

  /**
   * A moment of a training, seen on another batch.
   *
   * @param moment the moment itself
   * @param batch the other batch
   * @param findings what was found on it
   */
  private record Elsewhere(Situation moment, Parameters<Array> batch, Optional<Findings> findings)
      implements Situation {

    @Override
    public int step() {
      return moment.step();
    }

    @Override
    public long seed() {
      return moment.seed();
    }

    @Override
    public double learningRate() {
      return moment.learningRate();
    }

    @Override
    public Point<Array> point() {
      return moment.point();
    }

    @Override
    public Found found(Need need) {
      return findings.orElseThrow().of(need);
    }

    @Override
    public Parameters<Array> memory() {
      return moment.memory();
    }

    @Override
    public Point<Array> update() {
      return moment.update();
    }

    @Override
    public MoreBatches more() {
      return moment.more();
    }

    @Override
    public Journal journal() {
      return moment.journal();
    }
  }
}
