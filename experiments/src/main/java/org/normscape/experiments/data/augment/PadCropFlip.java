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
    if (padding >= shape.dim(0) || padding >= shape.dim(1)) {
      throw new IllegalArgumentException(
          "augmentation: padding must be less than the height and the width of an image, but it is %s for images %s. To fix: pad less."
              .formatted(padding, shape));
    }
  }

  /** The part of an image that begins at a row and a column; what lies outside is 0, the mean. */
  private static double[] view(Shape shape, double[] image, int down, int right, boolean mirrored) {
    int height = shape.dim(0);
    int width = shape.dim(1);
    int channels = shape.dim(2);
    int first = Math.max(0, -right);
    int count = Math.max(0, width - Math.abs(right));
    double[] seen = new double[image.length];
    for (int y = Math.max(0, -down); y < Math.min(height, height - down); y++) {
      int from = ((down + y) * width + right + first) * channels;
      if (mirrored) {
        mirror(image, from, seen, (y * width + width - 1 - first) * channels, count, channels);
      } else {
        System.arraycopy(image, from, seen, (y * width + first) * channels, count * channels);
      }
    }
    return seen;
  }

  /** Copies pixels, forwards from one place and backwards to the other. */
  private static void mirror(
      double[] image, int from, double[] seen, int to, int count, int channels) {
    for (int channel = 0; channel < channels; channel++) {
      for (int x = 0; x < count; x++) {
        seen[to + channel - x * channels] = image[from + channel + x * channels];
      }
    }
  }
}
