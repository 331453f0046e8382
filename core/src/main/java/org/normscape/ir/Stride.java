package org.normscape.ir;

import java.io.Serializable;

/**
 * The steps of a window, in elements, down and across.
 *
 * @param height the step down, at least 1
 * @param width the step across, at least 1
 */
public record Stride(int height, int width) implements Serializable {

  public Stride {
    if (height < 1 || width < 1) {
      throw new IllegalArgumentException(
          "Stride: steps must be at least 1, but they are %s and %s. To fix: use 1 for no skipping."
              .formatted(height, width));
    }
  }

  /** The same step down and across. */
  public static Stride of(int step) {
    return new Stride(step, step);
  }
}
