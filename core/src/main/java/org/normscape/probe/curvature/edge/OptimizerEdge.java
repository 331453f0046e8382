package org.normscape.probe.curvature.edge;

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
import org.normscape.probe.curvature.Ends;
import org.normscape.probe.when.Every;

/**
 * The largest eigenvalue of the Hessian as the optimizer sees it, {@code P^(−½) H P^(−½)} with what
 * it divides its steps by, beside the optimizer's own bound of stability: 2/η for gradient descent,
 * 2(1 + b)/η with momentum b (Cohen et al., ICLR 2021), (2 + 2β₁)/((1 − β₁)η) for Adam (Cohen et
 * al., 2022). Each measurement starts from the eigenvector of the last one.
 *
 * <p>Costs: what the largest eigenvalue costs: 5 to 20 products at first, then 4 or few more.
 *
 * <p>Confounded by: what the optimizer divides by, which is held: where it changes fast, as in the
 * first steps of Adam, the bound is none; and the batch.
 *
 * @param when at which steps
 * @param of which matrix
 * @param iterations how many products at most; one vector of the size of the network is kept for
 *     each
 * @param tolerance how small the residual must be, relative to the eigenvalue
 */
@AutoService(Probe.class)
public record OptimizerEdge(When when, @Flat Curvature of, int iterations, double tolerance)
    implements CurvatureProbe {

  public OptimizerEdge {
    Ends.require(OptimizerEdge.class, 1, 0, iterations, tolerance);
  }

  /** Every 10 steps the largest eigenvalue to a hundredth, by at most 30 products. */
  public OptimizerEdge() {
    this(new Every(10, 0), new Curvature(), 30, 1e-2);
  }

  /** The algorithm. */
  Lanczos lanczos() {
    return new Lanczos(1, 0, iterations, tolerance);
  }

  @Override
  public List<Quantity> quantities() {
    return new EdgeQuantities(of.matrix()).all();
  }

  @Override
  public Set<Need> needs() {
    return Set.of();
  }

  @Override
  public void check(Site site) {
    CurvatureProbe.super.check(site);
    limit(site);
  }

  /** The bound of the optimizer. */
  double limit(Site site) {
    Components.require(
        site.descent().rule().stabilityLimit().isPresent(),
        OptimizerEdge.class,
        "when",
        "must be of a training whose optimizer has a known bound of stability, as sgd, momentum, nesterov, adam and adam-w have",
        site.descent().rule().getClass().getSimpleName(),
        "use one of these, or leave the probe out of this cell");
    return site.descent().rule().stabilityLimit().orElseThrow();
  }

  @Override
  public Instrument prepare(Site site) {
    return new EdgeInstrument(this, site);
  }
}
