package org.normscape.probe.shift;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Set;
import org.normscape.backend.Array;
import org.normscape.component.Flat;
import org.normscape.linalg.Comparison;
import org.normscape.objective.Finder;
import org.normscape.objective.Need;
import org.normscape.objective.Need.Part;
import org.normscape.objective.Needs;
import org.normscape.objective.Objective;
import org.normscape.objective.Point;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;
import org.normscape.probe.Instrument;
import org.normscape.probe.LossProbe;
import org.normscape.probe.Probe;
import org.normscape.probe.ProbedLoss;
import org.normscape.probe.Quantity;
import org.normscape.probe.Site;
import org.normscape.probe.Situation;
import org.normscape.probe.When;
import org.normscape.probe.when.Every;

/**
 * How well the gradient predicts itself over the update that training makes: the gradient after the
 * update, on the same batch, compared with the gradient before it. It costs one forward and one
 * backward pass, and is the control of gradient predictiveness along the gradient, whose steps no
 * training makes (Santurkar et al., NeurIPS 2018, section 3).
 *
 * <p>Costs: a forward and a backward pass.
 *
 * <p>Confounded by: the learning rate: a smaller update changes the gradient less; and the batch,
 * which is the same on both sides.
 *
 * @param when at which steps
 * @param loss of which function; parameters that it does not name make their update too, but are in
 *     neither gradient nor distance
 */
@AutoService(Probe.class)
public record ConsecutiveGradients(When when, @Flat ProbedLoss loss) implements LossProbe {

  /** Every step. */
  public ConsecutiveGradients() {
    this(new Every(), new ProbedLoss());
  }

  @Override
  public List<Quantity> quantities() {
    return ShiftQuantities.OF_AN_UPDATE;
  }

  @Override
  public Set<Need> needsOnBatch() {
    return Set.of(need());
  }

  private Need need() {
    return loss.need(Part.GRADIENT);
  }

  @Override
  public Instrument prepareOnBatch(Site site) {
    return new Ahead(site);
  }

  private final class Ahead implements Instrument {

    private final Objective objective;
    private final Comparison comparison;
    private final Finder finder;

    Ahead(Site site) {
      this.objective = loss.objective(site);
      this.comparison =
          new Comparison(
              site.backend(),
              site.numerics(),
              loss.moving(objective, objective.types().parameters()));
      this.finder =
          Needs.of(site.objectives(), List.of(need())).compile(site.backend(), site.numerics());
    }

    @Override
    public GradientChange measure(Situation situation) {
      Point<Array> here = situation.point();
      Point<Array> ahead = new Point<>(situation.update().parameters(), here.state());
      try (Owner owner = new Owner()) {
        Parameters<Array> there =
            finder.find(ahead, situation.batch(), owner).of(need()).gradient();
        return new GradientChange(
            compare(situation.found(need()).gradient(), there),
            compare(here.parameters(), ahead.parameters()).difference());
      }
    }

    private Comparison.Compared compare(Parameters<Array> one, Parameters<Array> other) {
      return comparison.of(loss.moving(objective, one), loss.moving(objective, other));
    }

    @Override
    public void close() {
      comparison.close();
      finder.close();
    }
  }
}
