package org.normscape.probe.curvature.spectrum;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Set;
import org.normscape.component.Components;
import org.normscape.component.Flat;
import org.normscape.linalg.spectrum.StochasticLanczosQuadrature;
import org.normscape.objective.Need;
import org.normscape.probe.Instrument;
import org.normscape.probe.Probe;
import org.normscape.probe.Quantity;
import org.normscape.probe.Site;
import org.normscape.probe.When;
import org.normscape.probe.curvature.Curvature;
import org.normscape.probe.curvature.CurvatureProbe;
import org.normscape.probe.when.AtStart;

/**
 * The density of all eigenvalues of the Hessian, or of a matrix that stands for it, on a grid, with
 * its standard error over random vectors (Ghorbani, Krishnan and Xiao 2019).
 *
 * <p>Costs: a product for each sample and iteration, each about three gradients; one vector of the
 * size of the network in memory for each iteration.
 *
 * <p>Confounded by: the width of the kernel: narrow peaks are blurred, and where there are few
 * iterations the middle of the spectrum is. The length of weights and the batch scale the axis.
 *
 * @param when at which steps
 * @param of which matrix
 * @param samples how many random vectors
 * @param iterations how many products with each; one vector of the size of the network is kept for
 *     each
 * @param points how many places the grid has
 * @param width the standard deviation to which each eigenvalue is widened, as a share of the range
 *     of the grid
 * @param scale what the axis of the grid is
 */
@AutoService(Probe.class)
public record SpectralDensity(
    When when,
    @Flat Curvature of,
    int samples,
    int iterations,
    int points,
    double width,
    DensityScale scale)
    implements CurvatureProbe {

  public SpectralDensity {
    Components.count(SpectralDensity.class, "samples", samples);
    Components.count(SpectralDensity.class, "iterations", iterations);
    Components.require(points >= 2, SpectralDensity.class, "points", "must be at least 2", points);
    Components.positive(SpectralDensity.class, "width", width);
  }

  /** At initialization, 10 vectors with 50 products each, on 200 places a hundredth wide. */
  public SpectralDensity() {
    this(new AtStart(), new Curvature(), 10, 50, 200, 0.01, DensityScale.LINEAR);
  }

  /** The algorithm. */
  StochasticLanczosQuadrature quadrature() {
    return new StochasticLanczosQuadrature(samples, iterations);
  }

  @Override
  public List<Quantity> quantities() {
    DensityQuantities quantities = new DensityQuantities(of.matrix());
    return List.of(
        scale.axis(),
        scale.density(quantities),
        scale.error(quantities),
        quantities.densityProducts());
  }

  @Override
  public Set<Need> needs() {
    return Set.of();
  }

  @Override
  public Instrument prepare(Site site) {
    return new DensityInstrument(this, site);
  }
}
