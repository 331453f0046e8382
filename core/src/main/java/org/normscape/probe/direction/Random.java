package org.normscape.probe.direction;

import com.google.auto.service.AutoService;
import org.normscape.ir.TensorType;
import org.normscape.objective.Objective;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;
import org.normscape.probe.ProbedLoss;
import org.normscape.probe.Site;
import org.normscape.probe.Situation;

/**
 * A direction of independent standard normal numbers, the same at every step and in every run.
 *
 * @param seed what they are drawn from; two directions need two
 */
@AutoService(Direction.class)
public record Random(long seed) implements Direction {

  /** The direction of seed 1. */
  public Random() {
    this(1);
  }

  @Override
  public String name() {
    return "random";
  }

  @Override
  public String words() {
    return "a random direction of standard normal numbers";
  }

  @Override
  public Directed prepare(Site site, ProbedLoss loss) {
    Objective objective = loss.objective(site);
    Parameters<TensorType> types = loss.moving(objective, objective.types().parameters());
    Owner owner = new Owner();
    Ray ray = new Ray(owner.own(Draws.normal(site.backend(), seed, "direction", types)), 1);
    return new Fixed(ray, owner);
  }

  private record Fixed(Ray ray, Owner drawn) implements Directed {

    @Override
    public Ray at(Situation situation, Owner owner) {
      return ray;
    }

    @Override
    public void close() {
      drawn.close();
    }
  }
}
