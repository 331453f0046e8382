package org.normscape.probe.curvature.edge;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Set;
import org.normscape.component.Flat;
import org.normscape.objective.Need;
import org.normscape.probe.Instrument;
import org.normscape.probe.Probe;
import org.normscape.probe.Quantity;
import org.normscape.probe.Site;
import org.normscape.probe.When;
import org.normscape.probe.curvature.Curvature;
import org.normscape.probe.curvature.CurvatureProbe;
import org.normscape.probe.curvature.CurvatureQuantities;
import org.normscape.probe.when.Every;

/**
 * The curvature along the gradient, {@code gᵀHg/‖g‖²}, beside 2/η: one product. The gradient g is
 * that of the batch of the step. The mean of this number over many batches, each with a Hessian of
 * its own, is the batch sharpness (Andreyev and Beneventano 2025).
 *
 * <p>Costs: one product with the matrix, about three gradients.
 *
 * <p>Confounded by: the batch: along its own gradient, the loss of a batch is curved more than that
 * of all data. 2/η is a bound for gradient descent without momentum.
 *
 * @param when at which steps
 * @param of which matrix; its parameters choose what is in g too
 */
@AutoService(Probe.class)
public record GradientCurvature(When when, @Flat Curvature of) implements CurvatureProbe {

  /** Every step. */
  public GradientCurvature() {
    this(new Every(), new Curvature());
  }

  @Override
  public List<Quantity> quantities() {
    GradientCurvatureQuantities quantities = new GradientCurvatureQuantities(of.matrix());
    return List.of(
        quantities.gradientCurvature(),
        quantities.gradientEdgeRatio(),
        CurvatureQuantities.STABILITY_THRESHOLD);
  }

  @Override
  public Set<Need> needs() {
    return Set.of(of.gradient());
  }

  @Override
  public Instrument prepare(Site site) {
    return new GradientCurvatureInstrument(this, site);
  }
}
