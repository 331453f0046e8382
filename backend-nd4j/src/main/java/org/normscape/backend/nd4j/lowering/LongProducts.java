package org.normscape.backend.nd4j.lowering;

import java.util.ArrayList;
import java.util.List;
import org.normscape.backend.nd4j.contraction.MatrixProducts;
import org.normscape.backend.nd4j.contraction.MatrixProducts.Matrix;
import org.normscape.backend.nd4j.plan.Node;
import org.normscape.backend.nd4j.plan.Recorder;
import org.normscape.backend.nd4j.plan.View;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.ir.TensorType;

/**
 * Products of matrices; float32 ones that sum over so many numbers that rounding would show are
 * sums of products of blocks. OpenBLAS adds up a product of few rows and columns one element after
 * the other, and loses 7e-4 of 131,072 equal numbers; a larger one in blocks of its own, and loses
 * 1e-5.
 */
record LongProducts(Recorder recorder, MatrixProducts products, ReductionLowering reductions) {

  /** How many float32 OpenBLAS may add one after the other: equal ones lose 3e-6 of their sum. */
  private static final int SHORT_BLOCK = 256;

  /** How many it may add in blocks of its own. */
  private static final int LONG_BLOCK = 8192;

  /** Products of up to a million multiplications are those that it adds up without blocks. */
  private static final int SMALL = 1_000_000;

  /** Sums of up to this many numbers are left as they are. */
  private static final int SHORT = 1024;

  /**
   * {@code x · y} for each of {@code count} matrices that lie one after the other.
   *
   * @param x the first of them
   * @param y the first of them
   * @param result the type of all products together, whose last extent is a product's columns
   */
  Node multiply(int count, Matrix x, Matrix y, TensorType result) {
    int block = block(x, result);
    int blocks = (x.inner() + block - 1) / block;
    List<Integer> dims = new ArrayList<>(List.of(blocks));
    dims.addAll(result.shape().dims());
    Node parts = recorder.computed(result.withShape(new Shape(dims)));
    products.multiplyEach(count, block, x, y, View.flat(parts.slot()));
    return blocks == 1 ? Node.dense(result, parts.slot()) : reductions.sum(parts, List.of(0));
  }

  /** How many numbers are added in one product: all of them, unless rounding would show. */
  private static int block(Matrix x, TensorType result) {
    long terms = Math.min(x.inner(), LONG_BLOCK);
    boolean small = terms * x.outer() * result.shape().dim(-1) <= SMALL;
    int block = small ? SHORT_BLOCK : LONG_BLOCK;
    boolean isLong = x.inner() > Math.max(SHORT, 2 * block);
    return result.dtype() == DType.FLOAT32 && isLong ? block : x.inner();
  }
}
