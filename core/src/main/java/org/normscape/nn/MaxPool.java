package org.normscape.nn;

import com.google.auto.service.AutoService;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;

/**
 * The largest element under each place of a window: {@code [n,h,w,c] → [n,h',w',c]}. Padding never
 * wins; of equal elements the first in row-major order has the derivative.
 *
 * @param pooling the window
 */
@AutoService(Layer.class)
public record MaxPool(Pooling pooling) implements Fixed {

  /** Over squares of 2 by 2 that do not overlap. */
  public MaxPool() {
    this(Pooling.square(2));
  }

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
