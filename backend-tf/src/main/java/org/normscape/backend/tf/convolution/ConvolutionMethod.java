package org.normscape.backend.tf.convolution;

import org.normscape.backend.tf.graph.Node;
import org.normscape.ir.ConvolutionShape;

/** A way to compute a convolution and its two gradients in operations of TensorFlow. */
interface ConvolutionMethod {

  /** The result of an image and a filter. */
  Node forward(Node image, Node filter, ConvolutionShape g);

  /** The gradient with respect to the image, from the result's. */
  Node inputGradient(Node cotangent, Node filter, ConvolutionShape g);

  /** The gradient with respect to the filter, from the result's. */
  Node filterGradient(Node image, Node cotangent, ConvolutionShape g);
}
