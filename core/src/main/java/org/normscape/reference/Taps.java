package org.normscape.reference;

import org.normscape.ir.Padding;
import org.normscape.ir.Shape;
import org.normscape.ir.Stride;

/**
 * The pairs of a window's place and an element under it, padding left out; channels are not told
 * apart.
 *
 * @param examples n
 * @param image the height and width of the image
 * @param kernel the height and width of the window
 * @param places how often the window fits down and across
 */
record Taps(
    int examples, Extent image, Extent kernel, Extent places, Stride stride, Padding padding) {

  /** A height and a width. */
  record Extent(int height, int width) {}

  /** What is done for each pair. */
  @FunctionalInterface
  interface Visitor {

    /**
     * Visits one pair.
     *
     * @param pixel the element's number in {@code [n,h,w]}
     * @param tap the element's number within the window
     * @param place the number of the window's place in {@code [n,h',w']}
     */
    void visit(int pixel, int tap, int place);
  }

  /**
   * Those of images {@code [n,h,w,_]}, a window {@code [kH,kW,…]} and results {@code [n,h',w',_]}.
   */
  static Taps of(Shape image, Shape kernel, Shape result, Stride stride, Padding padding) {
    return new Taps(
        image.dim(0),
        new Extent(image.dim(1), image.dim(2)),
        new Extent(kernel.dim(0), kernel.dim(1)),
        new Extent(result.dim(1), result.dim(2)),
        stride,
        padding);
  }

  /** Visits all pairs, those of one place after another, each window in row-major order. */
  void forEach(Visitor visitor) {
    int place = 0;
    for (int n = 0; n < examples; n++) {
      for (int i = 0; i < places.height; i++) {
        for (int j = 0; j < places.width; j++) {
          int top = i * stride.height() - padding.top();
          int left = j * stride.width() - padding.left();
          visit(visitor, n, top, left, place);
          place++;
        }
      }
    }
  }

  private void visit(Visitor visitor, int n, int top, int left, int place) {
    int lastRow = Math.min(kernel.height, image.height - top);
    int lastColumn = Math.min(kernel.width, image.width - left);
    for (int a = Math.max(0, -top); a < lastRow; a++) {
      for (int b = Math.max(0, -left); b < lastColumn; b++) {
        int pixel = (n * image.height + top + a) * image.width + left + b;
        visitor.visit(pixel, a * kernel.width + b, place);
      }
    }
  }
}
