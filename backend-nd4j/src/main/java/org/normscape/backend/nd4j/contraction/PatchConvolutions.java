package org.normscape.backend.nd4j.contraction;

import java.util.List;
import java.util.function.ObjIntConsumer;
import java.util.stream.IntStream;
import org.normscape.backend.nd4j.contraction.MatrixProducts.Matrix;
import org.normscape.backend.nd4j.operation.NativeCalls;
import org.normscape.backend.nd4j.plan.Node;
import org.normscape.backend.nd4j.plan.Recorder;
import org.normscape.backend.nd4j.plan.Slot;
import org.normscape.backend.nd4j.plan.View;
import org.normscape.ir.ConvolutionShape;
import org.normscape.ir.Shape;

/**
 * Writes down convolutions without padding as products of matrices: what lies under the window at
 * one place is one row. Some images at a time, so that the rows stay in the cache.
 */
public final class PatchConvolutions implements ConvolutionMethod {

  private static final long ROWS_BYTES = 8 << 20;
  private static final int ADD = 0;

  private final Recorder recorder;
  private final NativeCalls calls;
  private final MatrixProducts products;

  /** Convolutions that this recorder writes down. */
  public PatchConvolutions(Recorder recorder, NativeCalls calls, MatrixProducts products) {
    this.recorder = recorder;
    this.calls = calls;
    this.products = products;
  }

  /** The rows of some images, beginning with the {@code first}. */
  private record Chunk(ConvolutionShape g, Slot rows, int first, int images) {

    /** Below the window, for each of its rows in turn: a run of its width and all channels. */
    View underRow(Node x, int kernelRow) {
      return under(x, kernelRow, 0, g.kernelWidth() * channels());
    }

    /** Below one element of the window. */
    View under(Node x, int kernelRow, int kernelColumn, int run) {
      int line = g.image().dim(2) * channels();
      int image = g.image().dim(1) * line;
      int offset = first * image + kernelRow * line + kernelColumn * channels();
      return new View(
          x.slot(),
          x.slot().dtype(),
          offset,
          places(run),
          List.of(image, g.stride().height() * line, g.stride().width() * channels(), 1));
    }

    /** Where that goes in the rows. */
    View inRows(int kernelRow, int kernelColumn, int run) {
      int width = g.outputWidth() * g.window();
      return new View(
          rows,
          rows.dtype(),
          (kernelRow * g.kernelWidth() + kernelColumn) * channels(),
          places(run),
          List.of(g.outputHeight() * width, width, g.window(), 1));
    }

    private List<Integer> places(int run) {
      return List.of(images, g.outputHeight(), g.outputWidth(), run);
    }

    int channels() {
      return g.image().dim(3);
    }

    Matrix matrix(boolean transposed) {
      return new Matrix(View.flat(rows), images * places(), g.window(), transposed);
    }

    /** The same places of a result or a cotangent. */
    Matrix outputs(Node z) {
      int o = g.filter().dim(3);
      int size = images * places() * o;
      View view =
          new View(z.slot(), z.slot().dtype(), first * places() * o, List.of(size), List.of(1));
      return new Matrix(view, images * places(), o, false);
    }

    private int places() {
      return g.outputHeight() * g.outputWidth();
    }
  }

  @Override
  public ConvolutionShape said(ConvolutionShape asked) {
    return asked.explicit();
  }

  @Override
  public void forward(ConvolutionShape g, Node x, Node f, Node z) {
    Matrix filter = filter(g, f, false);
    eachChunk(
        g,
        x,
        (chunk, index) -> {
          gather(chunk, x);
          products.multiply(chunk.matrix(false), filter, chunk.outputs(z).view(), 0);
        });
  }

  @Override
  public void filterGradient(ConvolutionShape g, Node x, Node ct, Node z) {
    eachChunk(
        g,
        x,
        (chunk, index) -> {
          gather(chunk, x);
          products.multiply(
              chunk.matrix(true), chunk.outputs(ct), View.flat(z.slot()), Math.min(index, 1));
        });
  }

  @Override
  public void inputGradient(ConvolutionShape g, Node ct, Node f, Node z) {
    calls.clear(z.slot());
    Matrix filter = filter(g, f, true);
    eachChunk(
        g,
        ct,
        (chunk, index) -> {
          products.multiply(chunk.outputs(ct), filter, View.flat(chunk.rows()), 0);
          scatter(chunk, z);
        });
  }

  private static Matrix filter(ConvolutionShape g, Node f, boolean transposed) {
    return new Matrix(View.flat(f.slot()), g.window(), g.filter().dim(3), transposed);
  }

  private void gather(Chunk chunk, Node x) {
    int run = chunk.g().kernelWidth() * chunk.channels();
    for (int i = 0; i < chunk.g().kernelHeight(); i++) {
      calls.copy(chunk.underRow(x, i), chunk.inRows(i, 0, run));
    }
  }

  private void scatter(Chunk chunk, Node z) {
    for (int i = 0; i < chunk.g().kernelHeight(); i++) {
      for (int j = 0; j < chunk.g().kernelWidth(); j++) {
        View under = chunk.under(z, i, j, chunk.channels());
        calls.pairwise(ADD, under, chunk.inRows(i, j, chunk.channels()), under);
      }
    }
  }

  private void eachChunk(ConvolutionShape g, Node like, ObjIntConsumer<Chunk> body) {
    Shape output = g.output();
    int images = output.dim(0);
    long bytes = (long) output.dim(1) * output.dim(2) * g.window() * like.slot().dtype().width();
    int each =
        IntStream.rangeClosed(1, images)
            .filter(b -> images % b == 0 && b * bytes <= ROWS_BYTES)
            .max()
            .orElse(1);
    int places = output.dim(1) * output.dim(2);
    Slot rows = recorder.computed(like.slot().dtype(), each * places * g.window());
    for (int i = 0; i < images / each; i++) {
      body.accept(new Chunk(g, rows, i * each, each), i);
    }
  }
}
