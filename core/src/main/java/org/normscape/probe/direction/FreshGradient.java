package org.normscape.probe.direction;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import org.normscape.backend.Array;
import org.normscape.component.Components;
import org.normscape.objective.Finder;
import org.normscape.objective.Need;
import org.normscape.objective.Need.Part;
import org.normscape.objective.Needs;
import org.normscape.objective.Objective;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;
import org.normscape.probe.ProbedBatch;
import org.normscape.probe.ProbedLoss;
import org.normscape.probe.Site;
import org.normscape.probe.Situation;
import org.normscape.probe.When;

/**
 * Down the gradient on another batch: one step of gradient descent that the batch of the step knows
 * nothing of. What the loss does along it tells the gradient's direction from its own noise.
 *
 * @param batch which of the fresh batches of a step; 0 is the one on which a loss with {@code batch
 *     = fresh} is measured
 */
@AutoService({Direction.class, StepDirection.class})
public record FreshGradient(int batch) implements StepDirection {

  public FreshGradient {
    Components.notNegative(FreshGradient.class, "batch", batch);
  }

  /** The first fresh batch. */
  public FreshGradient() {
    this(0);
  }

  @Override
  public String name() {
    return "fresh_gradient";
  }

  @Override
  public String words() {
    return "a step of gradient descent, at the learning rate of the moment, on a batch that is drawn anew";
  }

  @Override
  public void check(Site site, ProbedLoss loss, When when) {
    Components.require(
        loss.batch() == ProbedBatch.STEP || batch > 0,
        FreshGradient.class,
        "batch",
        "must be at least 1 where the loss is measured on fresh batch 0",
        batch,
        "choose another, or take the direction gradient");
  }

  @Override
  public Directed prepare(Site site, ProbedLoss loss) {
    return new Elsewhere(site, loss);
  }

  private final class Elsewhere implements Directed {

    private final ProbedLoss loss;
    private final Objective objective;
    private final Need need;
    private final Finder finder;

    Elsewhere(Site site, ProbedLoss loss) {
      this.loss = loss;
      this.objective = loss.objective(site);
      this.need = loss.need(Part.GRADIENT);
      this.finder =
          Needs.of(site.objectives(), List.of(need)).compile(site.backend(), site.numerics());
    }

    @Override
    public Ray at(Situation situation, Owner owner) {
      List<Parameters<Array>> found = new ArrayList<>();
      situation
          .more()
          .withFresh(
              situation.step(),
              batch,
              fresh -> found.add(finder.find(situation.point(), fresh, owner).of(need).gradient()));
      return new Ray(loss.moving(objective, found.get(0)), -situation.learningRate());
    }

    @Override
    public void close() {
      finder.close();
    }
  }
}
