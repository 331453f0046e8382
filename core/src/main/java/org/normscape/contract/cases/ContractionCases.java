package org.normscape.contract.cases;

import static org.normscape.contract.cases.Sampler.normal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.normscape.ir.Contraction.BatchMatMul;
import org.normscape.ir.Contraction.Convolution;
import org.normscape.ir.Contraction.ConvolutionFilterGradient;
import org.normscape.ir.Contraction.ConvolutionInputGradient;
import org.normscape.ir.Contraction.MatMul;
import org.normscape.ir.Padding;
import org.normscape.ir.Shape;
import org.normscape.ir.Stride;
import org.normscape.ir.TensorType;

/** The rows for matrix products and convolutions. */
public final class ContractionCases {

  private ContractionCases() {}

  /** All rows. */
  public static List<Case> all() {
    return Stream.of(matrices(), batches(), convolutions()).flatMap(x -> x).toList();
  }

  private static Stream<Case> matrices() {
    return Stream.of(
        Case.of("plain", new MatMul(false, false), matrix(3, 5), matrix(5, 4)),
        Case.of("left transposed", new MatMul(true, false), matrix(5, 3), matrix(5, 4)),
        Case.of("right transposed", new MatMul(false, true), matrix(3, 5), matrix(4, 5)),
        Case.of("both transposed", new MatMul(true, true), matrix(5, 3), matrix(4, 5)),
        Case.of("square", new MatMul(true, false), matrix(4, 4), matrix(4, 4)),
        Case.of("inner product", new MatMul(false, false), matrix(1, 7), matrix(7, 1)),
        Case.of("outer product", new MatMul(false, false), matrix(7, 1), matrix(1, 6)),
        Case.of("outer, transposed", new MatMul(true, true), matrix(1, 7), matrix(6, 1)),
        Case.of("one element", new MatMul(false, true), matrix(1, 1), matrix(1, 1)),
        Case.of("row by matrix", new MatMul(false, false), matrix(1, 5), matrix(5, 4)),
        Case.of("larger", new MatMul(false, false), matrix(65, 130), matrix(130, 33)));
  }

  private static Stream<Case> batches() {
    return Stream.of(
        Case.of("plain", new BatchMatMul(false, false), batch(2, 3, 5), batch(2, 5, 4)),
        Case.of("left transposed", new BatchMatMul(true, false), batch(2, 5, 3), batch(2, 5, 4)),
        Case.of("right transposed", new BatchMatMul(false, true), batch(3, 3, 5), batch(3, 4, 5)),
        Case.of("both transposed", new BatchMatMul(true, true), batch(3, 5, 3), batch(3, 4, 5)),
        Case.of("one matrix", new BatchMatMul(false, false), batch(1, 3, 5), batch(1, 5, 4)),
        Case.of("inner products", new BatchMatMul(false, false), batch(4, 1, 7), batch(4, 7, 1)),
        Case.of("outer products", new BatchMatMul(false, true), batch(4, 7, 1), batch(4, 6, 1)),
        Case.of("one element", new BatchMatMul(true, true), batch(1, 1, 1), batch(1, 1, 1)),
        Case.of("larger", new BatchMatMul(false, false), batch(5, 33, 65), batch(5, 65, 17)));
  }

