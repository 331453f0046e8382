package org.normscape.probe.theory;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Set;
import org.normscape.component.Components;
import org.normscape.ir.TensorType;
import org.normscape.objective.Need;
import org.normscape.objective.Penalty;
import org.normscape.params.Parameters;
import org.normscape.probe.BatchProbe;
import org.normscape.probe.Instrument;
import org.normscape.probe.LayerPattern;
import org.normscape.probe.Probe;
import org.normscape.probe.ProbedBatch;
import org.normscape.probe.Quantity;
import org.normscape.probe.Site;
import org.normscape.probe.When;
import org.normscape.probe.when.Every;

/**
 * How batch normalization changes the curvature along a gradient, on one batch (Santurkar et al.,
 * NeurIPS 2018, Theorem 4.2). With {@code u = ∂L/∂y} before the normalization, {@code g = ∂L/∂z}
 * and the Hessian {@code H} in z behind it,
 *
 * <pre>
 *   uᵀ (∂²L/∂y∂y) u = γ²/σ² uᵀHu − γ/(m σ²) ⟨g,ŷ⟩ ‖u‖²
 * </pre>
 *
 * <p>which the paper prints as an inequality; its proof ends in the equality. For ε above 0, {@code
 * a = ⟨ŷ,u⟩/m} is not 0, and the equality is {@code vᵀHv − (2a/s)‖u‖² − γ⟨g,ŷ⟩/(m s²) (‖u‖² − m
 * a²)} with {@code v = (γ/s)(u − aŷ)}. The left side is measured with derivatives through the
 * normalization, the right one with its closed form. It is about single channels j in the paper,
 * and holds for all of a layer at once as well. Each run costs about three products with a Hessian
 * for each layer, and there is one run, and one more for each channel that is looked at by itself.
 *
 * <p>Costs: about three products with a Hessian for each layer, times one plus the number of
 * channels.
 *
 * <p>Confounded by: the scale γ²/σ², as in lipschitz-theorem; and kinks, of which a Hessian knows
 * nothing.
 *
 * @param when at which steps
 * @param layers the batch normalizations that are looked at: a regular expression that the paths of
 *     their activations match
 * @param channels how many channels of each layer are looked at by themselves, evenly spaced
 * @param batch on which batch
 */
@AutoService(Probe.class)
public record SmoothnessTheorem(When when, String layers, int channels, ProbedBatch batch)
    implements BatchProbe {

  public SmoothnessTheorem {
    new LayerPattern(SmoothnessTheorem.class, layers);
    Components.count(SmoothnessTheorem.class, "channels", channels);
  }

  /** Every hundredth step, every batch normalization, four channels of each by themselves. */
  public SmoothnessTheorem() {
    this(new Every(100, 0), ".*", 4, ProbedBatch.STEP);
  }

  @Override
  public List<Quantity> quantities() {
    return SmoothnessQuantities.ALL;
  }

  @Override
  public Set<Need> needsOnBatch() {
    return Set.of();
  }

  @Override
  public void check(Site site) {
    chosen(site);
  }

  /** The inputs of the normalizations that are looked at, by path. */
  Parameters<TensorType> chosen(Site site) {
    return NormalizedLayers.of(SmoothnessTheorem.class, layers, site.objective(Penalty.EXCLUDED));
  }

  @Override
  public Instrument prepareOnBatch(Site site) {
    return new SmoothnessInstrument(this, site);
  }
}
