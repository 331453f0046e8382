package org.normscape.backend.nd4j;

import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.normscape.backend.nd4j.Products.Matrix;
import org.normscape.ir.ConvolutionShape;
import org.normscape.ir.Padding;
import org.normscape.ir.Shape;
import org.normscape.ir.Stride;

/**
 * How contractions are said: products of matrices by the BLAS, float32 convolutions by oneDNN
 * through ND4J, float64 ones as products of gathered patches, since ND4J's own are several times
 * slower.
 */
final class ContractionLowering {

  /**
   * A filter of so few numbers mostly lies on the data, whose gradient nobody asks for: oneDNN
   * would compute it.
   */
  private static final int NARROW = 64;

  private final Recorder recorder;
  private final Kernels kernels;
  private final Products products;
  private final LayoutLowering layouts;
  private final ReductionLowering reductions;
  private final Convolutions convolutions;
  private final Patches patches;
  private final Taps taps;

  ContractionLowering(
      Recorder recorder,
      Kernels kernels,
      Products products,
      LayoutLowering layouts,
      ReductionLowering reductions) {
    this.reductions = reductions;
    this.recorder = recorder;
    this.kernels = kernels;
    this.products = products;
    this.layouts = layouts;
    this.convolutions = new Convolutions(recorder, kernels);
    this.patches = new Patches(recorder, kernels, products);
    this.taps = new Taps(kernels, products);
  }

  Node matmul(Node left, Node right, boolean transposeLeft, boolean transposeRight) {
    if (left.shape().size() == right.shape().size()
        && left.shape().dim(transposeLeft ? 1 : 0) == 1) {
      return dot(left, right);
    }
    Matrix x = matrix(left, transposeLeft);
    Matrix y = matrix(right, transposeRight);
    int columns = transposeRight ? y.rows() : y.columns();
    Node z = recorder.computed(left.type().withShape(Shape.of(x.outer(), columns)));
    products.multiply(x, y, View.flat(z.slot()), 0);
    return z;
  }

  /** A row times a column: on the way, where a product would read both once more. */
  private Node dot(Node row, Node column) {
    Shape vector = Shape.of(row.shape().size());
    Node sum = reductions.dot(layouts.reshape(row, vector), layouts.reshape(column, vector));
    return layouts.reshape(sum, Shape.of(1, 1));
  }

  private Matrix matrix(Node in, boolean transposed) {
    Node x = layouts.dense(in);
    return new Matrix(View.flat(x.slot()), x.shape().dim(0), x.shape().dim(1), transposed);
  }

  Node convolution(Node image, Node filter, Stride stride, Padding padding) {
    Node f = layouts.dense(filter);
    ConvolutionShape asked = new ConvolutionShape(image.shape(), f.shape(), stride, padding);
    if (isFloat32(f) && Taps.areWorthIt(asked)) {
      Node z = recorder.computed(image.type().withShape(asked.output()));
      taps.forward(asked, layouts.dense(image), f, z);
      return z;
    }
    ConvolutionShape g = said(asked, f);
    Node x = padded(layouts.dense(image), asked, g);
    Node z = recorder.computed(image.type().withShape(g.output()));
    if (isFloat32(f)) {
      convolutions.forward(g, x, f, z);
    } else {
      patches.forward(g, x, f, z);
    }
    return z;
  }

  Node inputGradient(
      Node cotangent, Node filter, Stride stride, Padding padding, int height, int width) {
    Node ct = layouts.dense(cotangent);
    Node f = layouts.dense(filter);
    Shape image = Shape.of(ct.shape().dim(0), height, width, f.shape().dim(2));
    ConvolutionShape asked = new ConvolutionShape(image, f.shape(), stride, padding);
    if (isFloat32(f) && Taps.areWorthIt(asked)) {
      Node z = recorder.computed(ct.type().withShape(image));
      taps.inputGradient(asked, ct, f, z);
      return z;
    }
    if (!isFloat32(f) && asked.isTurnable()) {
      return convolution(ct, turned(f), stride, asked.turnedPadding());
    }
    ConvolutionShape g = said(asked, f);
    Node z = recorder.computed(ct.type().withShape(g.image()));
    if (isFloat32(f)) {
      convolutions.inputGradient(g, ct, f, z);
    } else {
      patches.inputGradient(g, ct, f, z);
    }
    return unpadded(z, asked);
  }

