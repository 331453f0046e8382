package org.normscape.nn.initialization;

import com.google.auto.service.AutoService;
import org.normscape.component.Components;
import org.normscape.ir.Shape;
import org.normscape.random.RandomStream;

/**
 * Variance {@code gain² / fanIn}: with a gain of 1 it keeps the variance of activations through
 * layers without an activation function (LeCun, Bottou, Orr and Müller, "Efficient BackProp", 1998,
 * section 4.6).
 *
 * <p>For {@code [in, out]}, fanIn is in; for {@code [kH, kW, in, out]} it is {@code kH·kW·in}.
 * Uniform, the bound is {@code gain · √(3 / fanIn)}.
 *
 * @param distribution from which distribution
 * @param gain the standard deviation is so many times that of a gain of 1
 */
@AutoService(Initializer.class)
public record Lecun(Distribution distribution, double gain) implements Initializer {

  public Lecun {
    Components.positive(Lecun.class, "gain", gain);
  }

  /** Drawn from a normal distribution, with a gain of 1. */
  public Lecun() {
    this(Distribution.NORMAL, 1);
  }

  /** As PyTorch starts the weights of linear and convolutional layers: uniform up to 1/√fanIn. */
  public static Lecun pytorch() {
    return new Lecun(Distribution.UNIFORM, Math.sqrt(1.0 / 3));
  }

  @Override
  public double[] values(Shape shape, RandomStream random) {
    return distribution.draw(shape.size(), gain / Math.sqrt(Fans.of(this, shape).in()), random);
  }
}
