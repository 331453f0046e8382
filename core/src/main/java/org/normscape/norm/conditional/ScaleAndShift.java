package org.normscape.norm.conditional;

import java.util.List;
import org.normscape.ir.Tensor;

/**
 * A scale and a shift of each element.
 *
 * @param scale what is multiplied with
 * @param shift what is added, of the same shape
 */
public record ScaleAndShift(Tensor scale, Tensor shift) {

  /** Those of each channel of each example, {@code [n, c]}, at each place of {@code x}. */
  ScaleAndShift spread(Tensor x) {
    List<Integer> places = x.shape().axesExcept(List.of(0, x.shape().rank() - 1));
    return new ScaleAndShift(
        scale.broadcast(x.shape(), places), shift.broadcast(x.shape(), places));
  }

  /** {@code x · scale + shift}. */
  Tensor applyTo(Tensor x) {
    return x.times(scale).plus(shift);
  }
}
