package org.normscape.probe.direction;

import com.google.auto.service.AutoService;
import org.normscape.backend.Array;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.objective.Objective;
import org.normscape.params.NamedExecutable;
import org.normscape.params.NamedProgram;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;
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

  private static final String HERE = "here";
  private static final String THERE = "there";

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
    return new Ahead(site, loss);
  }

  private static final class Ahead implements Directed {

    private final ProbedLoss loss;
    private final Objective objective;
    private final NamedExecutable difference;

    Ahead(Site site, ProbedLoss loss) {
      this.loss = loss;
      this.objective = loss.objective(site);
      Parameters<TensorType> types = loss.moving(objective, objective.types().parameters());
      this.difference =
          NamedProgram.trace(
                  types.within(HERE).and(types.within(THERE)),
                  at -> at.under(THERE).zip(at.under(HERE), Tensor::minus))
              .compile(site.backend(), site.numerics());
    }

    @Override
    public Ray at(Situation situation, Owner owner) {
      Parameters<Array> here = loss.moving(objective, situation.point().parameters());
      Parameters<Array> there = loss.moving(objective, situation.update().parameters());
      return new Ray(difference.run(here.within(HERE).and(there.within(THERE)), owner), 1);
    }

    @Override
    public void close() {
      difference.close();
    }
  }
}
