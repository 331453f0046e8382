package org.normscape.probe.weight;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Set;
import org.normscape.component.Flat;
import org.normscape.objective.Need;
import org.normscape.objective.Need.Part;
import org.normscape.objective.Objective;
import org.normscape.probe.Instrument;
import org.normscape.probe.LossProbe;
import org.normscape.probe.Probe;
import org.normscape.probe.ProbedLoss;
import org.normscape.probe.Quantity;
import org.normscape.probe.Site;
import org.normscape.probe.Situation;
import org.normscape.probe.When;
import org.normscape.probe.when.AtStart;

/**
 * How heavy the tails of the gradient in each parameter are, on one batch: at initialization, deep
 * networks without normalization have gradients most of whose entries are small and a few enormous
 * (Bjorck et al., NeurIPS 2018, Figure 2). Normal numbers have a kurtosis of 3.
 *
 * <p>Costs: nothing but sums.
 *
 * <p>Confounded by: the number of entries: the largest of more is larger, and the kurtosis of few
 * is drawn; and dead units, whose zeros make tails look heavy.
 *
 * @param when at which steps
 * @param loss of which function, in which parameters
 */
@AutoService(Probe.class)
public record GradientTails(When when, @Flat ProbedLoss loss) implements LossProbe {

  /** At initialization, of all weights. */
  public GradientTails() {
    this(new AtStart(), ProbedLoss.ofWeights());
  }

  @Override
  public List<Quantity> quantities() {
    return TailQuantities.ALL;
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
    return new Reader(site);
  }

  private final class Reader implements Instrument {

    private final Objective objective;
    private final TailsProgram program;

    Reader(Site site) {
      this.objective = loss.objective(site);
      this.program =
          new TailsProgram(
              loss.moving(objective, objective.types().parameters()),
              site.backend(),
              site.numerics());
    }

    @Override
    public GradientProfile measure(Situation situation) {
      return new GradientProfile(
          program.run(loss.moving(objective, situation.found(need()).gradient())));
    }

    @Override
    public void close() {
      program.close();
    }
  }
}
