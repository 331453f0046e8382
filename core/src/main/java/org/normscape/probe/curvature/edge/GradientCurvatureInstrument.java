package org.normscape.probe.curvature.edge;

import org.normscape.backend.Array;
import org.normscape.linalg.LinearOperator;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;
import org.normscape.probe.Measurement;
import org.normscape.probe.Site;
import org.normscape.probe.Situation;
import org.normscape.probe.curvature.CurvatureInstrument;
import org.normscape.random.RandomStream;

/** A {@link GradientCurvature} that is ready to be measured. */
final class GradientCurvatureInstrument extends CurvatureInstrument {

  private final GradientCurvature probe;

  GradientCurvatureInstrument(GradientCurvature probe, Site site) {
    super(probe, probe.of(), site);
    this.probe = probe;
  }

  @Override
  protected Measurement measure(Situation situation, LinearOperator operator, RandomStream random) {
    Parameters<Array> g = products().chosen(situation.found(probe.of().gradient()).gradient());
    try (Owner step = new Owner()) {
      Parameters<Array> unit = step.own(space().scaled(1 / space().norm(g), g));
      double curvature = space().dot(unit, step.own(operator.apply(unit)));
      return new DirectionalCurvature(probe.of().matrix(), curvature, situation.learningRate());
    }
  }
}
