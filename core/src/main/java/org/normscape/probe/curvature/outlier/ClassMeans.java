package org.normscape.probe.curvature.outlier;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Set;
import org.normscape.component.Components;
import org.normscape.component.Flat;
import org.normscape.linalg.eigen.Lanczos;
import org.normscape.objective.Need;
import org.normscape.probe.Instrument;
import org.normscape.probe.Probe;
import org.normscape.probe.Quantity;
import org.normscape.probe.Site;
import org.normscape.probe.When;
import org.normscape.probe.curvature.Curvature;
import org.normscape.probe.curvature.CurvatureProbe;
import org.normscape.probe.curvature.EmpiricalFisher;
import org.normscape.probe.curvature.Ends;
import org.normscape.probe.when.Every;

/**
 * How far the largest eigenvalues of the Hessian, or of a matrix that stands for it, are those of
 * the means of the gradients of classes (Papyan, "Measurements of three-level hierarchical
 * structure in the outliers in the spectrum of deepnet Hessians", ICML 2019; Gur-Ari, Roberts and
 * Dyer 2018). Of K classes there are K mean gradients, whose span Q is compared with the span U of
 * the eigenvectors of the K largest eigenvalues: by principal angles, by the share of U inside, and
 * by the largest eigenvalue that is left when the span is removed, {@code λ₁(P⊥HP⊥)}. A random
 * subspace as large would have the share {@code dim Q / rows}.
 *
 * <p>The gradient of an example is the part that goes through its own output, as in {@link
 * EmpiricalFisher}: what normalizations share among examples is held as it is in the batch.
 *
 * <p>Costs: about three gradients for each iteration, twice, and a backward pass for each class.
 *
 * <p>Confounded by: classes that the batch lacks or has few examples of; and eigenvalues that lie
 * close together, whose eigenvectors may lie anywhere in their common span. The decomposition is
 * that by classes alone: what examples scatter within a class is in the rest.
 *
 * @param when at which steps
 * @param of which matrix; its parameters choose what is in the gradients too
 * @param iterations how many products at most, for the K eigenvectors and again for the largest
 *     eigenvalue of the rest; one vector of the size of the network is kept for each
 * @param tolerance how small residuals must be, relative to the largest magnitude
 */
@AutoService(Probe.class)
public record ClassMeans(When when, @Flat Curvature of, int iterations, double tolerance)
    implements CurvatureProbe {

  public ClassMeans {
    Ends.require(ClassMeans.class, 1, 0, iterations, tolerance);
  }

  /** Every 10 steps, by at most 60 products for each of both. */
  public ClassMeans() {
    this(new Every(10, 0), new Curvature(), 60, 1e-2);
  }

  /** The algorithm for so many eigenpairs. */
  Lanczos lanczos(int largest) {
    return new Lanczos(largest, 0, iterations, tolerance);
  }

  @Override
  public List<Quantity> quantities() {
    return new ClassMeanQuantities(of.matrix()).all();
  }

  @Override
  public Set<Need> needs() {
    return Set.of();
  }

  @Override
  public void check(Site site) {
    CurvatureProbe.super.check(site);
    classes(site);
  }

  /**
   * The number of classes.
   *
   * @throws IllegalArgumentException when there are none, or more than products
   */
  int classes(Site site) {
    int classes = ClassGradients.classes(ClassMeans.class, of, site);
    Components.require(
        iterations >= classes,
        ClassMeans.class,
        "iterations",
        "must be at least one for each of the %s classes".formatted(classes),
        iterations);
    return classes;
  }

  @Override
  public Instrument prepare(Site site) {
    return new ClassMeansInstrument(this, site);
  }
}
