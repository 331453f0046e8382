package org.normscape.model.residual;

import org.normscape.ir.Stride;
import org.normscape.nn.Bias;
import org.normscape.nn.Conv2d;
import org.normscape.nn.PaddingPolicy;
import org.normscape.nn.activation.Relu;
import org.normscape.nn.initialization.Initializer;
import org.normscape.norm.NormalizationSite;
import org.normscape.norm.place.Unit;

/**
 * A 3×3 convolution of a residual network, with what is due at its site.
 *
 * @param site how it is normalized
 * @param channels how many channels it gives
 * @param stride its steps
 * @param initializer how its weight starts
 */
public record SitedConvolution(
    NormalizationSite site, int channels, int stride, Initializer initializer) {

  /** The convolution and a relu behind it, normalized; with a bias where it has an effect. */
  public Unit activated() {
    return activated(site.bias());
  }

  /** The convolution and a relu behind it, normalized. */
  public Unit activated(Bias bias) {
    return site.unit(convolution(bias), new Relu());
  }

  /** The convolution alone, normalized; with a bias where it has an effect. */
  public Unit bare() {
    return bare(site.biasWithoutActivation());
  }

  /** The convolution alone, normalized. */
  public Unit bare(Bias bias) {
    return site.unit(convolution(bias));
  }

  /** The same convolution, started otherwise. */
  public SitedConvolution startedAs(Initializer other) {
    return new SitedConvolution(site, channels, stride, other);
  }

  private Conv2d convolution(Bias bias) {
    return new Conv2d(channels, 3, 3, Stride.of(stride), PaddingPolicy.of(1), bias, initializer);
  }
}
