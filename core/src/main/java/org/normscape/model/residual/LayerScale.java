package org.normscape.model.residual;

import com.google.auto.service.AutoService;
import org.normscape.nn.Multiplier;
import org.normscape.nn.Sequential;

/**
 * A block whose branch ends with a learned factor for each channel that starts near 0 (Touvron et
 * al., "Going deeper with image transformers", 2021, equation 4),
 *
 * <pre>
 *   x + λ · branch(x)
 * </pre>
 *
 * <p>The factors are {@code layer-scale.scale} of the block.
 *
 * @param block the kind of block otherwise
 * @param start what the factors start at: 1e-5 in timm; 0.1 to 1e-6 in the paper, the smaller the
 *     deeper
 */
@AutoService(ResidualBlock.class)
public record LayerScale(ResidualBlock block, double start) implements BranchRule {

  /** Of {@link PreActivation}, from 1e-5. */
  public LayerScale() {
    this(new PreActivation(), 1e-5);
  }

  @Override
  public Sequential changed(Sequential branch) {
    Multiplier factors = new Multiplier(start, Multiplier.Sharing.FEATURE);
    return new Sequential(branch.layers().and("layer-scale", factors));
  }
}
