package org.normscape.probe.curvature.spectrum;

import org.normscape.linalg.LinearOperator;
import org.normscape.probe.Measurement;
import org.normscape.probe.Site;
import org.normscape.probe.Situation;
import org.normscape.probe.curvature.CurvatureInstrument;
import org.normscape.random.RandomStream;

/** {@link BlockTraces} that are ready to be measured. */
final class BlockTracesInstrument extends CurvatureInstrument {

  private final BlockTraces probe;

  BlockTracesInstrument(BlockTraces probe, Site site) {
    super(probe, probe.of(), site);
    this.probe = probe;
  }

  @Override
  protected Measurement measure(Situation situation, LinearOperator operator, RandomStream random) {
    return new MeasuredBlockTraces(
        probe.of().matrix(), probe.estimator().partTraces(operator, space(), random));
  }
}
