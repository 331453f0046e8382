package org.normscape.model.residual;

import org.normscape.nn.Identity;
import org.normscape.nn.Layer;
import org.normscape.nn.ZeroPaddedShortcut;

/**
 * Where in a residual network a block stands, and its two convolutions.
 *
 * @param number which block, from 1
 * @param stageLength how many blocks each of the three stages has
 * @param before the last convolution before the block
 * @param first the first of the block, which changes the shape where a stage begins
 * @param last the second of the block
 */
public record BlockPlace(
    int number,
    int stageLength,
    SitedConvolution before,
    SitedConvolution first,
    SitedConvolution last) {

  /** How many blocks the network has. */
  public int count() {
    return 3 * stageLength;
  }

  /** Whether the block has another shape behind it than before it. */
  public boolean changesShape() {
    return first.stride() > 1;
  }

  /** How the input travels around the branch: without parameters, option A of the paper. */
  public Layer shortcut() {
    return changesShape()
        ? new ZeroPaddedShortcut(first.stride(), first.channels())
        : new Identity();
  }
}
