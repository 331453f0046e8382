package org.normscape.probe.sharpness;

import com.google.auto.service.AutoService;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.normscape.component.Components;
import org.normscape.component.Flat;
import org.normscape.objective.Need;
import org.normscape.params.Owner;
import org.normscape.probe.Instrument;
import org.normscape.probe.LossProbe;
import org.normscape.probe.Probe;
import org.normscape.probe.ProbedLoss;
import org.normscape.probe.Quantity;
import org.normscape.probe.Site;
import org.normscape.probe.Situation;
import org.normscape.probe.When;
import org.normscape.probe.direction.Directed;
import org.normscape.probe.direction.LossAround;
import org.normscape.probe.direction.LossAround.Places;
import org.normscape.probe.direction.Passes;
import org.normscape.probe.direction.StepDirection;
import org.normscape.probe.direction.Update;
import org.normscape.probe.when.Every;

/**
 * The learning rate at which the update would raise the loss of its own batch, η_c, and the
 * critical sharpness 2/η_c (Kalra et al., arXiv 2601.16979, 2026): on a quadratic along an
 * eigenvector, its eigenvalue.
 *
 * <p>The learning rate of the step is tried first, then others by growing factors until two enclose
 * η_c, then the geometric middle of these. Where the loss rises, falls and rises again, one of
 * these places is found.
 *
 * <p>Costs: a forward pass for each evaluation, nine by default, and no derivative beyond the
 * step's own.
 *
 * <p>Confounded by: the batch: it is that of the update, whose loss rises later than that of fresh
 * examples; and momentum, with which an update may raise the loss at any rate. Where the loss
 * rises, falls and rises again, one place of several is found.
 *
 * @param when at which steps
 * @param direction the update, or another step of training
 * @param evaluations how many learning rates are tried: forward passes
 * @param loss of which function
 */
@AutoService(Probe.class)
public record CriticalSharpness(
    When when, StepDirection direction, int evaluations, @Flat ProbedLoss loss)
    implements LossProbe {

  public CriticalSharpness {
    Components.require(
        evaluations >= 2,
        CriticalSharpness.class,
        "evaluations",
        "must be at least 2",
        evaluations);
  }

  /** Every step, along its update, by nine forward passes. */
  public CriticalSharpness() {
    this(new Every(), new Update(), 9, new ProbedLoss());
  }

  @Override
  public List<Quantity> quantities() {
    return CriticalQuantities.ALL;
  }

  @Override
  public Set<Need> needsOnBatch() {
    Set<Need> needs = new LinkedHashSet<>(direction.needs(loss));
    needs.add(loss.need());
    return Set.copyOf(needs);
  }

  @Override
  public void check(Site site) {
    loss.objective(site);
    Components.within(
        CriticalSharpness.class, "direction", () -> direction.check(site, loss, when));
  }

  @Override
  public Instrument prepareOnBatch(Site site) {
    return new Bisection(site);
  }

  private final class Bisection implements Instrument {

    private final Directed directed;
    private final LossAround around;

    Bisection(Site site) {
      this.directed = direction.prepare(site, loss);
      this.around = new LossAround(site, loss, 1, Passes.FORWARD);
    }

    @Override
    public CriticalStep measure(Situation situation) {
      double here = situation.found(loss.need()).loss();
      try (Owner owner = new Owner()) {
        Places places = around.around(situation, List.of(directed.at(situation, owner)));
        Bracket found = Bracket.around(1, evaluations, t -> !(places.at(t).loss() <= here));
        return CriticalStep.of(found, situation.learningRate());
      }
    }

    @Override
    public void close() {
      directed.close();
      around.close();
    }
  }
}
