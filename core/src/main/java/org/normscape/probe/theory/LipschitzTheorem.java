package org.normscape.probe.theory;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Set;
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
import org.normscape.probe.activation.Detail;
import org.normscape.probe.when.Every;

/**
 * How batch normalization changes the length of a gradient, on one batch (Santurkar et al., NeurIPS
 * 2018, Theorem 4.1, with 1/m in its last term, which early versions print as 1/√m). With {@code g
 * = ∂L/∂z} behind the normalization, for each channel of m elements,
 *
 * <pre>
 *   ‖∂L/∂y‖² ≤ γ²/s² (‖g‖² − ⟨1,g⟩²/m − ⟨g,ŷ⟩²/m)
 * </pre>
 *
 * <p>with equality where ε is 0. Apart from the scale γ²/s², only a gradient that points along 1 or
 * ŷ becomes shorter: of one that points anywhere, 2/m is lost. Beside it stand Observation 4.3 and
 * what Theorem 4.4 bounds, the gradients in the weights before the normalization.
 *
 * <p>Costs: a forward and a backward pass, and a little.
 *
 * <p>Confounded by: the scale γ²/s², of which the theorem says nothing and which changes the length
 * of a gradient most: the shares alone are what the theorem is about. A gradient that points
 * anywhere loses 2/m of its square, next to nothing.
 *
 * @param when at which steps
 * @param layers the batch normalizations that are looked at: a regular expression that the paths of
 *     their activations match
 * @param detail whether each channel is recorded
 * @param batch on which batch
 */
@AutoService(Probe.class)
public record LipschitzTheorem(When when, String layers, Detail detail, ProbedBatch batch)
    implements BatchProbe {

  public LipschitzTheorem {
    new LayerPattern(LipschitzTheorem.class, layers);
  }

  /** Every hundredth step, every batch normalization. */
  public LipschitzTheorem() {
    this(new Every(100, 0), ".*", Detail.SUMMARY, ProbedBatch.STEP);
  }

  @Override
  public List<Quantity> quantities() {
    return LipschitzQuantities.ALL;
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
    return NormalizedLayers.of(LipschitzTheorem.class, layers, site.objective(Penalty.EXCLUDED));
  }

  @Override
  public Instrument prepareOnBatch(Site site) {
    return new LipschitzInstrument(this, site);
  }
}