  private static Stream<Case> convolutions() {
    return Stream.of(
            geometry("3x3 same", image(2, 5, 6, 3), filter(3, 3, 3, 4), 1, 1, Padding.of(1)),
            geometry("3x3 valid", image(2, 5, 6, 3), filter(3, 3, 3, 4), 1, 1, Padding.NONE),
            geometry("1x1 kernel", image(2, 4, 5, 3), filter(1, 1, 3, 4), 1, 1, Padding.NONE),
            geometry("1x1 stride 2", image(2, 4, 5, 3), filter(1, 1, 3, 4), 2, 2, Padding.NONE),
            geometry("1x1 stride 3", image(1, 7, 8, 2), filter(1, 1, 2, 3), 3, 3, Padding.NONE),
            geometry("stride 2", image(2, 7, 6, 3), filter(3, 3, 3, 2), 2, 2, Padding.of(1)),
            geometry("stride 2, rest", image(1, 8, 8, 2), filter(3, 3, 2, 2), 2, 2, Padding.NONE),
            geometry("stride 3", image(2, 8, 9, 2), filter(3, 2, 2, 3), 3, 3, Padding.NONE),
            geometry(
                "stride over kernel", image(1, 9, 9, 2), filter(2, 2, 2, 3), 3, 3, Padding.NONE),
            geometry("two strides", image(2, 7, 8, 2), filter(3, 3, 2, 3), 2, 1, Padding.of(1)),
            // TensorFlow's own gradients ignore explicit padding, or crash.
            geometry(
                "uneven", image(2, 5, 6, 2), filter(3, 3, 2, 3), 1, 1, new Padding(2, 0, 1, 2)),
            geometry(
                "bottom", image(2, 6, 6, 2), filter(3, 3, 2, 3), 2, 2, new Padding(0, 1, 0, 1)),
            geometry("top", image(2, 6, 6, 2), filter(3, 3, 2, 3), 2, 2, new Padding(1, 0, 1, 0)),
            geometry("wide padding", image(1, 3, 3, 2), filter(2, 2, 2, 2), 1, 1, Padding.of(3)),
            geometry("kernel fills", image(2, 4, 5, 3), filter(4, 5, 3, 2), 1, 1, Padding.NONE),
            geometry("5x5", image(1, 9, 7, 2), filter(5, 5, 2, 3), 1, 1, Padding.of(2)),
            geometry(
                "long kernel",
                image(2, 5, 9, 2),
                filter(1, 7, 2, 3),
                1,
                2,
                new Padding(0, 0, 3, 3)),
            geometry("one channel", image(2, 5, 5, 1), filter(3, 3, 1, 1), 1, 1, Padding.of(1)),
            geometry("one out", image(2, 5, 5, 3), filter(3, 3, 3, 1), 1, 1, Padding.of(1)),
            geometry("one pixel", image(3, 1, 1, 4), filter(1, 1, 4, 5), 1, 1, Padding.NONE),
            geometry("pixel, padded", image(3, 1, 1, 4), filter(3, 3, 4, 5), 1, 1, Padding.of(1)),
            geometry("flat", image(3, 1, 9, 2), filter(1, 3, 2, 5), 1, 1, Padding.NONE),
            // On some processors oneDNN is wrong along a single column, by as much as the values.
            geometry("column", image(3, 6, 1, 17), filter(3, 1, 17, 17), 1, 1, Padding.NONE),
            geometry("column, apart", image(3, 7, 2, 25), filter(4, 1, 25, 17), 2, 2, Padding.NONE),
            geometry(
                "many channels", image(1, 6, 6, 33), filter(3, 3, 33, 17), 1, 1, Padding.of(1)))
        .flatMap(List::stream);
  }

  /** The convolution and its two gradients in one geometry. */
  private static List<Case> geometry(
      String name, TensorType image, TensorType filter, int down, int across, Padding padding) {
    Stride stride = new Stride(down, across);
    TensorType result = new Convolution(stride, padding).type(List.of(image, filter));
    Shape x = image.shape();
    Shape f = filter.shape();
    List<Case> rows = new ArrayList<>();
    rows.add(Case.of(name, new Convolution(stride, padding), input(image), input(filter)));
    rows.add(
        Case.of(
            name,
            new ConvolutionInputGradient(stride, padding, x.dim(1), x.dim(2)),
            input(result),
            input(filter)));
    rows.add(
        Case.of(
            name,
            new ConvolutionFilterGradient(stride, padding, f.dim(0), f.dim(1)),
            input(image),
            input(result)));
    return rows;
  }

  private static Input batch(int count, int rows, int columns) {
    return Input.of(normal(), count, rows, columns);
  }

  private static Input matrix(int rows, int columns) {
    return Input.of(normal(), rows, columns);
  }

  private static TensorType image(int n, int h, int w, int c) {
    return TensorType.float64(n, h, w, c);
  }

  private static TensorType filter(int h, int w, int in, int out) {
    return TensorType.float64(h, w, in, out);
  }

  private static Input input(TensorType type) {
    return new Input(type, normal());
  }
}
