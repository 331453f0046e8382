package org.normscape.ir;

import java.io.Serializable;

/**
 * The elements put around an image on each side.
 *
 * @param top how many rows above, at least 0
 * @param bottom how many rows below, at least 0
 * @param left how many columns on the left, at least 0
 * @param right how many columns on the right, at least 0
 */
public record Padding(int top, int bottom, int left, int right) implements Serializable {

  /** No padding at all. */
  public static final Padding NONE = new Padding(0, 0, 0, 0);

  public Padding {
    if (Math.min(Math.min(top, bottom), Math.min(left, right)) < 0) {
      throw new IllegalArgumentException(
          "Padding: no side may be negative, but they are %s, %s, %s, %s. To fix: slice instead."
              .formatted(top, bottom, left, right));
    }
  }

  /** The same padding on all four sides. */
  public static Padding of(int size) {
    return new Padding(size, size, size, size);
  }

  /**
   * The padding that makes the output {@code ⌈extent / stride⌉} long; an odd element goes to the
   * bottom and to the right.
   */
  public static Padding same(
      int height, int width, int kernelHeight, int kernelWidth, Stride stride) {
    int down = total(height, kernelHeight, stride.height());
    int across = total(width, kernelWidth, stride.width());
    return new Padding(down / 2, down - down / 2, across / 2, across - across / 2);
  }

  private static int total(int extent, int kernel, int stride) {
    int steps = (extent + stride - 1) / stride;
    return Math.max(0, (steps - 1) * stride + kernel - extent);
  }
}
