package org.normscape.probe.direction;

import com.google.auto.service.AutoService;
import java.util.Locale;
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
 * A random direction whose parts have the norms of the parts of θ (Li et al., NeurIPS 2018). The
 * numbers it is made of are the same at every step and in every run.
 *
 * @param per which parts
 * @param seed what it is drawn from; the two directions of a plane need two
 */
@AutoService(Direction.class)
public record NormalizedRandom(Granularity per, long seed) implements Direction {

  private static final String DRAWN = "drawn";
  private static final String PARAMETERS = "parameters";

  /** Filter by filter, of seed 1. */
  public NormalizedRandom() {
    this(Granularity.FILTER, 1);
  }

  @Override
  public String name() {
    return per.name().toLowerCase(Locale.ROOT) + "_normalized";
  }

  @Override
  public String words() {
    return "a random direction with the norms of θ, %s by %<s"
        .formatted(per.name().toLowerCase(Locale.ROOT));
  }

  @Override
  public Directed prepare(Site site, ProbedLoss loss) {
    return new Drawn(site, loss);
  }

  private final class Drawn implements Directed {

    private final ProbedLoss loss;
    private final Objective objective;
    private final Owner owner = new Owner();
    private final Parameters<Array> drawn;
    private final NamedExecutable normalized;

    Drawn(Site site, ProbedLoss loss) {
      this.loss = loss;
      this.objective = loss.objective(site);
      Parameters<TensorType> types = loss.moving(objective, objective.types().parameters());
      this.drawn = owner.own(Draws.normal(site.backend(), seed, "direction", types));
      this.normalized =
          NamedProgram.trace(
                  types.within(DRAWN).and(types.within(PARAMETERS)),
                  at -> at.under(DRAWN).zip(at.under(PARAMETERS), this::normalize))
              .compile(site.backend(), site.numerics());
    }

    private Tensor normalize(Tensor d, Tensor w) {
      return per.normalize(d, w);
    }

    @Override
    public Ray at(Situation situation, Owner taker) {
      Parameters<Array> here = loss.moving(objective, situation.point().parameters());
      return new Ray(normalized.run(drawn.within(DRAWN).and(here.within(PARAMETERS)), taker), 1);
    }

    @Override
    public void close() {
      normalized.close();
      owner.close();
    }
  }
}
