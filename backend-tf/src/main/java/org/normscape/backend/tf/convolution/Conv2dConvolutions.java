package org.normscape.backend.tf.convolution;

import java.util.List;
import org.normscape.backend.tf.graph.Framing;
import org.normscape.backend.tf.graph.Node;
import org.normscape.ir.ConvolutionShape;
import org.normscape.ir.Padding;
import org.normscape.ir.Shape;
import org.normscape.ir.Stride;
import org.tensorflow.op.Ops;

/**
 * Convolutions by TensorFlow's {@code Conv2D} and its gradients, which oneDNN runs for float32 on a
 * CPU and cuDNN on a GPU.
 *
 * <p>oneDNN's kernels crash where a window lies in the padding altogether, and give wrong numbers
 * where a single channel is crossed with unequal strides. So only the usual geometry is left to
 * them, and any other is said with it. Gradients are left to oneDNN only where the padding has a
 * name. Its gradient of a 1×1 filter that skips pixels has overwritten foreign memory: the pixels
 * are picked before.
 */
record Conv2dConvolutions(Ops tf, Framing framing, Striding striding) implements ConvolutionMethod {

  @Override
  public Node forward(Node image, Node filter, ConvolutionShape g) {
    if (!isUsual(g)) {
      return forward(framing.padded(image, g.padding()), filter, g.explicit());
    }
    if (g.image().dim(3) == 1 && g.stride().height() != g.stride().width()) {
      ConvolutionShape dense =
          new ConvolutionShape(g.image(), g.filter(), Stride.of(1), g.padding());
      return skipped(forward(image, filter, dense), g.stride());
    }
    return Node.stored(
        tf.nn.conv2d(
            framing.stored(image),
            framing.stored(filter),
            PaddingName.strides(g.stride()),
            PaddingName.of(g).orElseThrow()));
  }

  @Override
  public Node inputGradient(Node cotangent, Node filter, ConvolutionShape g) {
    if (!isUsual(g)) {
      return framing.unpadded(
          inputGradient(cotangent, filter, g.explicit()), g.image(), g.padding());
    }
    return Node.stored(
        tf.nn.conv2dBackpropInput(
            framing.constant(g.image().dims()),
            framing.stored(filter),
            framing.stored(cotangent),
            PaddingName.strides(g.stride()),
            PaddingName.of(g).orElseThrow()));
  }

  @Override
  public Node filterGradient(Node image, Node cotangent, ConvolutionShape g) {
    if (g.kernelHeight() == 1 && g.kernelWidth() == 1 && !g.stride().equals(Stride.of(1))) {
      Node picked = skipped(framing.padded(image, g.padding()), g.stride());
      return filterGradient(
          picked,
          cotangent,
          new ConvolutionShape(picked.shape(), g.filter(), Stride.of(1), Padding.NONE));
    }
    if (!isUsual(g)) {
      return filterGradient(framing.padded(image, g.padding()), cotangent, g.explicit());
    }
    return Node.stored(
        tf.nn.conv2dBackpropFilter(
            framing.stored(image),
            framing.constant(g.filter().dims()),
            framing.stored(cotangent),
            PaddingName.strides(g.stride()),
            PaddingName.of(g).orElseThrow()));
  }

  /**
   * Whether there is no padding, or one that TensorFlow has a name for and that is at most half a
   * filter on each side of an image it fits into.
   */
  private static boolean isUsual(ConvolutionShape g) {
    Padding p = g.padding();
    Shape image = g.image();
    return p.equals(Padding.NONE)
        || (PaddingName.of(g).isPresent()
            && g.kernelHeight() <= image.dim(1)
            && g.kernelWidth() <= image.dim(2)
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
}
