package org.normscape.probe.curvature.outlier;

import java.util.List;
import org.normscape.linalg.LinearOperator;
import org.normscape.linalg.eigen.Eigenpair;
import org.normscape.linalg.eigen.Eigenpairs;
import org.normscape.linalg.subspace.DeflatedOperator;
import org.normscape.linalg.subspace.Span;
import org.normscape.linalg.trace.Moments;
import org.normscape.probe.Measurement;
import org.normscape.probe.Site;
import org.normscape.probe.Situation;
import org.normscape.probe.curvature.EigenpairInstrument;
import org.normscape.random.RandomStream;

/** {@link SpectrumOutliers} that are ready to be measured. */
final class OutliersInstrument extends EigenpairInstrument {

  private final SpectrumOutliers probe;

  OutliersInstrument(SpectrumOutliers probe, Site site) {
    super(probe, probe.of(), probe.lanczos(), site);
    this.probe = probe;
  }

  @Override
  protected Measurement measure(Situation situation, LinearOperator operator, RandomStream random) {
    Eigenpairs found = solve(operator, random);
    List<Double> eigenvalues = found.largest().stream().map(Eigenpair::value).toList();
    BulkEdge edge = BulkEdge.of(eigenvalues, probe.tolerance());
    Span outliers = new Span(space(), found.largestVectors().subList(0, edge.outliers()));
    Moments rest = probe.rest().moments(new DeflatedOperator(operator, outliers), space(), random);
    int rows = space().dimension() - edge.outliers();
    return new MeasuredOutliers(
        probe.of().matrix(),
        eigenvalues,
        edge,
        rest.mean(rows),
        rest.deviation(rows),
        found.products() + rest.products());
  }
}
