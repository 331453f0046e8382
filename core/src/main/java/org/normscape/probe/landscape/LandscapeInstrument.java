package org.normscape.probe.landscape;

import java.util.List;
import org.normscape.objective.Found;
import org.normscape.objective.Objective;
import org.normscape.probe.Instrument;
import org.normscape.probe.Site;
import org.normscape.probe.Situation;

/** A {@link Landscape} that is ready to measure. */
final class LandscapeInstrument implements Instrument {

  private final Landscape landscape;
  private final Objective objective;
  private final GradientLineProbe probe;

  LandscapeInstrument(Landscape landscape, Site site) {
    this.landscape = landscape;
    this.objective = landscape.loss().objective(site);
    this.probe =
        new GradientLineProbe(
            site.backend(),
            site.numerics(),
            objective,
            (path, parameter) -> landscape.loss().parameters().contains(parameter.role()),
            landscape.loss().statistics());
  }

  @Override
  public GradientLine measure(Situation situation) {
    List<Double> lengths =
        landscape.stepLengths().stream()
            .map(factor -> Landscape.length(factor, situation.learningRate(), objective))
            .toList();
    Found found = situation.found(landscape.need());
    return probe.measure(
        situation.point(), found.loss(), found.gradient(), situation.batch(), lengths);
  }

  @Override
  public void close() {
    probe.close();
  }
}
