package org.normscape.nn;

import com.google.auto.service.AutoService;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.ir.WindowShape;

/**
 * The mean of the elements under each place of a window: {@code [n,h,w,c] → [n,h',w',c]}. Padding
 * does not count: the mean is over the elements of the image alone.
 *
 * @param pooling the window
 */
@AutoService(Layer.class)
public record AveragePool(Pooling pooling) implements Fixed {

  /** Over squares of 2 by 2 that do not overlap. */
  public AveragePool() {
    this(Pooling.square(2));
  }

  /** Pooling over squares that do not overlap. */
  public static AveragePool square(int size) {
    return new AveragePool(Pooling.square(size));
  }

  @Override
  public Shape output(Shape input) {
    return pooling.output(this, input);
  }

  @Override
  public Tensor apply(Tensor x) {
    WindowShape window = pooling.window(x.shape());
    return x.sumPool(window).dividedBy(x.filled(1).sumPool(window));
  }
}
