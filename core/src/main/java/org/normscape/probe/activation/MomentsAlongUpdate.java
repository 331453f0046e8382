package org.normscape.probe.activation;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Set;
import org.normscape.component.Components;
import org.normscape.component.Flat;
import org.normscape.ir.TensorType;
import org.normscape.objective.Need;
import org.normscape.objective.Objective;
import org.normscape.params.Parameters;
import org.normscape.probe.Instrument;
import org.normscape.probe.LayerPattern;
import org.normscape.probe.LossProbe;
import org.normscape.probe.Probe;
import org.normscape.probe.ProbedLoss;
import org.normscape.probe.Quantity;
import org.normscape.probe.Site;
import org.normscape.probe.When;
import org.normscape.probe.direction.StepDirection;
import org.normscape.probe.direction.Update;
import org.normscape.probe.grid.Grid;
import org.normscape.probe.grid.Linear;
import org.normscape.probe.when.AtStart;

/**
 * The mean and the standard deviation of each channel along one update, on one batch: where a step
 * diverges, the channels of the last layers explode in the last tenth of it (Bjorck et al., NeurIPS
 * 2018, Figure 4).
 *
 * <p>Costs: a forward pass for each place.
 *
 * <p>Confounded by: the learning rate, for the update is as long as training makes it; and the
 * batch, whose own gradient it follows.
 *
 * @param when at which steps
 * @param direction the step: the update of the optimizer, or one down the gradient
 * @param places how much of the step is made: 1 is the whole of it
 * @param layers the activations that are measured: a regular expression that their whole paths
 *     match
 * @param detail whether each channel is recorded
 * @param loss in which parameters the step is made, and with which statistics activations are taken
 */
@AutoService(Probe.class)
public record MomentsAlongUpdate(
    When when,
    StepDirection direction,
    Grid places,
    String layers,
    Detail detail,
    @Flat ProbedLoss loss)
    implements LossProbe {

  public MomentsAlongUpdate {
    new LayerPattern(MomentsAlongUpdate.class, layers);
    Components.require(
        !places.places().isEmpty(), MomentsAlongUpdate.class, "places", "must be some", places);
  }

  /** The first update, in tenths, of every activation. */
  public MomentsAlongUpdate() {
    this(new AtStart(), new Update(), new Linear(0, 1, 11), ".*", Detail.SUMMARY, new ProbedLoss());
  }

  @Override
  public List<Quantity> quantities() {
    return AlongQuantities.ALL;
  }

  @Override
  public Set<Need> needsOnBatch() {
    return direction.needs(loss);
  }

  @Override
  public void check(Site site) {
    types(loss.objective(site));
    Components.within(
        MomentsAlongUpdate.class, "direction", () -> direction.check(site, loss, when));
  }

  /** The activations that are measured. */
  Parameters<TensorType> types(Objective objective) {
    return ChosenActivations.types(
        new LayerPattern(MomentsAlongUpdate.class, layers), objective, loss.statistics());
  }

  @Override
  public Instrument prepareOnBatch(Site site) {
    return new AlongInstrument(this, site);
  }
}
