package org.normscape.backend.tf;

import static org.normscape.backend.tf.Conversions.longs;

import java.util.List;
import org.normscape.ir.Padding;
import org.normscape.ir.Shape;
import org.normscape.ir.Stride;
import org.tensorflow.op.Ops;
import org.tensorflow.op.nn.Conv2d;
import org.tensorflow.op.nn.Conv2dBackpropFilter;
import org.tensorflow.op.nn.Conv2dBackpropInput;

/**
 * Convolution and its two adjoints.
 *
 * <p>TensorFlow's kernels take any stride and padding, but oneDNN's, which run float32, crash where
 * a window lies in the padding altogether, and give wrong numbers where a single channel is crossed
 * with unequal strides. So only the usual geometry is left to them, and any other is said with it.
 */
record Convolutions(Ops tf, Framing framing, Striding striding) {

  Node forward(Node image, Node filter, Stride stride, Padding padding) {
    if (!isUsual(image.shape(), filter.shape(), padding)) {
      return forward(framing.padded(image, padding), filter, stride, Padding.NONE);
    }
    if (image.shape().dim(3) == 1 && stride.height() != stride.width()) {
      return skipped(forward(image, filter, Stride.of(1), padding), stride);
    }
    return Node.stored(
        tf.nn.conv2d(
            framing.stored(image),
            framing.stored(filter),
            strides(stride),
            kind(padding),
            Conv2d.explicitPaddings(sides(padding))));
  }

  Node inputGradient(Node cotangent, Node filter, Stride stride, Padding padding, Shape image) {
    if (!isUsual(image, filter.shape(), padding)) {
      Shape padded = Framing.padded(image, padding);
      return framing.unpadded(
          inputGradient(cotangent, filter, stride, Padding.NONE, padded), image, padding);
    }
    return Node.stored(
        tf.nn.conv2dBackpropInput(
            framing.constant(image.dims()),
            framing.stored(filter),
            framing.stored(cotangent),
            strides(stride),
            kind(padding),
            Conv2dBackpropInput.explicitPaddings(sides(padding))));
  }

  Node filterGradient(Node image, Node cotangent, Stride stride, Padding padding, Shape filter) {
    if (!isUsual(image.shape(), filter, padding)) {
      return filterGradient(
          framing.padded(image, padding), cotangent, stride, Padding.NONE, filter);
    }
    return Node.stored(
        tf.nn.conv2dBackpropFilter(
            framing.stored(image),
            framing.constant(filter.dims()),
            framing.stored(cotangent),
            strides(stride),
            kind(padding),
            Conv2dBackpropFilter.explicitPaddings(sides(padding))));
  }

  /** Whether there is none, or at most half a filter on each side of an image it fits into. */
  private static boolean isUsual(Shape image, Shape filter, Padding padding) {
    return padding.equals(Padding.NONE)
        || (filter.dim(0) <= image.dim(1)
            && filter.dim(1) <= image.dim(2)
            && 2 * Math.max(padding.top(), padding.bottom()) <= filter.dim(0)
            && 2 * Math.max(padding.left(), padding.right()) <= filter.dim(1));
  }

  /** Every so many of the elements of an image. */
  private Node skipped(Node image, Stride stride) {
    return striding.slice(
        image,
        List.of(0, 0, 0, 0),
        image.shape().dims(),
        List.of(1, stride.height(), stride.width(), 1));
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
