package org.normscape.experiments.data.augment;

import com.google.auto.service.AutoService;
import org.normscape.component.Components;
import org.normscape.ir.Shape;
import org.normscape.random.RandomStream;

/**
 * Pixels of the mean colour are put around an image, a part of the image's own size is cut out at
 * random, and half of the images are mirrored (He et al., "Deep Residual Learning", 2015, §4.2).
 *
 * @param padding the number of pixels on each side; 4 in the paper, for 32×32 pixels
 */
@AutoService(Augmentation.class)
public record PadCropFlip(int padding) implements Augmentation {

  public PadCropFlip {
    Components.notNegative(PadCropFlip.class, "padding", padding);
  }

  public PadCropFlip() {
    this(4);
  }

  @Override
  public double[] vary(Shape shape, double[] input, RandomStream random) {
    int down = random.nextInt(2 * padding + 1) - padding;
    int right = random.nextInt(2 * padding + 1) - padding;
    return view(shape, input, down, right, random.nextInt(2) == 1);
  }

  @Override
  public void check(Shape shape) {
    if (shape.rank() != 3) {
      throw new IllegalArgumentException(
          "augmentation: pad-crop-flip must have images [height, width, channels], but inputs are %s. To fix: write augmentation = none."
              .formatted(shape));
    }
  }

  /** The part of an image that begins at a row and a column; what lies outside is 0, the mean. */
  private static double[] view(Shape shape, double[] image, int down, int right, boolean mirrored) {
    int height = shape.dim(0);
    int width = shape.dim(1);
    int channels = shape.dim(2);
    double[] seen = new double[image.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int row = down + y;
        int column = right + (mirrored ? width - 1 - x : x);
        if (row >= 0 && row < height && column >= 0 && column < width) {
          int from = (row * width + column) * channels;
          System.arraycopy(image, from, seen, (y * width + x) * channels, channels);
        }
      }
    }
    return seen;
  }
}
