package org.normscape.reference;

import java.util.Arrays;
import org.normscape.ir.Shape;
import org.normscape.ir.WindowShape;

/** Where windows over images {@code [n,h,w,c]} look. */
final class Pooling {

  private Pooling() {}

  /** The shape of one value for each place of the window. */
  static Shape pooled(Shape image, WindowShape window) {
    int height = image.dim(1) + window.padding().top() + window.padding().bottom();
    int width = image.dim(2) + window.padding().left() + window.padding().right();
    return Shape.of(
        image.dim(0),
        (height - window.kernelHeight()) / window.stride().height() + 1,
        (width - window.kernelWidth()) / window.stride().width() + 1,
        image.dim(3));
  }

  /** For each place and channel, where the first maximum in row-major order stands. */
  static int[] winners(Values image, WindowShape window) {
    Shape pooled = pooled(image.shape(), window);
    int channels = pooled.dim(3);
    double[] x = image.data();
    int[] winners = new int[pooled.size()];
    Arrays.fill(winners, -1);
    taps(image.shape(), window)
        .forEach(
            (pixel, tap, place, count) -> {
              for (int i = 0; i < count; i++) {
                int from = (pixel + i * window.stride().width()) * channels;
                compare(x, from, winners, (place + i) * channels, channels);
              }
            });
    return winners;
  }

  private static void compare(double[] x, int from, int[] winners, int to, int channels) {
    for (int c = 0; c < channels; c++) {
      int best = winners[to + c];
      if (best < 0 || Maxima.isBetter(x[from + c], x[best])) {
        winners[to + c] = from + c;
      }
    }
  }

  static Values sum(Values image, WindowShape window) {
    Shape result = pooled(image.shape(), window);
    int channels = result.dim(3);
    double[] x = image.data();
    double[] y = new double[result.size()];
    taps(image.shape(), window)
        .forEach(
            (pixel, tap, place, count) -> {
              for (int i = 0; i < count; i++) {
                int from = (pixel + i * window.stride().width()) * channels;
                add(x, from, y, (place + i) * channels, channels);
              }
            });
    return Values.rounded(image.type().withShape(result), y);
  }

  static Values sumInputGradient(Values cotangent, WindowShape window, Shape image) {
    int channels = image.dim(3);
    double[] ct = cotangent.data();
    double[] x = new double[image.size()];
    taps(image, window)
        .forEach(
            (pixel, tap, place, count) -> {
              for (int i = 0; i < count; i++) {
                int to = (pixel + i * window.stride().width()) * channels;
                add(ct, (place + i) * channels, x, to, channels);
              }
            });
    return Values.rounded(cotangent.type().withShape(image), x);
  }

  private static void add(double[] x, int from, double[] sums, int to, int channels) {
    for (int c = 0; c < channels; c++) {
      sums[to + c] += x[from + c];
    }
  }

  private static Taps taps(Shape image, WindowShape window) {
    Shape kernel = Shape.of(window.kernelHeight(), window.kernelWidth());
    return Taps.of(image, kernel, pooled(image, window), window.stride(), window.padding());
  }
}
