package org.normscape.rewrite.exact;

import org.normscape.ir.Tensor;

/**
 * The unevaluated sum {@code high + low} of two tensors, low much smaller than high: about 100 bits
 * a value (T. J. Dekker, A floating-point technique for extending the available precision, 1971; D.
 * E. Knuth, The Art of Computer Programming 2, §4.2.2).
 */
record DoubleDouble(Tensor high, Tensor low) {

  /** 2<sup>27</sup> + 1. */
  private static final double SPLITTER = 0x1p27 + 1;

  /** x + y without error, for any x and y (Knuth's TwoSum). */
  static DoubleDouble sum(Tensor x, Tensor y) {
    Tensor sum = x.plus(y);
    Tensor fromY = sum.minus(x);
    Tensor fromX = sum.minus(fromY);
    return new DoubleDouble(sum, x.minus(fromX).plus(y.minus(fromY)));
  }

  /** x + y without error, where |x| ≥ |y| or x = 0 (Dekker's Fast2Sum). */
  static DoubleDouble orderedSum(Tensor x, Tensor y) {
    Tensor sum = x.plus(y);
    return new DoubleDouble(sum, y.minus(sum.minus(x)));
  }

  /** x + y, where |x| ≥ |y|. */
  static DoubleDouble orderedSum(Tensor x, DoubleDouble y) {
    return orderedSum(x, y.high).plus(y.low);
  }

  /** x − y, where |x| ≥ |y|. */
  static DoubleDouble orderedDifference(Tensor x, DoubleDouble y) {
    Tensor difference = x.minus(y.high);
    return new DoubleDouble(difference, x.minus(difference).minus(y.high).minus(y.low));
  }

  /**
   * The leading 26 bits of x, rounded; what is left has 26 bits too, and products of two such
   * numbers are exact (Veltkamp's split). |x| is below 2<sup>996</sup>.
   */
  static Tensor head(Tensor x) {
    Tensor shifted = x.times(SPLITTER);
    return shifted.minus(shifted.minus(x));
  }

  /** This sum with as much as possible in high, where |high| ≥ |low|. */
  DoubleDouble normalized() {
    return orderedSum(high, low);
  }

  /** This sum and a small correction. */
  DoubleDouble plus(Tensor correction) {
    return new DoubleDouble(high, low.plus(correction));
  }

  /** The product with a power of two for each element. */
  DoubleDouble scaledBy(Tensor power) {
    return new DoubleDouble(high.times(power), low.times(power));
  }

  /** The product with a constant: high is its rounded value. */
  DoubleDouble times(double constant) {
    double shifted = constant * SPLITTER;
    double head = shifted - (shifted - constant);
    double tail = constant - head;
    Tensor product = high.times(constant);
    Tensor highHead = head(high);
    Tensor highTail = high.minus(highHead);
    Tensor error =
        highHead
            .times(head)
            .minus(product)
            .plus(highHead.times(tail).plus(highTail.times(head)))
            .plus(highTail.times(tail));
    return new DoubleDouble(product, low.times(constant).plus(error));
  }

  /**
   * The quotient, rounded once but for about 2<sup>−26</sup> of that error. The head q of high ÷
   * high leaves a remainder that can be computed: x / y = q + (x − q y) / y.
   */
  Tensor dividedBy(DoubleDouble y) {
    Tensor head = head(y.high);
    Tensor tail = y.high.minus(head).plus(y.low);
    Tensor quotient = head(high.dividedBy(y.high));
    Tensor remainder = high.minus(quotient.times(head)).minus(quotient.times(tail)).plus(low);
    return quotient.plus(remainder.dividedBy(y.high));
  }

  /** The nearest tensor. */
  Tensor rounded() {
    return high.plus(low);
  }
}
