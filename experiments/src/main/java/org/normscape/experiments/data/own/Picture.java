package org.normscape.experiments.data.own;

import org.normscape.ir.Shape;

/** The pixels of one picture, with 8 bits a channel. Immutable. */
final class Picture {

  /** The weights of red, green and blue in thousandths (ITU-R BT.601). */
  private static final int[] LUMA = {299, 587, 114};

  private static final int THOUSAND = 1000;

  private final Shape shape;
  private final byte[] pixels;

  /**
   * A picture that takes its array over.
   *
   * @param shape {@code [height, width, channels]} with one channel or three
   * @param pixels row-major, each 0 to 255
   */
  Picture(Shape shape, byte[] pixels) {
    this.shape = shape;
    this.pixels = pixels;
  }

  Shape shape() {
    return shape;
  }

  /** Copies the pixels into a larger array. */
  void copyTo(byte[] all, int start) {
    System.arraycopy(pixels, 0, all, start, pixels.length);
  }

  Picture grey() {
    if (channels() == 1) {
      return this;
    }
    byte[] grey = new byte[pixels.length / LUMA.length];
    for (int i = 0; i < grey.length; i++) {
      int sum = THOUSAND / 2;
      for (int channel = 0; channel < LUMA.length; channel++) {
        sum += LUMA[channel] * Byte.toUnsignedInt(pixels[i * LUMA.length + channel]);
      }
      grey[i] = (byte) (sum / THOUSAND);
    }
    return new Picture(shape.with(2, 1), grey);
  }

  Picture rgb() {
    if (channels() == LUMA.length) {
      return this;
    }
    byte[] rgb = new byte[pixels.length * LUMA.length];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = pixels[i / LUMA.length];
    }
    return new Picture(shape.with(2, LUMA.length), rgb);
  }

  /**
   * The picture at another size: each pixel is the mean of the area that it covers in this one,
   * rounded.
   */
  Picture resized(int height, int width) {
    if (height == shape.dim(0) && width == shape.dim(1)) {
      return this;
    }
    byte[] resized = new byte[height * width * channels()];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        for (int channel = 0; channel < channels(); channel++) {
          double mean = mean(y, height, x, width, channel);
          resized[(y * width + x) * channels() + channel] = (byte) Math.round(mean);
        }
      }
    }
    return new Picture(Shape.of(height, width, channels()), resized);
  }

  /** The mean over the area of pixel [y, x] of height × width pixels. */
  private double mean(int y, int height, int x, int width, int channel) {
    double top = (double) y * shape.dim(0) / height;
    double bottom = (double) (y + 1) * shape.dim(0) / height;
    double left = (double) x * shape.dim(1) / width;
    double right = (double) (x + 1) * shape.dim(1) / width;
    double sum = 0;
    for (int row = (int) top; row < Math.min(Math.ceil(bottom), shape.dim(0)); row++) {
      double tall = Math.min(bottom, row + 1) - Math.max(top, row);
      for (int column = (int) left; column < Math.min(Math.ceil(right), shape.dim(1)); column++) {
        double wide = Math.min(right, column + 1) - Math.max(left, column);
        int place = (row * shape.dim(1) + column) * channels() + channel;
        sum += tall * wide * Byte.toUnsignedInt(pixels[place]);
      }
    }
    return sum / ((bottom - top) * (right - left));
  }

  private int channels() {
    return shape.dim(2);
  }
}
