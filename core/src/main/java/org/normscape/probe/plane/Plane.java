package org.normscape.probe.plane;

import com.google.auto.service.AutoService;
import java.util.LinkedHashSet;
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
import org.normscape.probe.direction.Direction;
import org.normscape.probe.direction.Granularity;
import org.normscape.probe.direction.NormalizedRandom;
import org.normscape.probe.direction.Passes;
import org.normscape.probe.when.AtEnd;

/**
 * The loss on a plane through θ, {@code θ + α d + β e}, on one batch (Li et al., “Visualizing the
 * Loss Landscape of Neural Nets”, NeurIPS 2018).
 *
 * <p>As in the paper's code, biases and the parameters of normalizations stay where they are,
 * unless {@code parameters} names them. Unlike it, the plane is measured with the statistics of the
 * batch, unless {@code statistics} says otherwise: with the running ones it is another function.
 *
 * <p>Costs: a forward pass for each place: 51 × 51 of them are 2,601.
 *
 * <p>Confounded by: the normalization of the directions, without which planes of networks with
 * other weights cannot be compared; the seed of random ones, which show what is common and miss
 * what is rare; and running statistics, with which it is another function.
 *
 * @param when at which steps
 * @param first {@code d}
 * @param second {@code e}, another direction
 * @param radius the largest |α| and |β|
 * @param places how many values of α, and of β; with an odd number θ itself is one of the places
 * @param passes whether the gradient's norm is measured as well
 * @param loss of which function
 */
@AutoService(Probe.class)
public record Plane(
    When when,
    Direction first,
    Direction second,
    double radius,
    int places,
    Passes passes,
    @Flat ProbedLoss loss)
    implements LossProbe {

  public Plane {
    Components.positive(Plane.class, "radius", radius);
    Components.require(places >= 2, Plane.class, "places", "must be at least 2", places);
    Components.require(
        !first.equals(second),
        Plane.class,
        "second",
        "must be another direction than the first",
        second,
        "give it another kind or another seed");
  }

  /** At the end, filter-normalized, 21 × 21 places from −1 to 1. */
  public Plane() {
    this(
        new AtEnd(),
        new NormalizedRandom(Granularity.FILTER, 1),
        new NormalizedRandom(Granularity.FILTER, 2),
        1,
        21,
        Passes.FORWARD,
        ProbedLoss.ofWeights());
  }

  @Override
  public List<Quantity> quantities() {
    return SurfaceQuantities.ALL;
  }

  @Override
  public Set<Need> needsOnBatch() {
    Set<Need> needs = new LinkedHashSet<>(first.needs(loss));
    needs.addAll(second.needs(loss));
    return Set.copyOf(needs);
  }

  @Override
  public When remembers() {
    When one = first.remembers();
    When other = second.remembers();
    return (step, steps) -> one.isDue(step, steps) || other.isDue(step, steps);
  }

  @Override
  public boolean keepsRows() {
    return true;
  }

  @Override
  public void check(Site site) {
    loss.objective(site);
    Components.within(Plane.class, "first", () -> first.check(site, loss, when));
    Components.within(Plane.class, "second", () -> second.check(site, loss, when));
  }

  @Override
  public Instrument prepareOnBatch(Site site) {
    return new PlaneInstrument(this, site);
  }
}
