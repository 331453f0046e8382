package org.normscape.norm.activated;

import java.util.List;
import org.normscape.ir.Tensor;

/** The root mean square of each channel of each example, over its places. */
final class InstanceSquares {

  private InstanceSquares() {}

  /** {@code √(Σ x² / m + epsilon)}, at each place of x. */
  static Tensor root(Tensor x, double epsilon) {
    List<Integer> places = x.shape().axesExcept(List.of(0, x.shape().rank() - 1));
    return x.times(x).mean(places).plus(epsilon).sqrt().broadcast(x.shape(), places);
  }
}
