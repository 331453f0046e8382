package org.normscape.norm;

import org.normscape.ir.Tensor;

/** The length of vectors, from the sum or the mean of their squares. */
public final class Length {

  private Length() {}

  /** The square root of each element, with a derivative of 0 at 0, by definition. */
  public static Tensor of(Tensor squares) {
    Tensor isPositive = squares.greater(squares.zeros());
    Tensor positive = isPositive.select(squares, squares.filled(1));
    return isPositive.select(positive.sqrt(), squares.zeros());
  }
}
