package org.normscape.probe.line;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Set;
import org.normscape.backend.Array;
import org.normscape.component.Components;
import org.normscape.objective.Need;
import org.normscape.objective.Point;
import org.normscape.optim.Descent;
import org.normscape.optim.Momentum;
import org.normscape.params.Parameters;
import org.normscape.probe.Instrument;
import org.normscape.probe.Probe;
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
 * The loss on a quadratic Bézier curve from another point, such as where the network was at an
 * earlier step, to where it is, beside that on the straight line (Garipov et al., “Loss Surfaces,
 * Mode Connectivity, and Fast Ensembling of DNNs”, NeurIPS 2018). The control point between them is
 * trained first, so that the mean of the loss over the curve falls. The network itself does not
 * move. The curve is trained on fresh batches and measured on that of the step.
 *
 * <p>Costs: as many steps of training as are asked for, then two forward passes for each place; a
 * copy of the network and what the optimizer remembers.
 *
 * <p>Confounded by: how long the curve was trained, and with which rate: a barrier that is left may
 * be one that was not gone around yet; and running statistics, which fit no network between two
 * others.
 *
 * @param when at which steps
 * @param from the other point
 * @param optimizer what moves the control point
 * @param steps how many steps it is trained
 * @param places the values of α between 0, the other point, and 1; both ends are measured anyway
 * @param statistics which statistics normalizations use where the loss is measured; in training
 *     they use those of the batch
 * @param batches from how many fresh batches {@code recomputed} statistics come
 */
@AutoService(Probe.class)
public record BezierCurve(
    When when,
    OtherPoint from,
    Descent optimizer,
    int steps,
    Grid places,
    PathStatistics statistics,
    int batches)
    implements FromAnotherPoint {

  public BezierCurve {
    Components.count(BezierCurve.class, "steps", steps);
    Shares.require(BezierCurve.class, places);
    Components.count(BezierCurve.class, "batches", batches);
  }

  /** At the end, back to the start: 100 steps with momentum, eleven places. */
  public BezierCurve() {
    this(
        new AtEnd(),
        new EarlierPoint(),
        new Descent(new Momentum(0.9), 0.01),
        100,
        new Linear(0, 1, 11),
        PathStatistics.BATCH,
        50);
  }

  @Override
  public List<Quantity> quantities() {
    return CurveQuantities.ALL;
  }

  @Override
  public Set<Need> needs() {
    return Set.of();
  }

  @Override
  public Instrument prepare(Site site) {
    return new Bend(
        this,
        new CurveTraining(site, optimizer, steps),
        new PathMeter(site, statistics, batches),
        from.prepare(site));
  }

  private record Bend(BezierCurve probe, CurveTraining training, PathMeter meter, KnownPoint other)
      implements Instrument {

    @Override
    public MeasuredCurve measure(Situation situation) {
      Point<Array> start = other.point();
      Point<Array> end = situation.point();
      Point<Array> middle = training.middle(List.of(start, end), situation);
      List<Double> places = probe.places.places();
      return new MeasuredCurve(
          meter.along(List.of(start, middle, end), situation, places),
          meter.along(List.of(start, end), situation, places));
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
      training.close();
    }
  }
}
