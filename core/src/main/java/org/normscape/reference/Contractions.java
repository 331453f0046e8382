package org.normscape.reference;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.normscape.ir.Padding;
import org.normscape.ir.Shape;
import org.normscape.ir.Stride;

/**
 * Products with sums, all said with one: a row times a matrix. Sums run in float64 over, from the
 * outside in: examples, rows of places, rows of the window, columns of the window, places in a row,
 * channels; those of a matrix product over the inner index.
 */
final class Contractions {

  private static final List<Integer> TURNED = List.of(1, 0);

  private Contractions() {}

  static Values matmul(Values x, Values y, boolean transposeLeft, boolean transposeRight) {
    Values left = transposeLeft ? Rearrangements.transpose(x, TURNED) : x;
    Values right = transposeRight ? Rearrangements.transpose(y, TURNED) : y;
    int m = left.shape().dim(0);
    int inner = left.shape().dim(1);
    int n = right.shape().dim(1);
    double[] result = new double[m * n];
    for (int i = 0; i < m; i++) {
      new Row(left.data(), i * inner, 1, inner).multiply(right.data(), 0, result, i * n, n);
    }
    return Values.rounded(x.type().withShape(Shape.of(m, n)), result);
  }

  static Values batchMatmul(Values x, Values y, boolean transposeLeft, boolean transposeRight) {
    List<Values> products =
        IntStream.range(0, x.shape().dim(0))
            .mapToObj(i -> matmul(matrix(x, i), matrix(y, i), transposeLeft, transposeRight))
            .toList();
    Shape one = products.get(0).shape();
    double[] result =
        products.stream().map(Values::data).flatMapToDouble(DoubleStream::of).toArray();
    Shape all = Shape.of(products.size(), one.dim(0), one.dim(1));
    return Values.rounded(x.type().withShape(all), result);
  }

  private static Values matrix(Values x, int number) {
    Shape shape = x.shape().without(List.of(0));
    int start = number * shape.size();
    double[] numbers = Arrays.copyOfRange(x.data(), start, start + shape.size());
    return Values.rounded(x.type().withShape(shape), numbers);
  }

  private static Values padded(Values image, Padding padding) {
    List<Integer> low = List.of(0, padding.top(), padding.left(), 0);
    List<Integer> high = List.of(0, padding.bottom(), padding.right(), 0);
    return padding.equals(Padding.NONE)
        ? image
        : Rearrangements.pad(image, low, high, List.of(0, 0, 0, 0));
  }

  static Values convolution(
      Values image, Values filter, Shape result, Stride stride, Padding padding) {
    Values padded = padded(image, padding);
    double[] y = new double[result.size()];
    int in = image.shape().dim(3);
    int out = result.dim(3);
    Taps.of(padded.shape(), filter.shape(), result, stride, Padding.NONE)
        .forEach(
            (pixel, tap, place, count) -> {
              for (int i = 0; i < count; i++) {
                int from = (pixel + i * stride.width()) * in;
                new Row(padded.data(), from, 1, in)
                    .multiply(filter.data(), tap * in * out, y, (place + i) * out, out);
              }
            });
    return Values.rounded(image.type().withShape(result), y);
  }

  static Values inputGradient(
      Values cotangent, Values filter, Shape result, Stride stride, Padding padding) {
    double[] turned = Rearrangements.transpose(filter, List.of(0, 1, 3, 2)).data();
    double[] x = new double[result.size()];
    int in = result.dim(3);
    int out = cotangent.shape().dim(3);
    Taps.of(result, filter.shape(), cotangent.shape(), stride, padding)
        .forEach(
            (pixel, tap, place, count) -> {
              for (int i = 0; i < count; i++) {
                int to = (pixel + i * stride.width()) * in;
                new Row(cotangent.data(), (place + i) * out, 1, out)
                    .multiply(turned, tap * in * out, x, to, in);
              }
            });
    return Values.rounded(cotangent.type().withShape(result), x);
  }

  static Values filterGradient(
      Values image, Values cotangent, Shape result, Stride stride, Padding padding) {
    Values padded = padded(image, padding);
    double[] f = new double[result.size()];
    int in = result.dim(2);
    int out = result.dim(3);
    Taps.of(padded.shape(), result, cotangent.shape(), stride, Padding.NONE)
        .forEach(
            (pixel, tap, place, count) -> {
              for (int c = 0; c < in; c++) {
                new Row(padded.data(), pixel * in + c, stride.width() * in, count)
                    .multiply(cotangent.data(), place * out, f, (tap * in + c) * out, out);
              }
            });
    return Values.rounded(image.type().withShape(result), f);
  }
}
