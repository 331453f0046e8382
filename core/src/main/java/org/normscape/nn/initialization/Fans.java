package org.normscape.nn.initialization;

import org.normscape.ir.Shape;

/**
 * How many inputs each output of a weight sees, and how many outputs each input.
 *
 * <p>For a matrix {@code [in, out]} these are in and out. For filters {@code [kH, kW, in, out]}
 * both are multiplied by the {@code kH·kW} places of the filter, as in Glorot and Bengio (2010)
 * read for convolutions by He et al. (2015), section 2.2.
 */
record Fans(double in, double out) {

  static Fans of(Initializer initializer, Shape shape) {
    if (shape.rank() != 2 && shape.rank() != 4) {
      throw new IllegalArgumentException(
          "%s: the shape must be [in,out] or [kH,kW,in,out], but it is %s. To fix: use a Constant."
              .formatted(initializer.getClass().getSimpleName(), shape));
    }
    double places = shape.size() / ((double) shape.dim(-2) * shape.dim(-1));
    return new Fans(places * shape.dim(-2), places * shape.dim(-1));
  }
}
