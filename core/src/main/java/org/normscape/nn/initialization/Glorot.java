package org.normscape.nn.initialization;

import com.google.auto.service.AutoService;
import org.normscape.ir.Shape;
import org.normscape.random.RandomStream;

/**
 * Variance {@code 2 / (fanIn + fanOut)}: a compromise between keeping the variance of activations
 * and that of gradients (Glorot and Bengio, "Understanding the difficulty of training deep
 * feedforward neural networks", 2010, equations 12 and 16). Also called Xavier.
 *
 * <p>For {@code [in, out]}, fanIn and fanOut are in and out; for {@code [kH, kW, in, out]} they are
 * {@code kH·kW·in} and {@code kH·kW·out}. Uniform, the bound is {@code √(6 / (fanIn + fanOut))}.
 *
 * @param distribution from which distribution
 */
@AutoService(Initializer.class)
public record Glorot(Distribution distribution) implements Initializer {

  /** Drawn uniformly. */
  public Glorot() {
    this(Distribution.UNIFORM);
  }

  /** With uniform numbers. */
  public static Glorot uniform() {
    return new Glorot(Distribution.UNIFORM);
  }

  /** With normal numbers. */
  public static Glorot normal() {
    return new Glorot(Distribution.NORMAL);
  }

  @Override
  public double[] values(Shape shape, RandomStream random) {
    Fans fans = Fans.of(this, shape);
    return distribution.draw(shape.size(), Math.sqrt(2 / (fans.in() + fans.out())), random);
  }
}
