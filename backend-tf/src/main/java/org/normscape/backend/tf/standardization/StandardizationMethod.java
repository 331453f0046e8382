package org.normscape.backend.tf.standardization;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.types.family.TNumber;

/** A way to standardize tensors of one type, and to find the gradient. */
interface StandardizationMethod {

  /**
   * What a standardization gives.
   *
   * @param y the standardized tensor, of the shape of x
   * @param mean the mean of each group, or 0
   * @param variance the biased variance of each group
   * @param kept what the gradient can use once more
   */
  record Standardized(
      Operand<TNumber> y,
      Operand<TNumber> mean,
      Operand<TNumber> variance,
      List<Operand<TNumber>> kept) {}

  /** The least deviation, relative to the mean, at which what this finds is near enough. */
  double leastSpread();

  /** What the standardization of x with scale and shift gives. */
  Standardized normalized(Operand<TNumber> x, Operand<TNumber> scale, Operand<TNumber> shift);

  /**
   * The cotangents of x, scale and shift, each in any shape of so many elements.
   *
   * @param in x, scale, shift; y, mean, variance; the cotangent of y
   * @param kept what was kept when the mean was found, or nothing
   */
  List<Operand<TNumber>> gradient(List<Operand<TNumber>> in, List<Operand<TNumber>> kept);
}
