package org.normscape.composite;

import static org.normscape.ir.ShapeException.unless;

import java.util.Collections;
import java.util.List;
import org.normscape.ir.Composite;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;

/**
 * Standardization by statistics of the input's own: what batch and layer normalization share. The
 * elements of {@code x} at one place of {@code keptAxis} are a group of m, with statistics of its
 * own; scale and shift belong to the places of {@code channelAxis}:
 *
 * <pre>
 *   mean = Σ x / m        variance = Σ (x − mean)² / m
 *   y = (x − mean) / √(variance + epsilon) · scale + shift
 * </pre>
 *
 * <p>Where the variance overflows, {@code y} is NaN: divided by an infinite deviation, it would be
 * {@code shift}, and a network that diverges would look like one that rests.
 *
 * @param keptAxis the axis of {@code x} over which no statistics are taken, from 0
 * @param channelAxis the axis of {@code x} along which scale and shift lie, from 0
 * @param epsilon what is added to the variance under the root
 */
record Standardization(int keptAxis, int channelAxis, double epsilon) {

  /** Writes it: {@code y}, {@code mean} and {@code variance} from {@code x}, scale and shift. */
  List<Tensor> body(List<Tensor> inputs) {
    Tensor x = inputs.get(0);
    List<Integer> reduced = x.shape().axesExcept(keptAxis);
    Tensor mean = mean(x, reduced);
    Tensor centered = x.minus(mean.broadcast(x.shape(), reduced));
    Tensor variance = centered.times(centered).mean(reduced);
    Tensor root = variance.plus(epsilon).sqrt().plus(zeroIfFinite(variance));
    Tensor deviation = root.broadcast(x.shape(), reduced);
    List<Integer> repeated = x.shape().axesExcept(channelAxis);
    Tensor scale = inputs.get(1).broadcast(x.shape(), repeated);
    Tensor shift = inputs.get(2).broadcast(x.shape(), repeated);
    return List.of(centered.dividedBy(deviation).times(scale).plus(shift), mean, variance);
  }

  /**
   * The mean, as the first element of each group and the mean of what is left without it: of a
   * constant it is the constant, and it keeps its digits where numbers lie far from 0. It does not
   * depend on what is taken away, through which nothing has to flow.
   */
  private Tensor mean(Tensor x, List<Integer> reduced) {
    Shape ones = new Shape(Collections.nCopies(x.shape().rank(), 1));
    int groups = x.shape().dim(keptAxis);
    Tensor first =
        x.slice(
                Collections.nCopies(x.shape().rank(), 0),
                ones.with(keptAxis, groups).dims(),
                ones.dims())
            .reshape(Shape.of(groups))
            .stopGradient();
    return first.plus(x.minus(first.broadcast(x.shape(), reduced)).mean(reduced));
  }

  /** 0, or NaN: identically 0 wherever there is a derivative, so that none has to flow. */
  private static Tensor zeroIfFinite(Tensor variance) {
    Tensor held = variance.stopGradient();
    return held.minus(held);
  }

  /** Checks the inputs of a composite that has this for its body. */
  void check(Composite composite, List<TensorType> in) {
    TensorType channels = in.get(0).withShape(Shape.of(in.get(0).shape().dim(channelAxis)));
    unless(
        in.size() == 3
            && channels.dtype().isFloating()
            && in.get(1).equals(channels)
            && in.get(2).equals(channels),
        composite,
        in,
        "inputs must be floating-point x, then scale and shift of type " + channels,
        "pass one scale and one shift for each channel");
  }
}
