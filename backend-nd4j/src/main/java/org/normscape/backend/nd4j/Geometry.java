package org.normscape.backend.nd4j;

import java.util.List;
import org.normscape.ir.Padding;
import org.normscape.ir.Shape;
import org.normscape.ir.Stride;

/**
 * Where a window goes on an image.
 *
 * @param image {@code [n,h,w,c]}
 * @param filter {@code [kH,kW,c,o]}
 * @param stride the steps of the window
 * @param padding what is put around the image
 */
record Geometry(Shape image, Shape filter, Stride stride, Padding padding) {

  int kernelHeight() {
    return filter.dim(0);
  }

  int kernelWidth() {
    return filter.dim(1);
  }

  /** The number of elements under the window. */
  int window() {
    return kernelHeight() * kernelWidth() * filter.dim(2);
  }

  /** The result {@code [n,h',w',o]}. */
  Shape output() {
    return Shape.of(image.dim(0), outputHeight(), outputWidth(), filter.dim(3));
  }

  int outputHeight() {
    int extent = image.dim(1) + padding.top() + padding.bottom();
    return (extent - kernelHeight()) / stride.height() + 1;
  }

  int outputWidth() {
    int extent = image.dim(2) + padding.left() + padding.right();
    return (extent - kernelWidth()) / stride.width() + 1;
  }

  /** The same places on an image that already has its padding. */
  Geometry explicit() {
    Shape padded =
        image
            .with(1, image.dim(1) + padding.top() + padding.bottom())
            .with(2, image.dim(2) + padding.left() + padding.right());
    return new Geometry(padded, filter, stride, Padding.NONE);
  }

  /** What is put before each axis of the image. */
  List<Integer> low() {
    return List.of(0, padding.top(), padding.left(), 0);
  }

  /** What is put behind each axis of the image. */
  List<Integer> high() {
    return List.of(0, padding.bottom(), padding.right(), 0);
  }

  /** Whether ND4J can say the padding: by what is above and left, as if the same were below. */
  boolean isNative() {
    return alike(image.dim(1), padding.top(), kernelHeight(), stride.height(), outputHeight())
        && alike(image.dim(2), padding.left(), kernelWidth(), stride.width(), outputWidth());
  }

  /** Whether the input gradient is itself a convolution, of the cotangent. */
  boolean isTurnable() {
    return stride.height() == 1
        && stride.width() == 1
        && Math.max(padding.top(), padding.bottom()) < kernelHeight()
        && Math.max(padding.left(), padding.right()) < kernelWidth();
  }

  /** What that convolution puts around the cotangent. */
  Padding turnedPadding() {
    return new Padding(
        kernelHeight() - 1 - padding.top(),
        kernelHeight() - 1 - padding.bottom(),
        kernelWidth() - 1 - padding.left(),
        kernelWidth() - 1 - padding.right());
  }

  private static boolean alike(int extent, int before, int kernel, int step, int places) {
    return before < kernel
        && extent + 2 * before >= kernel
        && (extent + 2 * before - kernel) / step + 1 == places;
  }
}
