package org.normscape.rewrite.exact;

import java.util.ArrayList;
import java.util.List;
import org.normscape.ir.Contraction;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;

/**
 * Contractions whose sums are exact in any order.
 *
 * <p>Both operands are cut into slices of b bits ({@link Slicing}). A sum of t products of a slice
 * on grid g and one on grid h has terms m · g h with integers |m| ≤ 2<sup>2b</sup>, so each partial
 * sum, in whatever order and grouping, with or without fused multiply-add, is an integer of at most
 * t · 2<sup>2b</sup> times g h. <b>It is a float64 as long as 2b + ⌈log₂ t⌉ ≤ 53</b>, hence never
 * rounded; by the bounds of {@link Slicing} it neither overflows nor gets denormal. Only the sign
 * of a zero is left open.
 *
 * <p>Slice i of one operand meets slice j of the other where i + j is below the number of slices
 * (counted from 0), and the products are added from the smallest to the largest. With two slices
 * that leaves out less than t · L L′ · 2<sup>−2b</sup> in each element, L and L′ the scales of the
 * operands: at most t L L′ 2<sup>−2b</sup>/4 for the product of the two small slices, and a quarter
 * as much twice over for what lies below them. The bound holds in each element, so that where the
 * rows of an operand differ by 10<sup>9</sup>, the small ones keep 3 of 12 digits. Grids of their
 * own would cost a slice more for each use of an operand: a convolution, its input gradient and its
 * filter gradient sum over other axes.
 *
 * <p>There are at most {@link #BITS} bits, which leaves room for {@link #TERMS} terms. Longer sums
 * are cut into blocks that are added in their order; past {@link #BLOCKS} of them the blocks get
 * longer and the slices shorter. A product of one row and one column multiplies elements and leaves
 * the sum to {@link Sums}.
 */
final class Contractions {

  static final int BITS = 20;
  static final int TERMS = 1 << (53 - 2 * BITS);
  static final int BLOCKS = 64;

  /**
   * What a contraction sums over: {@code extent} steps along an axis of each operand, {@code unit}
   * terms each.
   */
  private record Summed(int leftAxis, int rightAxis, int extent, int unit) {

    static Summed of(Contraction operation, Shape left, Shape right) {
      if (operation instanceof Contraction.MatMul product) {
        int axis = product.transposeLeft() ? 0 : 1;
        return new Summed(axis, product.transposeRight() ? 1 : 0, left.dim(axis), 1);
      }
      if (operation instanceof Contraction.BatchMatMul product) {
        int axis = product.transposeLeft() ? 1 : 2;
        return new Summed(axis, product.transposeRight() ? 2 : 1, left.dim(axis), 1);
      }
      if (operation instanceof Contraction.Convolution) {
        return new Summed(3, 2, left.dim(3), right.dim(0) * right.dim(1));
      }
      if (operation instanceof Contraction.ConvolutionInputGradient) {
        return new Summed(3, 3, left.dim(3), right.dim(0) * right.dim(1));
      }
      return new Summed(0, 0, left.dim(0), right.dim(1) * right.dim(2));
    }

    /** The steps of one block. */
    int step() {
      return Math.min(extent, Math.max(Math.max(1, TERMS / unit), -Math.floorDiv(-extent, BLOCKS)));
    }

    /** b: 2b + ⌈log₂ terms⌉ ≤ 53. */
    int bits() {
      return Math.min(BITS, (53 - Powers.ceilingLog2((long) step() * unit)) / 2);
    }
  }

  private final Forms forms;
  private final Slicing slicing;
  private final Sums sums;

  Contractions(Forms forms, Slicing slicing, Sums sums) {
    this.forms = forms;
    this.slicing = slicing;
    this.sums = sums;
  }

  /** The contraction of two values of any form. */
  Tensor apply(Contraction operation, Tensor left, Tensor right) {
    if (operation instanceof Contraction.MatMul product
        && product.type(List.of(left.type(), right.type())).shape().size() == 1) {
      return dot(left, right);
    }
    Summed summed = Summed.of(operation, left.shape(), right.shape());
    List<Tensor> lefts = slicing.of(left, summed.bits());
    List<Tensor> rights = slicing.of(right, summed.bits());
    List<Tensor> blocks = new ArrayList<>();
    for (int start = 0; start < summed.extent(); start += summed.step()) {
      int limit = Math.min(summed.extent(), start + summed.step());
      blocks.add(
          block(
              operation,
              cut(lefts, summed.leftAxis(), start, limit),
              cut(rights, summed.rightAxis(), start, limit)));
    }
    return sum(blocks);
  }

  private Tensor dot(Tensor left, Tensor right) {
    Shape flat = Shape.of(left.shape().size());
    Tensor products =
        forms
            .in(Form.SIGNED_ZERO, left.reshape(flat))
            .times(forms.in(Form.SIGNED_ZERO, right.reshape(flat)));
    Tensor total = sums.total(products);
    return forms.note(total.reshape(Shape.of(1, 1)), forms.of(total));
  }

  private static List<Tensor> cut(List<Tensor> slices, int axis, int start, int limit) {
    return slices.stream()
        .map(x -> limit - start == x.shape().dim(axis) ? x : x.slice(axis, start, limit))
        .toList();
  }

  private Tensor block(Contraction operation, List<Tensor> lefts, List<Tensor> rights) {
    List<Tensor> products = new ArrayList<>();
    for (int order = slicing.count() - 1; order >= 0; order--) {
      for (int i = 0; i <= order; i++) {
        Tensor left = lefts.get(i);
        products.add(left.trace().apply(operation, List.of(left, rights.get(order - i))).get(0));
      }
    }
    return sum(products);
  }

  private Tensor sum(List<Tensor> parts) {
    return forms.note(parts.stream().reduce(Tensor::plus).orElseThrow(), Form.SIGNED_ZERO);
  }
}
