package org.normscape.ir;

/**
 * Where one element of a window lies on the image and not on its padding, along one axis: at {@code
 * count} neighbouring places of the window, a stride apart on the image.
 *
 * @param place the first of these places, from 0
 * @param pixel the position on the image that the element has there, from 0
 * @param count the number of places; 0 where the element never meets the image
 */
public record Overlap(int place, int pixel, int count) {

  /**
   * That of an element.
   *
   * @param element the position in the window, from 0
   * @param stride how far the window moves
   * @param padding how many elements lie before the image
   * @param extent the extent of the image without padding
   * @param places the number of places of the window
   */
  public static Overlap of(int element, int stride, int padding, int extent, int places) {
    int shift = element - padding;
    int first = Math.max(0, -Math.floorDiv(shift, stride));
    int last = Math.min(places - 1, Math.floorDiv(extent - 1 - shift, stride));
    return new Overlap(first, first * stride + shift, Math.max(0, last - first + 1));
  }

  /** Whether the element meets the image at all. */
  public boolean isEmpty() {
    return count == 0;
  }
}
