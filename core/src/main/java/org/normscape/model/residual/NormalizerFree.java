package org.normscape.model.residual;

import com.google.auto.service.AutoService;
import org.normscape.component.Components;
import org.normscape.model.NetworkWriter;
import org.normscape.nn.Layer;
import org.normscape.nn.Residual;
import org.normscape.nn.Sequential;
import org.normscape.nn.Times;
import org.normscape.params.Parameters;

/**
 * The block of NF-ResNets (Brock, De and Smith, "Characterizing signal propagation to close the
 * performance gap in unnormalized ResNets", 2021, section 3): pre-activation without statistics,
 *
 * <pre>
 *   x + alpha · conv(relu(conv(relu(x / beta))))
 * </pre>
 *
 * <p>where {@code beta} is the deviation that the signal has there at the start if branches keep
 * variances: {@code beta² = 1 + i · alpha²} behind i blocks. Where a stage begins, the shortcut
 * takes {@code x / beta}, so that i counts from the first block of the stage. (The channels of
 * zeros that parameter-free shortcuts add there have less variance than that.)
 *
 * <p>It is meant for {@code norm.weight.ScaledWeightStandardization}, which keeps variances. A
 * normalization of activations stands before its relu.
 *
 * @param alpha how much of its branch a block adds; greater than 0
 */
@AutoService(ResidualBlock.class)
public record NormalizerFree(double alpha) implements ResidualBlock {

  private static final String DOWNSCALE = "downscale";

  public NormalizerFree {
    Components.positive(NormalizerFree.class, "alpha", alpha);
  }

  /** The paper's alpha, 0.2. */
  public NormalizerFree() {
    this(0.2);
  }

  @Override
  public void stem(NetworkWriter network, SitedConvolution convolution) {
    network.linear("conv", convolution.activated());
  }

  @Override
  public Sequential branch(BlockPlace place) {
    NetworkWriter branch = new NetworkWriter();
    branch.named(DOWNSCALE, downscale(place));
    branch.following("relu", place.before().activated());
    branch.unit("conv", "relu", place.first().activated());
    branch.linear("conv", place.last().activated());
    branch.named("upscale", new Times(alpha));
    return branch.network();
  }

  @Override
  public void write(NetworkWriter network, Sequential branch, BlockPlace place) {
    Layer shortcut =
        place.changesShape()
            ? new Sequential(
                Parameters.<Layer>of(DOWNSCALE, downscale(place)).and("skip", place.shortcut()))
            : place.shortcut();
    network.numbered("block", new Residual(branch, shortcut));
  }

  @Override
  public void end(NetworkWriter network, SitedConvolution last) {
    network.following("relu", last.activated());
  }

  private Layer downscale(BlockPlace place) {
    int blocks = place.number() == 1 ? 0 : (place.number() - 2) % place.stageLength() + 1;
    return new Times(1 / Math.sqrt(1 + blocks * alpha * alpha));
  }
}
