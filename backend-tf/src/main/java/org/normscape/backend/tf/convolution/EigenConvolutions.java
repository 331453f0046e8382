package org.normscape.backend.tf.convolution;

import java.util.Collections;
import java.util.List;
import org.normscape.backend.tf.graph.Framing;
import org.normscape.backend.tf.graph.Node;
import org.normscape.ir.ConvolutionShape;
import org.normscape.ir.Padding;
import org.normscape.ir.Stride;
import org.tensorflow.op.Ops;
import org.tensorflow.op.nn.Conv2dBackpropFilter;
import org.tensorflow.op.nn.Conv2dBackpropInput;

/**
 * Convolutions by Eigen's kernels. TensorFlow hands what is called {@code Conv2D} to oneDNN on a
 * CPU, but neither {@code Conv}, which computes the same, nor gradients whose padding is spelled
 * out: here as none, around an image that has its padding already.
 */
record EigenConvolutions(Ops tf, Framing framing) implements ConvolutionMethod {

  private static final String SPELLED_OUT = "EXPLICIT";
  private static final List<Long> NONE = Collections.nCopies(8, 0L);

  @Override
  public Node forward(Node image, Node filter, ConvolutionShape g) {
    return PaddingName.of(g)
        .map(name -> convolution(image, filter, g.stride(), name))
        .orElseGet(() -> forward(framing.padded(image, g.padding()), filter, g.explicit()));
  }

  private Node convolution(Node image, Node filter, Stride stride, String padding) {
    return Node.stored(
        tf.nn.conv(
            framing.stored(image), framing.stored(filter), PaddingName.strides(stride), padding));
  }

  /**
   * Where it is a convolution of the cotangent, it is said as one, which is several times faster.
   */
  @Override
  public Node inputGradient(Node cotangent, Node filter, ConvolutionShape g) {
    if (g.isTurnable()) {
      Node turned = turned(filter);
      return forward(
          cotangent,
          turned,
          new ConvolutionShape(cotangent.shape(), turned.shape(), Stride.of(1), g.turnedPadding()));
    }
    if (!g.padding().equals(Padding.NONE)) {
      return framing.unpadded(
          inputGradient(cotangent, filter, g.explicit()), g.image(), g.padding());
    }
    return Node.stored(
        tf.nn.conv2dBackpropInput(
            framing.constant(g.image().dims()),
            framing.stored(filter),
            framing.stored(cotangent),
            PaddingName.strides(g.stride()),
            SPELLED_OUT,
            Conv2dBackpropInput.explicitPaddings(NONE)));
  }

  /** The filter {@code [kH,kW,o,c]}, upside down and with inputs for outputs. */
  private Node turned(Node filter) {
    return Node.stored(
        tf.linalg.transpose(
            tf.reverse(framing.stored(filter), framing.constant(List.of(0, 1))),
            framing.constant(List.of(0, 1, 3, 2))));
  }

  @Override
  public Node filterGradient(Node image, Node cotangent, ConvolutionShape g) {
    return Node.stored(
        tf.nn.conv2dBackpropFilter(
            framing.stored(framing.padded(image, g.padding())),
            framing.constant(g.filter().dims()),
            framing.stored(cotangent),
            PaddingName.strides(g.stride()),
            SPELLED_OUT,
            Conv2dBackpropFilter.explicitPaddings(NONE)));
  }
}
