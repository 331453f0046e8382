package org.normscape.nn.initialization;

import com.google.auto.service.AutoService;
import org.normscape.ir.Shape;
import org.normscape.random.RandomStream;

/**
 * Variance {@code 2 / fanIn}: keeps the second moment of activations through layers followed by
 * relu (He, Zhang, Ren and Sun, "Delving deep into rectifiers", 2015, equation 10). Also called
 * Kaiming.
 *
 * <p>For {@code [in, out]}, fanIn is in; for {@code [kH, kW, in, out]} it is {@code kH·kW·in}.
 * Uniform, the bound is {@code √(6 / fanIn)}.
 *
 * @param distribution from which distribution
 */
@AutoService(Initializer.class)
public record He(Distribution distribution) implements Initializer {

  /** Drawn from a normal distribution. */
  public He() {
    this(Distribution.NORMAL);
  }

  /** With uniform numbers. */
  public static He uniform() {
    return new He(Distribution.UNIFORM);
  }

  /** With normal numbers. */
  public static He normal() {
    return new He(Distribution.NORMAL);
  }

  @Override
  public double[] values(Shape shape, RandomStream random) {
    return distribution.draw(shape.size(), Math.sqrt(2 / Fans.of(this, shape).in()), random);
  }
}
