package org.normscape.backend.tf.convolution;

import static org.normscape.backend.tf.graph.Conversions.longs;

import java.util.List;
import java.util.Optional;
import org.normscape.ir.ConvolutionShape;
import org.normscape.ir.Padding;
import org.normscape.ir.Stride;

/** TensorFlow's words for the geometry of a convolution. */
final class PaddingName {

  private PaddingName() {}

  /** {@code VALID} or {@code SAME}; empty for any other padding. */
  static Optional<String> of(ConvolutionShape g) {
    if (g.padding().equals(Padding.NONE)) {
      return Optional.of("VALID");
    }
    Padding same =
        Padding.same(
            g.image().dim(1), g.image().dim(2), g.kernelHeight(), g.kernelWidth(), g.stride());
    return g.padding().equals(same) ? Optional.of("SAME") : Optional.empty();
  }

  /** The steps along all four axes. */
  static List<Long> strides(Stride stride) {
    return longs(1, stride.height(), stride.width(), 1);
  }
}
