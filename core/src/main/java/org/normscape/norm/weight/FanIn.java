package org.normscape.norm.weight;

import java.util.List;
import org.normscape.ir.Tensor;

/** The weights of each output feature: what lies along all axes but the last. */
final class FanIn {

  private FanIn() {}

  /** How many weights an output feature has. */
  static int of(Tensor w) {
    return w.shape().size() / w.shape().dim(-1);
  }

  /** The sum over the weights of each output feature, {@code [out]}. */
  static Tensor sum(Tensor w) {
    return w.sum(axes(w));
  }

  /** The weights without their mean over each output feature. */
  static Tensor centered(Tensor w) {
    return w.minus(w.mean(axes(w)).broadcast(w.shape(), axes(w)));
  }

  /** The weights of each output feature times a factor of its own, {@code [out]}. */
  static Tensor scaled(Tensor w, Tensor factors) {
    return w.times(factors.broadcast(w.shape(), axes(w)));
  }

  private static List<Integer> axes(Tensor w) {
    return w.shape().axesExcept(-1);
  }
}
