package org.normscape.probe.theory;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Set;
import org.normscape.component.Components;
import org.normscape.objective.Need;
import org.normscape.objective.Penalty;
import org.normscape.probe.BatchProbe;
import org.normscape.probe.Instrument;
import org.normscape.probe.LayerPattern;
import org.normscape.probe.Probe;
import org.normscape.probe.ProbedBatch;
import org.normscape.probe.Quantity;
import org.normscape.probe.Site;
import org.normscape.probe.When;
import org.normscape.probe.activation.Detail;
import org.normscape.probe.when.Every;

/**
 * How batch normalization bounds the gradient in the weights before it, over all inputs of one size
 * (Santurkar et al., NeurIPS 2018, Theorem 4.4). The layer before is {@code y = X W}; {@code g =
 * ∂L/∂z} behind the normalization, {@code u = ∂L/∂y} before it, and λ is the spectral norm of the
 * inputs X there are: of a convolution, the matrix of its patches. Over all X with {@code ‖X‖₂ ≤ λ}
 * the largest {@code ‖Xᵀv‖²} is {@code λ²‖v‖²}, so that for each channel of m elements
 *
 * <pre>
 *   λ²‖u‖² ≤ γ²/s² (λ²‖g‖² − λ²⟨1,g⟩²/m − λ²⟨g,ŷ⟩²/m)
 * </pre>
 *
 * <p>with equality where ε is 0. The paper prints the right side with {@code g_j²} for {@code g_j =
 * λ²‖g‖²}, without λ² in its second term and without 1/m in its third: how often that is no bound
 * is counted as well. While X varies, the theorem holds u, ŷ and s, which depend on it; beside the
 * bound stands what the inputs there are give, {@code ‖Xᵀu‖²}.
 *
 * <p>Costs: a forward and a backward pass, and 20 forward passes with two products for each layer.
 *
 * <p>Confounded by: the inputs: the bound is that of the worst ones of their norm, and those there
 * are may be far from it; and γ²/s², as in lipschitz-theorem.
 *
 * @param when at which steps
 * @param layers the batch normalizations that are looked at: a regular expression that the paths of
 *     their activations match. Those without a linear layer before them are left out
 * @param iterations how many steps of the power method find λ², each of about a forward pass and
 *     two products with each layer
 * @param detail whether each channel is recorded
 * @param batch on which batch
 */
@AutoService(Probe.class)
public record MinimaxTheorem(
    When when, String layers, int iterations, Detail detail, ProbedBatch batch)
    implements BatchProbe {

  public MinimaxTheorem {
    new LayerPattern(MinimaxTheorem.class, layers);
    Components.count(MinimaxTheorem.class, "iterations", iterations);
  }

  /** Every hundredth step, every batch normalization, λ by 20 steps. */
  public MinimaxTheorem() {
    this(new Every(100, 0), ".*", 20, Detail.SUMMARY, ProbedBatch.STEP);
  }

  @Override
  public List<Quantity> quantities() {
    return MinimaxQuantities.ALL;
  }

  @Override
  public Set<Need> needsOnBatch() {
    return Set.of();
  }

  @Override
  public void check(Site site) {
    program(site);
  }

  /** Its programs, written and not compiled. */
  MinimaxPrograms program(Site site) {
    return MinimaxPrograms.of(
        site.objective(Penalty.EXCLUDED),
        NormalizedLayers.of(MinimaxTheorem.class, layers, site.objective(Penalty.EXCLUDED)));
  }

  @Override
  public Instrument prepareOnBatch(Site site) {
    return new MinimaxInstrument(this, site);
  }
}
