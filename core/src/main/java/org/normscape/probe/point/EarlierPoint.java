package org.normscape.probe.point;

import com.google.auto.service.AutoService;
import java.util.List;
import org.normscape.backend.Array;
import org.normscape.component.Components;
import org.normscape.objective.Point;
import org.normscape.params.Parameters;
import org.normscape.probe.Site;
import org.normscape.probe.When;
import org.normscape.probe.when.AtSteps;

/**
 * Where the network was at an earlier step of the same training. It keeps a copy of the network.
 *
 * @param step the step, by how many updates had been made: 0 is where training started
 */
@AutoService(OtherPoint.class)
public record EarlierPoint(int step) implements OtherPoint {

  public EarlierPoint {
    Components.notNegative(EarlierPoint.class, "step", step);
  }

  /** Where training started. */
  public EarlierPoint() {
    this(0);
  }

  @Override
  public String name() {
    return "step_" + step;
  }

  @Override
  public String words() {
    return "where the network was after %s updates".formatted(step);
  }

  @Override
  public When remembers() {
    return new AtSteps(List.of(step));
  }

  @Override
  public void check(Site site, When when) {
    Steps.due(when, site)
        .findFirst()
        .ifPresent(
            first ->
                Components.require(
                    step <= first,
                    EarlierPoint.class,
                    "step",
                    "must be at most %s, the first step at which the probe measures"
                        .formatted(first),
                    step,
                    "name an earlier step, or measure later"));
  }

  @Override
  public KnownPoint prepare(Site site) {
    return new Kept(step, new KeptPoints(site.backend()));
  }

  private record Kept(int step, KeptPoints points) implements KnownPoint {

    @Override
    public Point<Array> point() {
      return points.at(step);
    }

    @Override
    public void remember(int now, Point<Array> point) {
      points.remember(now, point);
    }

    @Override
    public Parameters<Array> memory() {
      return points.memory();
    }

    @Override
    public void recall(Parameters<Array> memory) {
      points.recall(memory);
    }

    @Override
    public void close() {
      points.close();
    }
  }
}
