package org.normscape.reference;

import org.normscape.ir.Padding;
import org.normscape.ir.Shape;
import org.normscape.ir.Stride;

/**
 * Products with sums. Sums run in float64 over, from the outside in: examples, places of the
 * window, rows of the window, columns of the window, input channels; those of a matrix product over
 * the inner index.
 */
final class Contractions {

  private Contractions() {}

  static Values matmul(Values x, Values y, boolean transposeLeft, boolean transposeRight) {
    int m = x.shape().dim(transposeLeft ? 1 : 0);
    int inner = x.shape().dim(transposeLeft ? 0 : 1);
    int n = y.shape().dim(transposeRight ? 0 : 1);
    int leftRow = transposeLeft ? 1 : inner;
    int leftColumn = transposeLeft ? m : 1;
    int rightRow = transposeRight ? 1 : n;
    int rightColumn = transposeRight ? inner : 1;
    double[] result = new double[m * n];
    for (int i = 0; i < m; i++) {
      for (int k = 0; k < inner; k++) {
        double left = x.data()[i * leftRow + k * leftColumn];
        for (int j = 0; j < n; j++) {
          result[i * n + j] += left * y.data()[k * rightRow + j * rightColumn];
        }
      }
    }
    return Values.rounded(x.type().withShape(Shape.of(m, n)), result);
  }

  static Values convolution(
      Values image, Values filter, Shape result, Stride stride, Padding padding) {
    double[] x = image.data();
    double[] f = filter.data();
    double[] y = new double[result.size()];
    int in = image.shape().dim(3);
    int out = result.dim(3);
    Taps.of(image.shape(), filter.shape(), result, stride, padding)
        .forEach(
            (pixel, tap, place) -> {
              for (int c = 0; c < in; c++) {
                double value = x[pixel * in + c];
                int row = (tap * in + c) * out;
                for (int o = 0; o < out; o++) {
                  y[place * out + o] += value * f[row + o];
                }
              }
            });
    return Values.rounded(image.type().withShape(result), y);
  }

  static Values inputGradient(
      Values cotangent, Values filter, Shape result, Stride stride, Padding padding) {
    double[] ct = cotangent.data();
    double[] f = filter.data();
    double[] x = new double[result.size()];
    int in = result.dim(3);
    int out = cotangent.shape().dim(3);
    Taps.of(result, filter.shape(), cotangent.shape(), stride, padding)
        .forEach(
            (pixel, tap, place) -> {
              for (int c = 0; c < in; c++) {
                int row = (tap * in + c) * out;
                double sum = 0;
                for (int o = 0; o < out; o++) {
                  sum += ct[place * out + o] * f[row + o];
                }
                x[pixel * in + c] += sum;
              }
            });
    return Values.rounded(cotangent.type().withShape(result), x);
  }

  static Values filterGradient(
      Values image, Values cotangent, Shape result, Stride stride, Padding padding) {
    double[] x = image.data();
    double[] ct = cotangent.data();
    double[] f = new double[result.size()];
    int in = result.dim(2);
    int out = result.dim(3);
    Taps.of(image.shape(), result, cotangent.shape(), stride, padding)
        .forEach(
            (pixel, tap, place) -> {
              for (int c = 0; c < in; c++) {
                double value = x[pixel * in + c];
                int row = (tap * in + c) * out;
                for (int o = 0; o < out; o++) {
                  f[row + o] += value * ct[place * out + o];
                }
              }
            });
    return Values.rounded(image.type().withShape(result), f);
  }
}
