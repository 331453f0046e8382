package org.normscape.norm;

import java.util.List;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;

/** The channels of {@code [n, …, c]}: examples first, channels last, places between them. */
public final class Channels {

  private Channels() {}

  /**
   * The extents of what belongs to each channel: {@code [c]}.
   *
   * @param layer the record to name when the input has no channels
   */
  public static Shape of(Shape input, Class<?> layer) {
    if (input.rank() < 2) {
      throw new IllegalArgumentException(
          "%s: the input must have at least 2 axes, examples first and channels last, but it is %s. To fix: reshape it."
              .formatted(layer.getSimpleName(), input));
    }
    return Shape.of(input.dim(-1));
  }

  /** What belongs to each channel, {@code [c]}, at each place of {@code x}. */
  public static Tensor spread(Tensor perChannel, Tensor x) {
    return perChannel.broadcast(x.shape(), x.shape().axesExcept(-1));
  }

  /** A number that was learned, {@code []}, at each place of {@code x}. */
  public static Tensor fill(Tensor number, Tensor x) {
    return number.broadcast(x.shape(), x.shape().axes());
  }

  /**
   * {@code (x − mean) / deviation · scale + shift}, with what is given for each channel.
   *
   * @param axis the axis of the channels
   */
  public static Tensor standardize(
      Tensor x, int axis, Tensor mean, Tensor deviation, Tensor scale, Tensor shift) {
    List<Integer> reduced = x.shape().axesExcept(axis);
    return x.minus(mean.broadcast(x.shape(), reduced))
        .dividedBy(deviation.broadcast(x.shape(), reduced))
        .times(scale.broadcast(x.shape(), reduced))
        .plus(shift.broadcast(x.shape(), reduced));
  }
}
