package org.normscape.probe.direction;

import com.google.auto.service.AutoService;
import org.normscape.params.Owner;
import org.normscape.probe.ProbedLoss;
import org.normscape.probe.Site;
import org.normscape.probe.Situation;

/**
 * The update of the optimizer, momentum and weight decay included: {@code θ′ − θ}, where the step
 * is going to lead. It is the update as it is carried out: where it is so small beside θ that it is
 * rounded, so is the direction.
 */
@AutoService({Direction.class, StepDirection.class})
public record Update() implements StepDirection {

  @Override
  public String name() {
    return "update";
  }

  @Override
  public String words() {
    return "the update of the optimizer at that step";
  }

  @Override
  public Directed prepare(Site site, ProbedLoss loss) {
    return new Ahead(new Way(site, loss));
  }

  private record Ahead(Way way) implements Directed {

    @Override
    public Ray at(Situation situation, Owner owner) {
      return way.between(situation.point(), situation.update(), owner);
    }

    @Override
    public void close() {
      way.close();
    }
  }
}
