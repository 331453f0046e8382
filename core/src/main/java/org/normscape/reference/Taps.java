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

  /** What is done for a run of pairs. */
  @FunctionalInterface
  interface Visitor {

    /**
     * Visits the pairs of one element of the window and {@code count} of its places in a row.
     *
     * @param pixel the number in {@code [n,h,w]} of the element under the first place; the others
     *     follow a stride apart
     * @param tap the element's number within the window
     * @param place the number of the first place in {@code [n,h',w']}; the others follow
     * @param count how many places there are
     */
    void visit(int pixel, int tap, int place, int count);
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

  /** Visits all pairs; those of one place are met in row-major order of the window. */
  void forEach(Visitor visitor) {
    for (int row = 0; row < examples * places.height; row++) {
      int top = row % places.height * stride.height() - padding.top();
      int last = Math.min(kernel.height, image.height - top);
      for (int a = Math.max(0, -top); a < last; a++) {
        int pixels = (row / places.height * image.height + top + a) * image.width;
        for (int b = 0; b < kernel.width; b++) {
          visit(visitor, pixels, a * kernel.width + b, row * places.width, b - padding.left());
        }
      }
    }
  }

  /**
   * Visits the places of one row whose element lies in the image: {@code offset} from the first.
   */
  private void visit(Visitor visitor, int pixels, int tap, int row, int offset) {
    int step = stride.width();
    int first = Math.max(0, Math.floorDiv(step - 1 - offset, step));
    int limit = Math.min(places.width, Math.floorDiv(image.width - 1 - offset, step) + 1);
    if (first < limit) {
      visitor.visit(pixels + first * step + offset, tap, row + first, limit - first);
    }
  }
}
