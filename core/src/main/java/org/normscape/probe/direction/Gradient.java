package org.normscape.probe.direction;

import com.google.auto.service.AutoService;
import java.util.Set;
import org.normscape.objective.Need;
import org.normscape.objective.Need.Part;
import org.normscape.objective.Objective;
import org.normscape.probe.ProbedLoss;
import org.normscape.probe.Site;

/** Down the gradient on the batch of the step: {@code −η g}, one step of gradient descent. */
@AutoService({Direction.class, StepDirection.class})
public record Gradient() implements StepDirection {

  @Override
  public String name() {
    return "gradient";
  }

  @Override
  public String words() {
    return "a step of gradient descent at the learning rate of the moment";
  }

  @Override
  public Set<Need> needs(ProbedLoss loss) {
    return Set.of(loss.need(Part.GRADIENT));
  }

  @Override
  public Directed prepare(Site site, ProbedLoss loss) {
    Objective objective = loss.objective(site);
    Need need = loss.need(Part.GRADIENT);
    return (situation, owner) ->
        new Ray(
            loss.moving(objective, situation.found(need).gradient()), -situation.learningRate());
  }
}
