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
 * How much of the gradient lies in the span of the eigenvectors of the largest eigenvalues
 * (Gur-Ari, Roberts and Dyer 2018; Ghorbani, Krishnan and Xiao 2019). A random direction has the
 * share {@code largest / rows} there.
 *
 * <p>Costs: 40 to 60 products at first, then fewer, each about three gradients.
 *
 * <p>Confounded by: the batch, whose gradient lies in the eigenspace of its own Hessian more than
 * that of fresh examples; and eigenvalues beyond the last that are nearly as large: the space then
 * ends anywhere.
 *
 * @param when at which steps
 * @param of which matrix; its parameters choose what is in the gradient too
 * @param largest how many eigenvectors: often as many as there are classes
 * @param iterations how many products at most; one vector of the size of the network is kept for
 *     each
 * @param tolerance how small residuals must be, relative to the largest magnitude
 */
@AutoService(Probe.class)
public record TopEigenspaceShare(
    When when, @Flat Curvature of, int largest, int iterations, double tolerance)
    implements CurvatureProbe {

  public TopEigenspaceShare {
    Ends.require(TopEigenspaceShare.class, largest, 0, iterations, tolerance);
  }

  /** Every 10 steps the span of ten eigenvectors, by at most 60 products. */
  public TopEigenspaceShare() {
    this(new Every(10, 0), new Curvature(), 10, 60, 1e-2);
  }

  /** The algorithm. */
  Lanczos lanczos() {
    return new Lanczos(largest, 0, iterations, tolerance);
  }

  @Override
  public List<Quantity> quantities() {
    EigenspaceQuantities quantities = new EigenspaceQuantities(of.matrix());
    return List.of(
        CurvatureQuantities.INDEX,
        quantities.share(),
        quantities.component(),
        quantities.shareProducts());
  }

  @Override
  public Set<Need> needs() {
    return Set.of(of.gradient());
  }

  @Override
  public Instrument prepare(Site site) {
    return new EigenspaceInstrument(this, site);
  }
}
