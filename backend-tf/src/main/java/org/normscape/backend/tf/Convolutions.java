package org.normscape.backend.tf;

import static org.normscape.backend.tf.Conversions.ints;
import static org.normscape.backend.tf.Conversions.longs;

import java.util.List;
import org.normscape.ir.Padding;
import org.normscape.ir.Shape;
import org.normscape.ir.Stride;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.nn.Conv2d;
import org.tensorflow.op.nn.Conv2dBackpropFilter;
import org.tensorflow.op.nn.Conv2dBackpropInput;
import org.tensorflow.types.family.TNumber;

/** Convolution and its two adjoints, on stored nodes. */
record Convolutions(Ops tf) {

  Operand<TNumber> forward(
      Operand<TNumber> image, Operand<TNumber> filter, Stride stride, Padding padding) {
    return tf.nn.conv2d(
        image, filter, strides(stride), kind(padding), Conv2d.explicitPaddings(sides(padding)));
  }

  Operand<TNumber> inputGradient(
      Operand<TNumber> cotangent,
      Operand<TNumber> filter,
      Stride stride,
      Padding padding,
      Shape image) {
    return tf.nn.conv2dBackpropInput(
        tf.constant(ints(image.dims())),
        filter,
        cotangent,
        strides(stride),
        kind(padding),
        Conv2dBackpropInput.explicitPaddings(sides(padding)));
  }

  Operand<TNumber> filterGradient(
      Operand<TNumber> image,
      Operand<TNumber> cotangent,
      Stride stride,
      Padding padding,
      Shape filter) {
    return tf.nn.conv2dBackpropFilter(
        image,
        tf.constant(ints(filter.dims())),
        cotangent,
        strides(stride),
        kind(padding),
        Conv2dBackpropFilter.explicitPaddings(sides(padding)));
  }

  private static List<Long> strides(Stride stride) {
    return longs(1, stride.height(), stride.width(), 1);
  }

  private static String kind(Padding padding) {
    return padding.equals(Padding.NONE) ? "VALID" : "EXPLICIT";
  }

  private static List<Long> sides(Padding padding) {
    return padding.equals(Padding.NONE)
        ? List.of()
        : longs(0, 0, padding.top(), padding.bottom(), padding.left(), padding.right(), 0, 0);
  }
}
