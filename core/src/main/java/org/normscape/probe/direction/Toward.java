package org.normscape.probe.direction;

import com.google.auto.service.AutoService;
import org.normscape.backend.Array;
import org.normscape.component.Components;
import org.normscape.objective.Point;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;
import org.normscape.probe.ProbedLoss;
import org.normscape.probe.Site;
import org.normscape.probe.Situation;
import org.normscape.probe.When;
import org.normscape.probe.point.EarlierPoint;
import org.normscape.probe.point.KnownPoint;
import org.normscape.probe.point.OtherPoint;

/**
 * Towards another point: at the multiple 1 the line is there, at 0 it is where the network is.
 *
 * @param point which point
 */
@AutoService(Direction.class)
public record Toward(OtherPoint point) implements Direction {

  /** Back to where training started. */
  public Toward() {
    this(new EarlierPoint());
  }

  @Override
  public String name() {
    return "toward_" + point.name();
  }

  @Override
  public String words() {
    return "the way to " + point.words();
  }

  @Override
  public When remembers() {
    return point.remembers();
  }

  @Override
  public void check(Site site, ProbedLoss loss, When when) {
    Components.within(Toward.class, "point", () -> point.check(site, when));
  }

  @Override
  public Directed prepare(Site site, ProbedLoss loss) {
    return new There(point.prepare(site), new Way(site, loss));
  }

  private record There(KnownPoint other, Way way) implements Directed {

    @Override
    public Ray at(Situation situation, Owner owner) {
      return way.between(situation.point(), other.point(), owner);
    }

    @Override
    public void remember(int step, Point<Array> point) {
      other.remember(step, point);
    }

    @Override
    public Parameters<Array> memory() {
      return other.memory();
    }

    @Override
    public void recall(Parameters<Array> memory) {
      other.recall(memory);
    }

    @Override
    public void close() {
      other.close();
      way.close();
    }
  }
}
