package org.normscape.probe.curvature.edge;

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
import org.normscape.probe.curvature.Ends;
import org.normscape.probe.when.Every;

/**
 * Where the sharpness S, the largest eigenvalue of the Hessian, grows: its gradient {@code ∇S =
 * ∇(uᵀHu)} with the eigenvector u held, by a program of third order, beside the gradient of the
 * loss. {@code α = −⟨∇L,∇S⟩} is how fast gradient descent sharpens, {@code β = ‖∇S⊥‖²} how strongly
 * oscillation along u flattens (Damian, Nichani and Lee, ICLR 2023). It asks that the largest
 * eigenvalue is a simple one; each measurement starts from the eigenvector of the last.
 *
 * <p>Costs: what the largest eigenvalue costs, and about six gradients.
 *
 * <p>Confounded by: a largest eigenvalue that is nearly repeated: then its eigenvector, and with it
 * the gradient, jumps. β and α of a batch are not those of all data.
 *
 * @param when at which steps
 * @param of which matrix
 * @param iterations how many products at most; one vector of the size of the network is kept for
 *     each
 * @param tolerance how small the residual must be, relative to the eigenvalue
 */
@AutoService(Probe.class)
public record SharpnessGradient(When when, @Flat Curvature of, int iterations, double tolerance)
    implements CurvatureProbe {

  public SharpnessGradient {
    Ends.require(SharpnessGradient.class, 1, 0, iterations, tolerance);
  }

  /** Every 10 steps, with the eigenvector to a thousandth, by at most 60 products. */
  public SharpnessGradient() {
    this(new Every(10, 0), new Curvature(), 60, 1e-3);
  }

  /** The algorithm. */
  Lanczos lanczos() {
    return new Lanczos(1, 0, iterations, tolerance);
  }

  @Override
  public List<Quantity> quantities() {
    return new SharpeningQuantities(of.matrix()).all();
  }

  @Override
  public Set<Need> needs() {
    return Set.of();
  }

  @Override
  public Instrument prepare(Site site) {
    return new SharpnessGradientInstrument(this, site);
  }
}
