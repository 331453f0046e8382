package org.normscape.probe.line;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Set;
import org.normscape.backend.Array;
import org.normscape.component.Components;
import org.normscape.objective.Need;
import org.normscape.objective.Point;
import org.normscape.params.Parameters;
import org.normscape.probe.BatchProbe;
import org.normscape.probe.Instrument;
import org.normscape.probe.Probe;
import org.normscape.probe.ProbedBatch;
import org.normscape.probe.Quantity;
import org.normscape.probe.Site;
import org.normscape.probe.Situation;
import org.normscape.probe.When;
import org.normscape.probe.grid.Grid;
import org.normscape.probe.grid.Linear;
import org.normscape.probe.point.EarlierPoint;
import org.normscape.probe.point.KnownPoint;
import org.normscape.probe.point.OtherPoint;
import org.normscape.probe.when.AtEnd;

/**
 * The loss on the straight line from another point, such as where the network was at an earlier
 * step, to where it is, and how far it rises above the line between the losses of both (Goodfellow
 * et al., ICLR 2015; Frankle et al., ICML 2020), on one batch.
 *
 * <p>Costs: a forward pass for each place, with recomputed statistics as many more as there are
 * batches; a copy of the network.
 *
 * <p>Confounded by: running statistics, which fit no network between two others: a barrier that
 * goes away with recomputed ones is theirs; units that may be permuted; and the batch.
 *
 * @param when at which steps
 * @param from the other point
 * @param places the values of α between 0, the other point, and 1; both ends are measured anyway
 * @param statistics which statistics normalizations use on the way
 * @param batches from how many fresh batches {@code recomputed} statistics come; what is left of
 *     the mixture of both ends is the decay of the running statistics to this power
 * @param batch on which batch
 */
@AutoService(Probe.class)
public record LossBarrier(
    When when,
    OtherPoint from,
    Grid places,
    PathStatistics statistics,
    int batches,
    ProbedBatch batch)
    implements FromAnotherPoint, BatchProbe {

  public LossBarrier {
    Shares.require(LossBarrier.class, places);
    Components.count(LossBarrier.class, "batches", batches);
  }

  /** At the end, back to the start, at eleven places, with the statistics of the batch. */
  public LossBarrier() {
    this(
        new AtEnd(),
        new EarlierPoint(),
        new Linear(0, 1, 11),
        PathStatistics.BATCH,
        50,
        ProbedBatch.STEP);
  }

  @Override
  public List<Quantity> quantities() {
    return BarrierQuantities.ALL;
  }

  @Override
  public Set<Need> needsOnBatch() {
    return Set.of();
  }

  @Override
  public Instrument prepareOnBatch(Site site) {
    return new Walk(this, new PathMeter(site, statistics, batches), from.prepare(site));
  }

  private record Walk(LossBarrier probe, PathMeter meter, KnownPoint other) implements Instrument {

    @Override
    public MeasuredBarrier measure(Situation situation) {
      List<Point<Array>> ends = List.of(other.point(), situation.point());
      return new MeasuredBarrier(meter.along(ends, situation, probe.places.places()));
    }

    @Override
    public void remember(int step, Point<Array> point) {
      other.remember(step, point);
    }

    @Override
    public Parameters<Array> memory() {
      return other.memory();
    }

    @Override
    public void recall(Parameters<Array> memory) {
      other.recall(memory);
    }

    @Override
    public void close() {
      other.close();
      meter.close();
    }
  }
}
