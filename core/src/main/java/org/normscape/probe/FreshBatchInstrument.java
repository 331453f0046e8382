package org.normscape.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.normscape.backend.Array;
import org.normscape.objective.Found;
import org.normscape.objective.Need;
import org.normscape.objective.Point;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;

/**
 * The instrument of a {@link BatchProbe} on a batch that is drawn for the step.
 *
 * @param instrument measures on the batch it is shown
 * @param needs finds on that batch what the probe needs
 */
record FreshBatchInstrument(Instrument instrument, OwnProgram needs)
    implements ForwardingInstrument {

  FreshBatchInstrument(BatchProbe probe, Site site) {
    this(probe.prepareOnBatch(site), new OwnProgram(probe.needsOnBatch(), site));
  }

  @Override
  public Measurement measure(Situation situation) {
    List<Measurement> measured = new ArrayList<>();
    situation.more().withFresh(situation.step(), 0, batch -> measured.add(on(batch, situation)));
    return measured.get(0);
  }

  private Measurement on(Parameters<Array> batch, Situation situation) {
    try (Owner owner = new Owner()) {
      return instrument.measure(
          new Elsewhere(situation, batch, needs.find(situation.point(), batch, owner)));
    }
  }

  @Override
  public void close() {
    instrument.close();
    needs.close();
  }

  /**
   * A moment of a training, seen on another batch.
   *
   * @param moment the moment itself
   * @param batch the other batch
   * @param finder what was found on it, by need
   */
  private record Elsewhere(Situation moment, Parameters<Array> batch, Function<Need, Found> finder)
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
      return finder.apply(need);
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