  /** The filter {@code [kH,kW,o,c]} that undoes a step of 1: upside down, inputs for outputs. */
  private Node turned(Node f) {
    Shape shape = f.shape();
    int height = shape.dim(0);
    int width = shape.dim(1);
    List<Integer> tap = List.of(1, 1, shape.dim(2), shape.dim(3));
    List<Integer> turnedTap = List.of(1, 1, shape.dim(3), shape.dim(2));
    List<Integer> ones = List.of(1, 1, 1, 1);
    Node z =
        recorder.computed(f.type().withShape(Shape.of(height, width, shape.dim(3), shape.dim(2))));
    for (int i = 0; i < height; i++) {
      for (int j = 0; j < width; j++) {
        View from = f.view().sliced(List.of(i, j, 0, 0), tap, ones).permuted(List.of(0, 1, 3, 2));
        List<Integer> to = List.of(height - 1 - i, width - 1 - j, 0, 0);
        kernels.copy(from, z.view().sliced(to, turnedTap, ones));
      }
    }
    return z;
  }

  Node filterGradient(
      Node image, Node cotangent, Stride stride, Padding padding, int height, int width) {
    Node ct = layouts.dense(cotangent);
    Shape filter = Shape.of(height, width, image.shape().dim(3), ct.shape().dim(3));
    ConvolutionShape asked = new ConvolutionShape(image.shape(), filter, stride, padding);
    Node z = recorder.computed(ct.type().withShape(filter));
    if (isFloat32(ct) && Taps.areWorthIt(asked)) {
      taps.filterGradient(asked, layouts.dense(image), ct, z);
      return z;
    }
    boolean isByPatches = !isFloat32(ct) || asked.window() <= NARROW;
    ConvolutionShape g = isByPatches ? asked.explicit() : said(asked, ct);
    Node x = padded(layouts.dense(image), asked, g);
    if (!isByPatches) {
      convolutions.filterGradient(g, x, ct, z);
    } else {
      patches.filterGradient(g, x, ct, z);
    }
    return z;
  }

  private static boolean isFloat32(Node x) {
    return x.slot().dtype() == DataType.FLOAT;
  }

  /** The convolution that is called in place of the one that was asked for. */
  private static ConvolutionShape said(ConvolutionShape asked, Node operand) {
    return isFloat32(operand) && isNative(asked) ? asked : asked.explicit();
  }

  /** Whether ND4J can say the padding: by what is above and left, as if the same were below. */
  private static boolean isNative(ConvolutionShape g) {
    Shape image = g.image();
    Padding p = g.padding();
    return isAlike(image.dim(1), p.top(), g.kernelHeight(), g.stride().height(), g.outputHeight())
        && isAlike(image.dim(2), p.left(), g.kernelWidth(), g.stride().width(), g.outputWidth());
  }

  private static boolean isAlike(int extent, int before, int kernel, int step, int places) {
    return before < kernel
        && extent + 2 * before >= kernel
        && (extent + 2 * before - kernel) / step + 1 == places;
  }

  private Node padded(Node x, ConvolutionShape asked, ConvolutionShape said) {
    return x.shape().equals(said.image())
        ? x
        : layouts.pad(x, asked.low(), asked.high(), List.of(0, 0, 0, 0));
  }

  private Node unpadded(Node z, ConvolutionShape asked) {
    return z.shape().equals(asked.image())
        ? z
        : layouts.copied(
            z.type().withShape(asked.image()),
            z.view().sliced(asked.low(), asked.image().dims(), List.of(1, 1, 1, 1)));
  }
}
