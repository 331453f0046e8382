package org.normscape.probe.curvature.spectrum;

import org.normscape.linalg.LinearOperator;
import org.normscape.probe.Measurement;
import org.normscape.probe.Site;
import org.normscape.probe.Situation;
import org.normscape.probe.curvature.CurvatureInstrument;
import org.normscape.random.RandomStream;

/** A {@link HessianTrace} that is ready to be measured. */
final class TraceInstrument extends CurvatureInstrument {

  private final HessianTrace probe;

  TraceInstrument(HessianTrace probe, Site site) {
    super(probe, probe.of(), site);
    this.probe = probe;
  }

  @Override
  protected Measurement measure(Situation situation, LinearOperator operator, RandomStream random) {
    return new MeasuredTrace(
        probe.of().matrix(),
        probe.estimator().trace(operator, space(), random),
        space().dimension());
  }
}
