package org.normscape.nn;

import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;

/**
 * The largest element under each place of a window: {@code [n,h,w,c] → [n,h',w',c]}. Padding never
 * wins; of equal elements the first in row-major order has the derivative.
 */
public record MaxPool(Pooling pooling) implements Fixed {

  /** Pooling over squares that do not overlap. */
  public static MaxPool square(int size) {
    return new MaxPool(Pooling.square(size));
  }

  @Override
  public Shape output(Shape input) {
    return pooling.output(this, input);
  }

  @Override
  public Tensor apply(Tensor x) {
    return x.maxPool(pooling.window(x.shape()));
  }
}
