package org.normscape.probe.plane;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Set;
import org.normscape.component.Components;
import org.normscape.component.Flat;
import org.normscape.objective.Need;
import org.normscape.probe.Instrument;
import org.normscape.probe.LossProbe;
import org.normscape.probe.Probe;
import org.normscape.probe.ProbedLoss;
import org.normscape.probe.Quantity;
import org.normscape.probe.Site;
import org.normscape.probe.When;
import org.normscape.probe.direction.Passes;
import org.normscape.probe.point.Steps;
import org.normscape.probe.when.AtEnd;
import org.normscape.probe.when.LogSpaced;

/**
 * The loss on the plane that a training lies in, or nearly: that of the principal components of
 * where it was (Li et al., NeurIPS 2018, section 7), or that through three points. The loss on a
 * plane is not the loss of the points that are off it: both are measured, and how much of the
 * variance is in the plane. All on one batch.
 *
 * <p>It keeps a copy of the network for each point, and a second one of the parameters that move
 * while it measures. Inner products are float64.
 *
 * <p>Costs: a forward pass for each place, two for each point; a copy of the network for each
 * point.
 *
 * <p>Confounded by: what lies off the plane: hold the loss of the points against that of their
 * projections, and read the shares of the variance; a random walk has most of its variance in two
 * components as well.
 *
 * @param when at which steps
 * @param points at which steps the points were; where the network is measured is the last one
 * @param basis which plane
 * @param margin how far the grid reaches beyond the points, as a share of their extent
 * @param places how many values along each axis
 * @param passes whether the gradient's norm is measured as well
 * @param loss of which function, and which parameters make up the plane; the others stay where they
 *     are at the last point
 */
@AutoService(Probe.class)
public record TrajectoryPlane(
    When when,
    When points,
    PlaneBasis basis,
    double margin,
    int places,
    Passes passes,
    @Flat ProbedLoss loss)
    implements LossProbe {

  /** More would take more memory than any figure needs. */
  private static final int MOST = 200;

  public TrajectoryPlane {
    Components.notNegative(TrajectoryPlane.class, "margin", margin);
    Components.require(places >= 2, TrajectoryPlane.class, "places", "must be at least 2", places);
  }

  /** At the end, of twenty points, 21 × 21 places that reach a quarter beyond them. */
  public TrajectoryPlane() {
    this(
        new AtEnd(),
        new LogSpaced(),
        PlaneBasis.PRINCIPAL_COMPONENTS,
        0.25,
        21,
        Passes.FORWARD,
        new ProbedLoss());
  }

  @Override
  public List<Quantity> quantities() {
    return TrajectoryQuantities.ALL;
  }

  @Override
  public Set<Need> needsOnBatch() {
    return Set.of();
  }

  @Override
  public When remembers() {
    return points;
  }

  @Override
  public boolean keepsRows() {
    return true;
  }

  @Override
  public void check(Site site) {
    loss.objective(site);
    Steps.due(when, site).forEach(step -> check(step, site));
  }

  private void check(int measured, Site site) {
    int earlier = (int) Steps.due(points, site).filter(step -> step < measured).count();
    String given = "%s at step %s".formatted(earlier, measured);
    Components.require(
        basis.takes(earlier + 1),
        TrajectoryPlane.class,
        "points",
        basis.rule(),
        given,
        "name other steps, or measure at another one");
    Components.require(
        earlier < MOST,
        TrajectoryPlane.class,
        "points",
        "must name at most %s steps, each of which takes the memory of a network"
            .formatted(MOST - 1),
        given,
        "name fewer steps");
  }

  @Override
  public Instrument prepareOnBatch(Site site) {
    return new TrajectoryInstrument(this, site);
  }
}
