package org.normscape.probe.curvature.outlier;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Set;
import org.normscape.component.Components;
import org.normscape.component.Flat;
import org.normscape.linalg.eigen.Lanczos;
import org.normscape.linalg.trace.Hutchinson;
import org.normscape.objective.Need;
import org.normscape.probe.Instrument;
import org.normscape.probe.Probe;
import org.normscape.probe.Quantity;
import org.normscape.probe.Site;
import org.normscape.probe.When;
import org.normscape.probe.curvature.Curvature;
import org.normscape.probe.curvature.CurvatureProbe;
import org.normscape.probe.curvature.Ends;
import org.normscape.probe.when.Every;

/**
 * How many eigenvalues stand above the bulk of the spectrum (Sagun et al. 2017; Papyan 2018;
 * Ghorbani, Krishnan and Xiao 2019: about as many as there are classes), and what the rest is like
 * without them. Of the largest eigenvalues, the bulk begins behind the largest ratio {@code λₖ /
 * λₖ₊₁}: the eigenvalues up to k are outliers, λₖ₊₁ is the edge of the bulk. Eigenvalues below
 * {@code tolerance} times the largest count as so large: they are not told from 0. The mean and the
 * standard deviation of the rest come from products with {@code P⊥HP⊥}, from which the outliers'
 * eigenvectors are removed.
 *
 * <p>Costs: 80 products at first, then fewer, and 10 of the rest.
 *
 * <p>Confounded by: the rule for the edge of the bulk: near a ratio of 1 there is no gap, and the
 * number of outliers is drawn. With fewer products than the bulk is wide, its edge is too high.
 *
 * @param when at which steps
 * @param of which matrix
 * @param largest how many of the largest eigenvalues are looked at: more than outliers are expected
 * @param iterations how many products at most to find them; one vector of the size of the network
 *     is kept for each
 * @param tolerance how small residuals must be, relative to the largest magnitude
 * @param samples how many random vectors the rest is multiplied with, one product each
 */
@AutoService(Probe.class)
public record SpectrumOutliers(
    When when, @Flat Curvature of, int largest, int iterations, double tolerance, int samples)
    implements CurvatureProbe {

  public SpectrumOutliers {
    Ends.require(SpectrumOutliers.class, largest, 0, iterations, tolerance);
    Components.require(
        largest >= 2, SpectrumOutliers.class, "largest", "must be at least 2", largest);
    Components.count(SpectrumOutliers.class, "samples", samples);
  }

  /** Every 10 steps, among twenty eigenvalues, by at most 80 products, and 10 of the rest. */
  public SpectrumOutliers() {
    this(new Every(10, 0), new Curvature(), 20, 80, 1e-2, 10);
  }

  /** The algorithm. */
  Lanczos lanczos() {
    return new Lanczos(largest, 0, iterations, tolerance);
  }

  /** The estimator of the rest. */
  Hutchinson rest() {
    return new Hutchinson(samples);
  }

  @Override
  public List<Quantity> quantities() {
    return new OutlierQuantities(of.matrix()).all();
  }

  @Override
  public Set<Need> needs() {
    return Set.of();
  }

  @Override
  public Instrument prepare(Site site) {
    return new OutliersInstrument(this, site);
  }
}
