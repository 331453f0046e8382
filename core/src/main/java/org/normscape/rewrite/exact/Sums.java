package org.normscape.rewrite.exact;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.normscape.ir.Reduction;
import org.normscape.ir.Shape;
import org.normscape.ir.Stride;
import org.normscape.ir.Tensor;
import org.normscape.ir.Window;
import org.normscape.ir.WindowShape;

/**
 * Sums that are exact in any order: of an axis, under a window, or of what windows that overlap put
 * in one place.
 *
 * <p>A sum of t elements of a slice of b bits ({@link Slicing}) is an integer of at most t ·
 * 2<sup>b</sup> times the slice's grid, and so is each partial sum: <b>a float64 as long as b +
 * ⌈log₂ t⌉ ≤ 53</b>. The sums of the slices are added from the smallest to the largest.
 */
final class Sums {

  /** The most bits of a slice: enough, and few enough for three slices of any tensor. */
  static final int BITS = 40;

  /** The axes along which windows lie. */
  private static final List<Integer> PLACES = List.of(1, 2);

  private final Forms forms;
  private final Slicing slicing;

  Sums(Forms forms, Slicing slicing) {
    this.forms = forms;
    this.slicing = slicing;
  }

  /** The sum of all elements of a value of any form: a scalar. */
  Tensor total(Tensor x) {
    return apply(new Reduction.Sum(x.shape().axes()), x);
  }

  /** The sum over axes of a value of any form. */
  Tensor apply(Reduction.Sum operation, Tensor x) {
    Shape shape = x.shape().without(operation.axes());
    int terms = x.shape().size() / shape.size();
    return terms == 1
        ? forms.note(x.reshape(shape), forms.of(x))
        : sum(x, terms, operation.axes(), slice -> slice.sum(operation.axes()));
  }

  /** The sums under a window over a value of any form. */
  Tensor apply(Window.SumPool operation, Tensor x) {
    WindowShape window = operation.window();
    return sum(
        x, window.kernelHeight() * window.kernelWidth(), PLACES, slice -> slice.sumPool(window));
  }

  /** The adjoint of the sums under a window, of a value of any form. */
  Tensor apply(Window.SumPoolInputGradient operation, Tensor cotangent) {
    return sum(
        cotangent,
        overlap(operation.window()),
        PLACES,
        slice ->
            slice.sumPoolInputGradient(operation.window(), operation.height(), operation.width()));
  }

  /** Values of any form, added at the maxima of windows over an image. */
  Tensor apply(Window.MaxPoolScatter operation, Tensor image, Tensor values) {
    Tensor places = forms.in(Form.SIGNED_ZERO, image);
    return sum(
        values,
        overlap(operation.window()),
        PLACES,
        slice -> places.maxPoolScatter(slice, operation.window()));
  }

  /** How many windows meet in one place, at most. */
  private static int overlap(WindowShape window) {
    Stride stride = window.stride();
    return -Math.floorDiv(-window.kernelHeight(), stride.height())
        * -Math.floorDiv(-window.kernelWidth(), stride.width());
  }

  /** What is added together shares a grid, and nothing else does: a small sum keeps its digits. */
  private Tensor sum(Tensor x, int terms, List<Integer> shared, UnaryOperator<Tensor> partial) {
    if (terms == 1) {
      return forms.note(partial.apply(x), forms.of(x));
    }
    int bits = Math.min(BITS, 53 - Powers.ceilingLog2(terms));
    List<Tensor> parts =
        new ArrayList<>(slicing.of(x, bits, shared).stream().map(partial).toList());
    Collections.reverse(parts);
    return forms.note(parts.stream().reduce(Tensor::plus).orElseThrow(), Form.CANONICAL);
  }
}
