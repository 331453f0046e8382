package org.normscape.ir;

import java.io.Serializable;
import java.util.List;

/**
 * The geometry of a window that slides over images {@code [n,h,w,c]}.
 *
 * @param kernelHeight the height of the window
 * @param kernelWidth the width of the window
 * @param stride its steps
 * @param padding what is put around the image before it slides
 */
public record WindowShape(int kernelHeight, int kernelWidth, Stride stride, Padding padding)
    implements Serializable {

  public WindowShape {
    if (kernelHeight < 1 || kernelWidth < 1) {
      throw new IllegalArgumentException(
          "WindowShape: a window is at least 1 by 1, but it is %s by %s. To fix: enlarge it."
              .formatted(kernelHeight, kernelWidth));
    }
  }

  /** A square window that moves by its own size: the usual pooling. */
  public static WindowShape square(int size) {
    return new WindowShape(size, size, Stride.of(size), Padding.NONE);
  }

  /** How often the window fits down the image. */
  int height(Operation operation, List<TensorType> in, Shape image) {
    int extent = image.dim(1) + padding.top() + padding.bottom();
    return steps(operation, in, extent, kernelHeight, stride.height());
  }

  /** How often the window fits across the image. */
  int width(Operation operation, List<TensorType> in, Shape image) {
    int extent = image.dim(2) + padding.left() + padding.right();
    return steps(operation, in, extent, kernelWidth, stride.width());
  }

  private static int steps(
      Operation operation, List<TensorType> in, int extent, int kernel, int stride) {
    ShapeException.unless(
        extent >= kernel,
        operation,
        in,
        "the window must fit into the padded image",
        "pad more or use a smaller window");
    return (extent - kernel) / stride + 1;
  }
}
