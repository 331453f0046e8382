package org.normscape.probe.curvature.outlier;

import java.util.Arrays;
import java.util.List;
import org.normscape.backend.Array;
import org.normscape.linalg.LinearOperator;
import org.normscape.linalg.eigen.Eigenpair;
import org.normscape.linalg.eigen.Eigenpairs;
import org.normscape.linalg.subspace.DeflatedOperator;
import org.normscape.linalg.subspace.Span;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;
import org.normscape.probe.Measurement;
import org.normscape.probe.Site;
import org.normscape.probe.Situation;
import org.normscape.probe.curvature.EigenpairInstrument;
import org.normscape.random.RandomStream;

/** {@link ClassMeans} that are ready to be measured. */
final class ClassMeansInstrument extends EigenpairInstrument {

  /** Of a sum of gradients that cancel, so much of its length is rounding. */
  private static final double ROUNDING = 1e-4;

  private final ClassMeans probe;
  private final ClassGradients gradients;

  ClassMeansInstrument(ClassMeans probe, Site site) {
    super(probe, probe.of(), probe.lanczos(probe.classes(site)), site);
    this.probe = probe;
    this.gradients = new ClassGradients(probe.of(), site, space(), probe.classes(site));
  }

  @Override
  protected Measurement measure(Situation situation, LinearOperator operator, RandomStream random) {
    Eigenpairs top = solve(operator, random);
    Span eigenspace = new Span(space(), top.largestVectors());
    try (Owner owner = new Owner()) {
      Span means = Span.of(space(), gradients.at(situation, owner), ROUNDING, owner);
      Eigenpairs rest =
          probe
              .lanczos(1)
              .solve(new DeflatedOperator(operator, means), space(), List.of(), random, owner);
      return new MeasuredClassMeans(
          probe.of().matrix(),
          means.dimension(),
          means.cosines(eigenspace),
          top.largest().stream().map(Eigenpair::value).toList(),
          top.largestVectors().stream().map(u -> share(means, u)).toList(),
          rest.largestValue(),
          top.products() + rest.products());
    }
  }

  /** {@code ‖Qᵀu‖²/‖u‖²}. */
  private static double share(Span span, Parameters<Array> u) {
    double inside = Arrays.stream(span.coordinates(u)).map(x -> x * x).sum();
    return inside / span.space().dot(u, u);
  }

  @Override
  public void close() {
    gradients.close();
    super.close();
  }
}
