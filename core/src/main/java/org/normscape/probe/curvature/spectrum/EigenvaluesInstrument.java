package org.normscape.probe.curvature.spectrum;

import java.util.List;
import org.normscape.linalg.LinearOperator;
import org.normscape.linalg.eigen.Eigenpair;
import org.normscape.linalg.eigen.Eigenpairs;
import org.normscape.probe.Measurement;
import org.normscape.probe.Site;
import org.normscape.probe.Situation;
import org.normscape.probe.curvature.EigenpairInstrument;
import org.normscape.probe.curvature.spectrum.SpectrumEnds.Found;
import org.normscape.random.RandomStream;

/** {@link HessianEigenvalues} that are ready to be measured. */
final class EigenvaluesInstrument extends EigenpairInstrument {

  private final HessianEigenvalues probe;

  EigenvaluesInstrument(HessianEigenvalues probe, Site site) {
    super(probe, probe.of(), probe.lanczos(), site);
    this.probe = probe;
  }

  @Override
  protected Measurement measure(Situation situation, LinearOperator operator, RandomStream random) {
    Eigenpairs found = solve(operator, random);
    return new SpectrumEnds(
        probe.of().matrix(),
        values(found.largest()),
        values(found.smallest()),
        found.products(),
        space().norm(products().chosen(situation.point().parameters())),
        situation.learningRate());
  }

  private static List<Found> values(List<Eigenpair> pairs) {
    return pairs.stream().map(pair -> new Found(pair.value(), pair.residual())).toList();
  }
}
