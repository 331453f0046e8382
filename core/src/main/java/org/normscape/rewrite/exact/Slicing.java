package org.normscape.rewrite.exact;

import java.util.ArrayList;
import java.util.List;
import org.normscape.ir.Tensor;

/**
 * Tensors cut into slices on grids of powers of two (Rump, Ogita, Oishi: Accurate floating-point
 * summation, 2008; Ozaki, Ogita, Oishi, Rump: Error-free transformations of matrix multiplication,
 * 2012).
 *
 * <p>Let M be the largest magnitude among the elements that share a grid and L the smallest power
 * of two that is not below it. With b bits, the first grid is g₁ = L · 2<sup>−b</sup> and the first
 * slice is x rounded to it: {@code (x + s) − s} with s = 1.5 · 2<sup>52</sup> · g₁, since for |x| ≤
 * L and b ≤ 51 the sum lies in the binade of s, where floats are g₁ apart. Both differences are
 * exact. What is left, x less the slice, is exact too and at most g₁ / 2; it is cut in the same way
 * with L₂ = g₁ / 2, and so on: gᵢ = L · 2<sup>1 − i(b + 1)</sup>. So <b>each slice is a multiple of
 * its grid, by an integer of at most 2<sup>b</sup> in magnitude</b>. A slice is {@link
 * Form#CANONICAL}: no step of it can be denormal but what is left of x, and that is lost in the
 * next rounding.
 *
 * <p>A magnitude below 2<sup>−450</sup> counts as 2<sup>−450</sup>, so that products of slices stay
 * above the denormal numbers. Where M is NaN or infinite, all of each slice is NaN.
 */
final class Slicing {

  /** The least magnitude of a tensor that its grids follow. */
  static final double LEAST = 0x1p-450;

  /** The largest magnitude of a tensor that is not taken for an overflow. */
  static final double MOST = 0x1p+450;

  private final Forms forms;
  private final int count;

  /**
   * Slicing into a fixed number of slices.
   *
   * @param count how many slices a tensor is cut into
   */
  Slicing(Forms forms, int count) {
    this.forms = forms;
    this.count = count;
  }

  /** How many slices there are. */
  int count() {
    return count;
  }

  /** The slices of {@code x} on one grid for all elements, largest first. */
  List<Tensor> of(Tensor x, int bits) {
    return of(x, bits, x.shape().axes());
  }

  /**
   * The slices of {@code x}, largest first.
   *
   * @param x of any form
   * @param bits b, at most 51
   * @param shared the axes along which elements share a grid: those that are summed over at least
   */
  List<Tensor> of(Tensor x, int bits, List<Integer> shared) {
    Tensor scale = scale(x, shared);
    List<Tensor> slices = new ArrayList<>();
    Tensor left = x;
    for (int i = 0; i < count; i++) {
      double steps = 1.5 * Math.scalb(1.0, 52 - bits - i * (bits + 1));
      Tensor s = scale.times(steps).broadcast(x.shape(), shared);
      Tensor slice = forms.note(left.plus(s).minus(s), Form.CANONICAL);
      slices.add(slice);
      left = left.minus(slice);
    }
    return slices;
  }

  /** L, of all that share a grid; NaN where it is above {@link #MOST}. */
  private Tensor scale(Tensor x, List<Integer> shared) {
    Tensor magnitude = x.absolute().max(shared);
    Tensor least = magnitude.filled(LEAST);
    Tensor bounded = least.greater(magnitude).select(least, magnitude);
    Tensor power = nextPowerOfTwo(bounded);
    return magnitude.greater(magnitude.filled(MOST)).select(power.filled(Double.NaN), power);
  }

  /**
   * The smallest power of two that is not below p &gt; 0 (Rump, 2009, NextPowerTwo). With q =
   * 2<sup>53</sup> · p, p lies in [u/2, u) for u the distance of floats at q: q + p is q + u,
   * unless p = u/2 is itself a power of two and the tie leaves q.
   */
  private static Tensor nextPowerOfTwo(Tensor p) {
    Tensor q = p.times(0x1p53);
    Tensor gap = q.plus(p).minus(q);
    return gap.equalTo(gap.zeros()).select(p, gap);
  }
}
