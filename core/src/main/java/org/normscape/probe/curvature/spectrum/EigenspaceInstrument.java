package org.normscape.probe.curvature.spectrum;

import java.util.Arrays;
import org.normscape.backend.Array;
import org.normscape.linalg.LinearOperator;
import org.normscape.linalg.eigen.Eigenpairs;
import org.normscape.params.Parameters;
import org.normscape.probe.Measurement;
import org.normscape.probe.Site;
import org.normscape.probe.Situation;
import org.normscape.probe.curvature.EigenpairInstrument;
import org.normscape.random.RandomStream;

/** A {@link TopEigenspaceShare} that is ready to be measured. */
final class EigenspaceInstrument extends EigenpairInstrument {

  private final TopEigenspaceShare probe;

  EigenspaceInstrument(TopEigenspaceShare probe, Site site) {
    super(probe, probe.of(), probe.lanczos(), site);
    this.probe = probe;
  }

  @Override
  protected Measurement measure(Situation situation, LinearOperator operator, RandomStream random) {
    Eigenpairs found = solve(operator, random);
    Parameters<Array> g = products().chosen(situation.found(probe.of().gradient()).gradient());
    double norm = space().norm(g);
    double[] along = space().dots(g, found.largestVectors());
    return new EigenspaceShare(
        probe.of().matrix(),
        Arrays.stream(along).map(x -> (x / norm) * (x / norm)).boxed().toList(),
        found.products());
  }
}
