package org.normscape.backend.nd4j.contraction;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_dgemm;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_dgemv;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemv;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.normscape.backend.nd4j.plan.Binding;
import org.normscape.backend.nd4j.plan.Handle;
import org.normscape.backend.nd4j.plan.PlanStep;
import org.normscape.backend.nd4j.plan.Recorder;
import org.normscape.backend.nd4j.plan.Slot;
import org.normscape.backend.nd4j.plan.View;

/** Writes down products of matrices, for the BLAS that ND4J brings. */
public final class MatrixProducts {

  private final Recorder recorder;

  /** Products that this recorder writes down. */
  public MatrixProducts(Recorder recorder) {
    this.recorder = recorder;
  }

  /**
   * A matrix in a slot, row after row.
   *
   * @param view where it begins
   * @param rows as stored
   * @param columns as stored
   * @param stride the distance between the beginnings of rows
   * @param transposed whether the product takes its transpose
   */
  public record Matrix(View view, int rows, int columns, int stride, boolean transposed) {

    /** A matrix without anything between its rows. */
    public Matrix(View view, int rows, int columns, boolean transposed) {
      this(view, rows, columns, columns, transposed);
    }

    /** The extent that the result keeps. */
    public int outer() {
      return transposed ? columns : rows;
    }

    /** The extent that is summed over, when this is the left factor. */
    public int inner() {
      return transposed ? rows : columns;
    }

    /** The matrix that lies so many matrices after this one. */
    private Matrix after(int count) {
      return new Matrix(view.from(count * rows * columns), rows, columns, stride, transposed);
    }

    /** Some of what is summed over, when this is the left factor. */
    private Matrix leftPart(int from, int count) {
      return transposed ? someRows(from, count) : someColumns(from, count);
    }

    /** Some of what is summed over, when this is the right factor. */
    private Matrix rightPart(int from, int count) {
      return transposed ? someColumns(from, count) : someRows(from, count);
    }

    private Matrix someRows(int from, int count) {
      return new Matrix(view.from(from * stride), count, columns, stride, transposed);
    }

    private Matrix someColumns(int from, int count) {
      return new Matrix(view.from(from), rows, count, stride, transposed);
    }

    private int order() {
      return transposed ? CblasTrans : CblasNoTrans;
    }
  }

  /**
   * {@code z = x · y}, or {@code z += x · y} when {@code accumulate} is 1 and not 0.
   *
   * @param y its columns, transposed if it is, are those of {@code z}
   */
  public void multiply(Matrix x, Matrix y, View z, int accumulate) {
    int columns = y.transposed() ? y.rows() : y.columns();
    multiply(x, y, new Matrix(z, x.outer(), columns, false), accumulate);
  }

  /** The same where the rows of {@code z} may lie apart. */
  public void multiply(Matrix x, Matrix y, Matrix z, int accumulate) {
    add(x, y, z, binding -> new Product(binding, x, y, z).call(accumulate));
  }

  /**
   * {@code z = x · y} for each of {@code count} matrices that lie one after the other, cut into
   * blocks of what they sum over: the products of all first blocks, then those of all second ones,
   * and so on, whose sum is {@code x · y}.
   *
   * @param block how many numbers each sum has; those of the last block may have fewer
   * @param x the first of them
   * @param y the first of them; its columns, transposed if it is, are those of {@code z}
   */
  public void multiplyEach(int count, int block, Matrix x, Matrix y, View z) {
    int columns = y.transposed() ? y.rows() : y.columns();
    Matrix first = new Matrix(z, x.outer(), columns, false);
    add(
        x,
        y,
        first,
        binding -> {
          List<Runnable> calls = new ArrayList<>();
          for (int from = 0; from < x.inner(); from += block) {
            int terms = Math.min(block, x.inner() - from);
            for (int i = 0; i < count; i++) {
              Matrix left = x.after(i).leftPart(from, terms);
              Matrix right = y.after(i).rightPart(from, terms);
              calls.add(new Product(binding, left, right, first.after(calls.size())).call(0));
            }
          }
          return () -> calls.forEach(Runnable::run);
        });
  }

