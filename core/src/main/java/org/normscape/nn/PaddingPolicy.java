package org.normscape.nn;

import com.google.auto.service.AutoService;
import org.normscape.ir.Padding;
import org.normscape.ir.Shape;
import org.normscape.ir.Stride;

/** How a window layer pads its images. */
public sealed interface PaddingPolicy {

  /** The padding for images {@code [n,h,w,c]}. */
  Padding padding(Shape image, int kernelHeight, int kernelWidth, Stride stride);

  /** As much as makes the output {@code ⌈extent / stride⌉} long. */
  static PaddingPolicy same() {
    return new Same();
  }

  /** None: the window stays inside the image. */
  static PaddingPolicy none() {
    return new Explicit(Padding.NONE);
  }

  /** The same number of elements on all four sides. */
  static PaddingPolicy of(int size) {
    return new Explicit(Padding.of(size));
  }

  /**
   * As much as makes the output {@code ⌈extent / stride⌉} long; an odd element goes to the bottom
   * and to the right, as {@link Padding#same} says.
   */
  @AutoService(PaddingPolicy.class)
  record Same() implements PaddingPolicy {
    @Override
    public Padding padding(Shape image, int kernelHeight, int kernelWidth, Stride stride) {
      return Padding.same(image.dim(1), image.dim(2), kernelHeight, kernelWidth, stride);
    }
  }

  /**
   * The same for every image.
   *
   * @param padding the elements on each side
   */
  @AutoService(PaddingPolicy.class)
  record Explicit(Padding padding) implements PaddingPolicy {

    /** No padding. */
    public Explicit() {
      this(Padding.NONE);
    }

    @Override
    public Padding padding(Shape image, int kernelHeight, int kernelWidth, Stride stride) {
      return padding;
    }
  }
}
