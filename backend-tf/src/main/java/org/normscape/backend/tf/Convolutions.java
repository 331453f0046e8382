package org.normscape.backend.tf;

import static org.normscape.backend.tf.Conversions.longs;

import java.util.List;
import org.normscape.ir.ConvolutionShape;
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
 * Gradients are left to oneDNN only where the padding has a name: otherwise they take up to ten
 * times as long.
 */
record Convolutions(Ops tf, Framing framing, Striding striding, Taps taps) {

  private static final String EXPLICIT = "EXPLICIT";

  Convolutions(Ops tf, Framing framing, Striding striding) {
    this(tf, framing, striding, new Taps(tf, framing, striding));
  }

  Node forward(Node image, Node filter, Stride stride, Padding padding) {
    ConvolutionShape g = new ConvolutionShape(image.shape(), filter.shape(), stride, padding);
    if (Taps.areWorthIt(filter.dtype(), g)) {
      return taps.forward(image, filter, g);
    }
    if (!isUsual(g)) {
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
            kind(g),
            Conv2d.explicitPaddings(sides(g))));
  }

  Node inputGradient(Node cotangent, Node filter, Stride stride, Padding padding, Shape image) {
    ConvolutionShape g = new ConvolutionShape(image, filter.shape(), stride, padding);
    if (Taps.areWorthIt(filter.dtype(), g)) {
      return taps.inputGradient(cotangent, filter, g);
    }
    if (!isUsual(g) || kind(g).equals(EXPLICIT)) {
      Shape padded = g.padded();
      return framing.unpadded(
          inputGradient(cotangent, filter, stride, Padding.NONE, padded), image, padding);
    }
    return Node.stored(
        tf.nn.conv2dBackpropInput(
            framing.constant(image.dims()),
            framing.stored(filter),
            framing.stored(cotangent),
            strides(stride),
            kind(g),
            Conv2dBackpropInput.explicitPaddings(sides(g))));
  }

  Node filterGradient(Node image, Node cotangent, Stride stride, Padding padding, Shape filter) {
    ConvolutionShape g = new ConvolutionShape(image.shape(), filter, stride, padding);
    if (Taps.areWorthIt(cotangent.dtype(), g)) {
      return taps.filterGradient(image, cotangent, g);
    }
    if (!isUsual(g) || kind(g).equals(EXPLICIT)) {
      return filterGradient(
          framing.padded(image, padding), cotangent, stride, Padding.NONE, filter);
    }
    return Node.stored(
        tf.nn.conv2dBackpropFilter(
            framing.stored(image),
            framing.constant(filter.dims()),
            framing.stored(cotangent),
            strides(stride),
            kind(g),
            Conv2dBackpropFilter.explicitPaddings(sides(g))));
  }

  /**
   * Whether there is no padding, or at most half a filter on each side of an image it fits into.
   */
  private static boolean isUsual(ConvolutionShape g) {
    Padding p = g.padding();
    return p.equals(Padding.NONE)
        || (g.kernelHeight() <= g.image().dim(1)
            && g.kernelWidth() <= g.image().dim(2)
            && 2 * Math.max(p.top(), p.bottom()) <= g.kernelHeight()
            && 2 * Math.max(p.left(), p.right()) <= g.kernelWidth());
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

  /** How TensorFlow names the padding. */
  private static String kind(ConvolutionShape g) {
    Shape image = g.image();
    if (g.padding().equals(Padding.NONE)) {
      return "VALID";
    }
    Padding same =
        Padding.same(image.dim(1), image.dim(2), g.kernelHeight(), g.kernelWidth(), g.stride());
    return g.padding().equals(same) ? "SAME" : EXPLICIT;
  }

  private static List<Long> sides(ConvolutionShape g) {
    Padding p = g.padding();
    return kind(g).equals(EXPLICIT)
        ? longs(0, 0, p.top(), p.bottom(), p.left(), p.right(), 0, 0)
        : List.of();
  }
}
