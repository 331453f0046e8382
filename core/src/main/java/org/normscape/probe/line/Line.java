package org.normscape.probe.line;

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
import org.normscape.probe.direction.Passes;
import org.normscape.probe.direction.StepScale;
import org.normscape.probe.direction.Update;
import org.normscape.probe.grid.Grid;
import org.normscape.probe.grid.Logarithmic;
import org.normscape.probe.when.Every;

/**
 * The loss along any direction, on one batch: down the gradient, along the update, along a random
 * line. Its quantities are named with the direction, so that several lines stand side by side.
 *
 * <p>Costs: a forward pass for each place; a backward pass too unless passes = forward; and what
 * the direction costs.
 *
 * <p>Confounded by: the scale of the direction: only equal distances, or equal relative ones,
 * compare networks whose weights or gradients differ in size; and the batch, where the direction is
 * made from it.
 *
 * @param when at which steps
 * @param direction where the line leads
 * @param scale what the places are counted in; the same distance makes networks comparable whose
 *     gradients differ in size
 * @param places how far along the line to measure
 * @param passes whether the gradient's norm is measured as well
 * @param loss of which function
 */
@AutoService(Probe.class)
public record Line(
    When when,
    Direction direction,
    StepScale scale,
    Grid places,
    Passes passes,
    @Flat ProbedLoss loss)
    implements LossProbe {

  public Line {
    Components.require(
        !places.places().isEmpty(), Line.class, "places", "must be at least one", places);
  }

  /** Every step, along its update, from a 64th of it to 64 times it. */
  public Line() {
    this(
        new Every(),
        new Update(),
        StepScale.DIRECTION,
        new Logarithmic(),
        Passes.FORWARD_AND_BACKWARD,
        new ProbedLoss());
  }

  @Override
  public List<Quantity> quantities() {
    return LineQuantities.of(this).all();
  }

  @Override
  public Set<Need> needsOnBatch() {
    Set<Need> needs = new LinkedHashSet<>(direction.needs(loss));
    needs.add(loss.need());
    return Set.copyOf(needs);
  }

  @Override
  public When remembers() {
    return direction.remembers();
  }

  @Override
  public void check(Site site) {
    loss.objective(site);
    Components.within(Line.class, "direction", () -> direction.check(site, loss, when));
  }

  @Override
  public Instrument prepareOnBatch(Site site) {
    return new LineInstrument(this, site);
  }
}