  private void add(Matrix x, Matrix y, Matrix z, PlanStep.Call call) {
    recorder.add(
        new PlanStep(
            List.of(x.view().slot(), y.view().slot()), List.of(z.view().slot()), List.of(), call));
  }

  /** A product in memory. */
  private record Product(Handle a, Handle b, Handle c, Matrix x, Matrix y, Matrix z) {

    Product(Binding binding, Matrix x, Matrix y, Matrix z) {
      this(binding.handle(x.view()), binding.handle(y.view()), binding.handle(z.view()), x, y, z);
    }

    Runnable call(int accumulate) {
      return z.view().dtype() == DataType.FLOAT
          ? () -> floats(accumulate)
          : () -> doubles(accumulate);
    }

    private void floats(int accumulate) {
      cblas_sgemm(
          CblasRowMajor,
          x.order(),
          y.order(),
          x.outer(),
          z.columns(),
          x.inner(),
          1f,
          a.floats(),
          x.stride(),
          b.floats(),
          y.stride(),
          accumulate,
          c.floats(),
          z.stride());
    }

    private void doubles(int accumulate) {
      cblas_dgemm(
          CblasRowMajor,
          x.order(),
          y.order(),
          x.outer(),
          z.columns(),
          x.inner(),
          1,
          a.doubles(),
          x.stride(),
          b.doubles(),
          y.stride(),
          accumulate,
          c.doubles(),
          z.stride());
    }
  }

  /**
   * The sums over the middle axis of {@code x}, seen as {@code [outer, count, inner]}, as products
   * with a vector of ones: ten times as fast as ND4J's reductions.
   */
  public void sum(View x, int outer, int count, int inner, View z) {
    Slot ones = recorder.constant(x.dtype(), count, 1, 0);
    recorder.add(
        new PlanStep(
            List.of(x.slot(), ones),
            List.of(z.slot()),
            List.of(),
            binding -> {
              Handle one = binding.handle(View.flat(ones));
              Sum sum = new Sum(binding.handle(x), one, binding.handle(z), count, inner);
              return x.dtype() == DataType.FLOAT
                  ? inner == 1 ? () -> sum.floatRows(outer) : () -> sum.floats(outer)
                  : inner == 1 ? () -> sum.doubleRows(outer) : () -> sum.doubles(outer);
            }));
  }

  private record Sum(Handle x, Handle ones, Handle z, int count, int inner) {

    void floatRows(int rows) {
      cblas_sgemv(
          CblasRowMajor,
          CblasNoTrans,
          rows,
          count,
          1f,
          x.floats(),
          count,
          ones.floats(),
          1,
          0f,
          z.floats(),
          1);
    }

    void doubleRows(int rows) {
      cblas_dgemv(
          CblasRowMajor,
          CblasNoTrans,
          rows,
          count,
          1,
          x.doubles(),
          count,
          ones.doubles(),
          1,
          0,
          z.doubles(),
          1);
    }

    void floats(int outer) {
      for (long i = 0; i < outer; i++) {
        cblas_sgemv(
            CblasRowMajor,
            CblasTrans,
            count,
            inner,
            1f,
            x.floats().getPointer(i * count * inner),
            inner,
            ones.floats(),
            1,
            0f,
            z.floats().getPointer(i * inner),
            1);
      }
    }

    void doubles(int outer) {
      for (long i = 0; i < outer; i++) {
        cblas_dgemv(
            CblasRowMajor,
            CblasTrans,
            count,
            inner,
            1,
            x.doubles().getPointer(i * count * inner),
            inner,
            ones.doubles(),
            1,
            0,
            z.doubles().getPointer(i * inner),
            1);
      }
    }
  }
}
