package org.normscape.experiments.data.example;

import org.jspecify.annotations.Nullable;
import org.normscape.experiments.data.augment.Augmentation;
import org.normscape.ir.Shape;
import org.normscape.random.RandomStream;

/** Images of any size and number of channels, with 8 bits a channel. Immutable. */
public final class Images implements Inputs {

  private static final int LEVELS = 256;
  private static final double WHITE = 255;

  private final byte[] pixels;
  private final Shape shape;
  private final int values;
  private final int size;

  /** What every batch is drawn with, once it was asked for: it takes all pixels. */
  private volatile @Nullable Standardization standardization;

  private Images(byte[] pixels, Shape shape, int size) {
    this.pixels = pixels;
    this.shape = shape;
    this.values = shape.size();
    this.size = size;
  }

  /**
   * Images that share this array, which must not change any more.
   *
   * @param pixels {@code [n, height, width, channels]}, row-major, each 0 to 255
   * @param shape {@code [height, width, channels]}
   */
  public static Images of(byte[] pixels, Shape shape) {
    if (shape.rank() != 3 || pixels.length % shape.size() != 0) {
      throw new IllegalArgumentException(
          "Images: there must be one value for each element of images [height, width, channels], but there are %s for images %s. To fix: pass whole images."
              .formatted(pixels.length, shape));
    }
    return new Images(pixels, shape, pixels.length / shape.size());
  }

  /**
   * These images in the middle of larger ones that are 0, which is black, around them.
   *
   * @param side the height and the width of the larger ones
   */
  public Images padded(int side) {
    int top = (side - shape.dim(0)) / 2;
    int left = (side - shape.dim(1)) / 2;
    Shape larger = Shape.of(side, side, shape.dim(2));
    byte[] padded = new byte[size * larger.size()];
    int row = shape.dim(1) * shape.dim(2);
    for (int image = 0; image < size; image++) {
      for (int y = 0; y < shape.dim(0); y++) {
        int to = image * larger.size() + ((top + y) * side + left) * shape.dim(2);
        System.arraycopy(pixels, image * values + y * row, padded, to, row);
      }
    }
    return new Images(padded, larger, size);
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public Shape shape() {
    return shape;
  }

  @Override
  public Images first(int count) {
    return count >= size ? this : new Images(pixels, shape, count);
  }

  /** The intensity of one channel of one pixel, 0 to 255. */
  public int intensity(int image, int row, int column, int channel) {
    if (image < 0 || image >= size) {
      throw new IndexOutOfBoundsException(
          "Images: an index must lie in [0, %s), but it is %s. To fix: count from 0."
              .formatted(size, image));
    }
    int place = (row * shape.dim(1) + column) * shape.dim(2) + channel;
    return Byte.toUnsignedInt(pixels[image * values + place]);
  }

  /** That of the images' channels, from the number of times that each intensity occurs. */
  @Override
  public Standardization standardization() {
    Standardization known = standardization;
    if (known == null) {
      known = measured();
      standardization = known;
    }
    return known;
  }

  private Standardization measured() {
    int channels = shape.dim(2);
    long[][] counts = new long[channels][LEVELS];
    for (int i = 0; i < size * values; i += channels) {
      for (int channel = 0; channel < channels; channel++) {
        counts[channel][Byte.toUnsignedInt(pixels[i + channel])]++;
      }
    }
    double[] mean = new double[channels];
    double[] deviation = new double[channels];
    for (int channel = 0; channel < channels; channel++) {
      fit(counts[channel], channel, mean, deviation);
    }
    return Standardization.of(mean, deviation);
  }

  private void fit(long[] counts, int channel, double[] mean, double[] deviation) {
    long total = (long) size * shape.dim(0) * shape.dim(1);
    long sum = 0;
    long squares = 0;
    for (int level = 0; level < LEVELS; level++) {
      sum += level * counts[level];
      squares += (long) level * level * counts[level];
    }
    double center = (double) sum / total;
    mean[channel] = center / WHITE;
    deviation[channel] = StrictMath.sqrt((double) squares / total - center * center) / WHITE;
  }

  /** As for {@link Inputs}; an intensity is a number in [0, 1] before it is standardized. */
  @Override
  public Numbers take(
      int[] order,
      Standardization standardization,
      Augmentation augmentation,
      RandomStream random) {
    double[][] table = table(standardization);
    float[] all = new float[order.length * values];
    double[] image = new double[values];
    for (int i = 0; i < order.length; i++) {
      standardize(order[i], table, image);
      double[] shown = augmentation.vary(shape, image, random);
      for (int j = 0; j < values; j++) {
        all[i * values + j] = (float) shown[j];
      }
    }
    return Numbers.of(all);
  }

  private void standardize(int example, double[][] table, double[] to) {
    int start = example * values;
    for (int channel = 0; channel < table.length; channel++) {
      double[] levels = table[channel];
      for (int i = channel; i < values; i += table.length) {
        to[i] = levels[pixels[start + i] & (LEVELS - 1)];
      }
    }
  }

  /** What each intensity of each channel becomes. */
  private double[][] table(Standardization standardization) {
    double[][] table = new double[shape.dim(2)][LEVELS];
    for (int channel = 0; channel < table.length; channel++) {
      for (int level = 0; level < LEVELS; level++) {
        table[channel][level] = standardization.apply(channel, level / WHITE);
      }
    }
    return table;
  }
}
