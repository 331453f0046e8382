package org.normscape.backend.nd4j.contraction;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.normscape.backend.nd4j.contraction.MatrixProducts.Matrix;
import org.normscape.backend.nd4j.operation.NativeCalls;
import org.normscape.backend.nd4j.plan.Node;
import org.normscape.backend.nd4j.plan.View;
import org.normscape.ir.ConvolutionShape;
import org.normscape.ir.ConvolutionShape.Tap;
import org.normscape.ir.Shape;

/**
 * Writes down convolutions as a product of matrices for each element of the filter and each place
 * where it lies on the image: all examples at once, where they are. On small images most of what
 * oneDNN multiplies is padding.
 */
public final class TapConvolutions implements ConvolutionMethod {

  /** The share of the image in what the filter meets below which this is faster: measured. */
  private static final double WORTH_IT = 0.5;

  private final NativeCalls calls;
  private final MatrixProducts products;

  /** Convolutions of such calls and products. */
  public TapConvolutions(NativeCalls calls, MatrixProducts products) {
    this.calls = calls;
    this.products = products;
  }

  /** Whether a convolution meets so much padding that it is faster this way. */
  public static boolean areWorthIt(ConvolutionShape g) {
    return g.share() < WORTH_IT;
  }

  /** An element of the filter at one place, in all examples. */
  private record Meeting(Matrix pixels, Matrix filter, Matrix places) {}

  private record Product(Matrix x, Matrix y, Matrix z) {}

  @Override
  public ConvolutionShape said(ConvolutionShape asked) {
    return asked;
  }

  @Override
  public void forward(ConvolutionShape g, Node x, Node f, Node z) {
    sum(
        meetings(g, x, f, z).stream().map(m -> new Product(m.pixels(), m.filter(), m.places())),
        g.outputHeight() * g.outputWidth(),
        z);
  }

  @Override
  public void inputGradient(ConvolutionShape g, Node ct, Node f, Node z) {
    sum(
        meetings(g, z, f, ct).stream()
            .map(m -> new Product(m.places(), transposed(m.filter()), m.pixels())),
        g.image().dim(1) * g.image().dim(2),
        z);
  }

  @Override
  public void filterGradient(ConvolutionShape g, Node x, Node ct, Node z) {
    sum(
        meetings(g, x, z, ct).stream()
            .map(m -> new Product(transposed(m.pixels()), m.places(), m.filter())),
        g.kernelHeight() * g.kernelWidth(),
        z);
  }

  /** Adds products up in {@code parts} parts of a tensor, of which some may be met by none. */
  private void sum(Stream<Product> all, int parts, Node z) {
    List<Product> terms = all.toList();
    Set<View> begun = new HashSet<>();
    if (terms.stream().map(p -> p.z().view()).distinct().count() < parts) {
      calls.clear(z.slot());
    }
    terms.forEach(p -> products.multiply(p.x(), p.y(), p.z(), begun.add(p.z().view()) ? 0 : 1));
  }

  private static Matrix transposed(Matrix x) {
    return new Matrix(x.view(), x.rows(), x.columns(), x.stride(), true);
  }

  private static List<Meeting> meetings(ConvolutionShape g, Node image, Node filter, Node output) {
    List<Meeting> meetings = new ArrayList<>();
    for (Tap tap : g.taps()) {
      Matrix matrix = matrix(g.filter(), filter, tap);
      for (int i = 0; i < tap.rows().count(); i++) {
        for (int j = 0; j < tap.columns().count(); j++) {
          int y = tap.rows().pixel() + i * g.stride().height();
          int x = tap.columns().pixel() + j * g.stride().width();
          meetings.add(
              new Meeting(
                  examples(g.image(), image, y, x),
                  matrix,
                  examples(g.output(), output, tap.rows().place() + i, tap.columns().place() + j)));
        }
      }
    }
    return meetings;
  }

  private static Matrix matrix(Shape filter, Node node, Tap tap) {
    int in = filter.dim(2);
    int out = filter.dim(3);
    int start = (tap.row() * filter.dim(1) + tap.column()) * in * out;
    return new Matrix(from(node, start, in * out), in, out, false);
  }

  /** The channels of one pixel in all examples. */
  private static Matrix examples(Shape images, Node node, int y, int x) {
    int channels = images.dim(3);
    int image = images.dim(1) * images.dim(2) * channels;
    int start = (y * images.dim(2) + x) * channels;
    View view = from(node, start, (images.dim(0) - 1) * image + channels);
    return new Matrix(view, images.dim(0), channels, image, false);
  }

  private static View from(Node node, int start, int length) {
    return new View(node.slot(), node.slot().dtype(), start, List.of(length), List.of(1));
  }
}
