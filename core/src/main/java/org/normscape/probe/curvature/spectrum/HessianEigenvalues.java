package org.normscape.probe.curvature.spectrum;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Set;
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
import org.normscape.probe.curvature.CurvatureQuantities;
import org.normscape.probe.curvature.Ends;
import org.normscape.probe.when.Every;

/**
 * The largest and the smallest eigenvalues of the Hessian, or of a matrix that stands for it, with
 * their residuals; the largest one beside 2/η (Cohen et al. 2021) and times the squared length of
 * the parameters (Lyu, Li and Arora 2022). The first measurement starts from a random vector, each
 * later one from the last eigenvectors. For one eigenvalue it then takes four products or few more.
 *
 * <p>Costs: 5 to 20 products at first, each about three gradients; then 4 or few more.
 *
 * <p>Confounded by: the length of the weights before a normalization: compare the spherical
 * sharpness; the batch, of which eigenvalues are larger than those of all data; and the statistics
 * of normalizations, which make it another function. 2/η is the bound for gradient descent without
 * momentum.
 *
 * @param when at which steps
 * @param of which matrix
 * @param largest how many of the largest eigenvalues, at least 1
 * @param smallest how many of the smallest eigenvalues; may be 0
 * @param iterations how many products at most; one vector of the size of the network is kept for
 *     each
 * @param tolerance how small residuals must be, relative to the largest magnitude
 */
@AutoService(Probe.class)
public record HessianEigenvalues(
    When when, @Flat Curvature of, int largest, int smallest, int iterations, double tolerance)
    implements CurvatureProbe {

  public HessianEigenvalues {
    Ends.require(HessianEigenvalues.class, largest, smallest, iterations, tolerance);
  }

  /** Every 10 steps the largest eigenvalue to a hundredth, by at most 30 products. */
  public HessianEigenvalues() {
    this(new Every(10, 0), new Curvature(), 1, 0, 30, 1e-2);
  }

  /** The algorithm. */
  Lanczos lanczos() {
    return new Lanczos(largest, smallest, iterations, tolerance);
  }

  @Override
  public List<Quantity> quantities() {
    EigenvalueQuantities quantities = new EigenvalueQuantities(of.matrix());
    return List.of(
        CurvatureQuantities.INDEX,
        quantities.largestEigenvalue(),
        quantities.edgeRatio(),
        quantities.sphericalSharpness(),
        quantities.eigenvalue(),
        quantities.residual(),
        quantities.eigenvalueProducts());
  }

  @Override
  public Set<Need> needs() {
    return Set.of();
  }

  @Override
  public Instrument prepare(Site site) {
    return new EigenvaluesInstrument(this, site);
  }
}
