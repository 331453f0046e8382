package org.normscape.model.residual;

import com.google.auto.service.AutoService;
import org.normscape.nn.Multiplier;
import org.normscape.nn.Sequential;

/**
 * A block whose branch ends with a learned number that starts at 0, so that the network starts as
 * its shortcuts: SkipInit (De and Smith, "Batch normalization biases residual blocks towards the
 * identity function in deep networks", 2020) and ReZero (Bachlechner et al., 2020),
 *
 * <pre>
 *   x + α · branch(x)
 * </pre>
 *
 * <p>The number is {@code multiplier.scale} of the block.
 *
 * @param block the kind of block otherwise
 * @param start what the number starts at: 0 in both papers
 */
@AutoService(ResidualBlock.class)
public record SkipInit(ResidualBlock block, double start) implements BranchRule {

  /** Of {@link PreActivation}, from 0. */
  public SkipInit() {
    this(new PreActivation(), 0);
  }

  @Override
  public Sequential changed(Sequential branch) {
    Multiplier multiplier = new Multiplier(start, Multiplier.Sharing.ALL);
    return new Sequential(branch.layers().and("multiplier", multiplier));
  }
}
