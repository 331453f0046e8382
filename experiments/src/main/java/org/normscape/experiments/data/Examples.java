package org.normscape.experiments.data;

/** Labelled images of 32×32 pixels with three channels of 8 bits. Immutable. */
public final class Examples {

  /** The height and the width of an image. */
  public static final int SIDE = 32;

  /** Red, green and blue. */
  public static final int CHANNELS = 3;

  /** The numbers in one image. */
  public static final int VALUES = SIDE * SIDE * CHANNELS;

  private final byte[] pixels;
  private final byte[] labels;
  private final int size;

  private Examples(byte[] pixels, byte[] labels, int size) {
    this.pixels = pixels;
    this.labels = labels;
    this.size = size;
  }

  /**
   * Examples that share these arrays, which must not change any more.
   *
   * @param pixels {@code [n, 32, 32, 3]}, row-major, each 0 to 255
   * @param labels {@code [n]}, class indices
   */
  static Examples of(byte[] pixels, byte[] labels) {
    if (pixels.length != labels.length * VALUES) {
      throw new IllegalArgumentException(
          "Examples: each image has %d values, but there are %d values for %d labels. To fix: pass one label an image."
              .formatted(VALUES, pixels.length, labels.length));
    }
    return new Examples(pixels, labels, labels.length);
  }

  /** The number of examples. */
  public int size() {
    return size;
  }

  /** The first {@code count} examples, or all when there are fewer. */
  public Examples first(int count) {
    return new Examples(pixels, labels, Math.min(count, size));
  }

  /** The class of an example. */
  public int label(int example) {
    return labels[checked(example)];
  }

  /** The intensity of one channel of one pixel, 0 to 255. */
  public int intensity(int example, int row, int column, int channel) {
    return Byte.toUnsignedInt(
        pixels[checked(example) * VALUES + (row * SIDE + column) * CHANNELS + channel]);
  }

  /** One image as float32 {@code [32, 32, 3]} with values in [0, 1]. */
  public float[] image(int example) {
    int start = checked(example) * VALUES;
    float[] image = new float[VALUES];
    for (int i = 0; i < VALUES; i++) {
      image[i] = Byte.toUnsignedInt(pixels[start + i]) / 255f;
    }
    return image;
  }

  private int checked(int example) {
    if (example < 0 || example >= size) {
      throw new IndexOutOfBoundsException(
          "Examples: an index must lie in [0, %d), but it is %d. To fix: count from 0."
              .formatted(size, example));
    }
    return example;
  }
}
