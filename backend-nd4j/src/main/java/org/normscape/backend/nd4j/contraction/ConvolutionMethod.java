package org.normscape.backend.nd4j.contraction;

import org.normscape.backend.nd4j.plan.Node;
import org.normscape.ir.ConvolutionShape;

/** A way to compute a convolution and its two gradients, written down as steps. */
public sealed interface ConvolutionMethod
    permits OneDnnConvolutions, PatchConvolutions, TapConvolutions {

  /**
   * The convolution that is computed in place of the one that was asked for: the same but, where
   * this way has no words for the padding, on an image that is padded before.
   */
  ConvolutionShape said(ConvolutionShape asked);

  /** {@code z} of image {@code x} and filter {@code f}. */
  void forward(ConvolutionShape g, Node x, Node f, Node z);

  /** {@code z}, in the image's shape, of the cotangent and the filter. */
  void inputGradient(ConvolutionShape g, Node ct, Node f, Node z);

  /** {@code z}, in the filter's shape, of the image and the cotangent. */
  void filterGradient(ConvolutionShape g, Node x, Node ct, Node z);
}
