package org.normscape.backend.tf.convolution;

import java.util.List;
import java.util.function.Function;
import org.normscape.backend.tf.graph.Conversions;
import org.normscape.backend.tf.graph.Framing;
import org.normscape.backend.tf.graph.Node;
import org.normscape.ir.ConvolutionShape;
import org.normscape.ir.ConvolutionShape.Tap;
import org.normscape.ir.Shape;
import org.normscape.ir.Stride;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.types.family.TNumber;

/**
 * Convolutions as one product of matrices for each element of the filter, over those places alone
 * where it lies on the image. On small images a good part of what TensorFlow's own convolution
 * multiplies is padding. For float32, where it does not matter that nothing of the filter is
 * multiplied with padding: infinity would give NaN.
 */
record TapConvolutions(Ops tf, Framing framing, Striding striding) implements ConvolutionMethod {

  /** The share of the image in what the filter meets below which this is faster: measured. */
  private static final double WORTH_IT = 0.5;

  /** And below which it is where the products are large. */
  private static final double WORTH_IT_IF_LARGE = 0.75;

  private static final int LARGE = 256 * 256;

  /** Whether a float32 convolution meets so much padding that it is faster this way. */
  static boolean areWorthIt(ConvolutionShape g) {
    boolean isLarge = g.filter().dim(2) * g.filter().dim(3) >= LARGE;
    return g.share() < (isLarge ? WORTH_IT_IF_LARGE : WORTH_IT);
  }

  @Override
  public Node forward(Node image, Node filter, ConvolutionShape g) {
    Operand<TNumber> matrices = matrices(filter);
    return sum(
        g,
        tap -> {
          Node pixels = pixels(image, tap, g.stride());
          Operand<TNumber> product = tf.linalg.matMul(rows(pixels), matrix(matrices, g, tap));
          return atPlaces(shaped(product, pixels, g.filter().dim(3)), tap, g.output());
        },
        new Node(zero(image), g.output()));
  }

  @Override
  public Node inputGradient(Node cotangent, Node filter, ConvolutionShape g) {
    Operand<TNumber> matrices = matrices(filter);
    return sum(
        g,
        tap -> {
          Node places = places(cotangent, tap);
          Operand<TNumber> product =
              tf.linalg.matMul(rows(places), matrix(matrices, g, tap), MatMul.transposeB(true));
          return atPixels(shaped(product, places, g.filter().dim(2)), tap, g);
        },
        new Node(zero(cotangent), g.image()));
  }

  @Override
  public Node filterGradient(Node image, Node cotangent, ConvolutionShape g) {
    List<Operand<TNumber>> matrices =
        g.taps().stream().map(tap -> filterGradient(image, cotangent, g, tap)).toList();
    return Node.stored(
        tf.reshape(tf.concat(matrices, tf.constant(0)), framing.constant(g.filter().dims())));
  }

  private Operand<TNumber> filterGradient(Node image, Node cotangent, ConvolutionShape g, Tap tap) {
    if (tap.places() == 0) {
      Shape matrix = Shape.of(g.filter().dim(2), g.filter().dim(3));
      return framing.stored(new Node(framing.reshaped(zero(image), Conversions.ones(2)), matrix));
    }
    return tf.linalg.matMul(
        rows(pixels(image, tap, g.stride())),
        rows(places(cotangent, tap)),
        MatMul.transposeA(true));
  }

  /** What all elements of the filter add to a result that is zero without them. */
  private Node sum(ConvolutionShape g, Function<Tap, Node> part, Node zero) {
    List<Operand<TNumber>> parts =
        g.taps().stream()
            .filter(tap -> tap.places() > 0)
            .map(tap -> part.apply(tap).operand())
            .toList();
    return parts.isEmpty() ? zero : Node.stored(tf.math.addN(parts));
  }

  private Operand<TNumber> zero(Node like) {
    return framing.reshaped(framing.scalar(like.dtype(), 0), Conversions.ones(4));
  }

  /** What a tap lies on. */
  private Node pixels(Node image, Tap tap, Stride stride) {
    return striding.slice(
        image,
        List.of(0, tap.rows().pixel(), tap.columns().pixel(), 0),
        List.of(
            image.shape().dim(0),
            limit(tap.rows().pixel(), tap.rows().count(), stride.height()),
            limit(tap.columns().pixel(), tap.columns().count(), stride.width()),
            image.shape().dim(3)),
        List.of(1, stride.height(), stride.width(), 1));
  }

  /** The adjoint of {@link #pixels}. */
  private Node atPixels(Node part, Tap tap, ConvolutionShape g) {
    Stride stride = g.stride();
    int bottom = limit(tap.rows().pixel(), tap.rows().count(), stride.height());
    int right = limit(tap.columns().pixel(), tap.columns().count(), stride.width());
    return striding.pad(
        part,
        List.of(0, tap.rows().pixel(), tap.columns().pixel(), 0),
        List.of(0, g.image().dim(1) - bottom, g.image().dim(2) - right, 0),
        List.of(0, stride.height() - 1, stride.width() - 1, 0));
  }

  private static int limit(int start, int count, int stride) {
    return start + (count - 1) * stride + 1;
  }

  /** Where a tap lies on the image. */
  private Node places(Node output, Tap tap) {
    return framing.slice(
        output,
        List.of(0, tap.rows().place(), tap.columns().place(), 0),
        List.of(
            output.shape().dim(0),
            tap.rows().place() + tap.rows().count(),
            tap.columns().place() + tap.columns().count(),
            output.shape().dim(3)));
  }

  /** The adjoint of {@link #places}. */
  private Node atPlaces(Node part, Tap tap, Shape output) {
    List<Integer> low = List.of(0, tap.rows().place(), tap.columns().place(), 0);
    List<Integer> high =
        part.shape().axes().stream()
            .map(a -> output.dim(a) - low.get(a) - part.shape().dim(a))
            .toList();
    return framing.padded(part, low, high, 0);
  }

  /** A filter as {@code [kH·kW, in, out]}. */
  private Operand<TNumber> matrices(Node filter) {
    Shape f = filter.shape();
    return framing.reshaped(
        framing.stored(filter), Shape.of(f.dim(0) * f.dim(1), f.dim(2), f.dim(3)));
  }

  private Operand<TNumber> matrix(Operand<TNumber> matrices, ConvolutionShape g, Tap tap) {
    Shape matrix = Shape.of(g.filter().dim(2), g.filter().dim(3));
    int index = tap.row() * g.kernelWidth() + tap.column();
    Operand<TNumber> one =
        tf.slice(
            matrices,
            framing.constant(List.of(index, 0, 0)),
            framing.constant(List.of(1, matrix.dim(0), matrix.dim(1))));
    return framing.reshaped(one, matrix);
  }

  /** An image as a matrix with a row for each place. */
  private Operand<TNumber> rows(Node image) {
    int channels = image.shape().dim(3);
    return framing.reshaped(
        framing.stored(image), Shape.of(image.shape().size() / channels, channels));
  }

  /** The rows of {@code like}, with so many channels, as an image. */
  private Node shaped(Operand<TNumber> rows, Node like, int channels) {
    return Node.stored(framing.reshaped(rows, like.shape().with(3, channels)));
  }
}
