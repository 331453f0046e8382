package org.normscape.rewrite.exact;

import org.normscape.ir.Tensor;

/**
 * The natural logarithm of positive numbers, to about 68 bits.
 *
 * <p>x = 2<sup>k</sup> m with m in [√½, √2], and log m = log c + 2 artanh s with s = (m − c) / (m +
 * c) for the nearest of three centres c: then |s| ≤ 0.063. The series 2 artanh s = 2s + s (⅔ z + ⅖
 * z² + …), z = s², needs 2s to all bits, ⅔ z s to a few more than float64 has, and the rest in
 * float64. Heads of 26 bits make the products exact that matter, as in the pow of fdlibm (K. C. Ng,
 * Sun Microsystems, 1993).
 */
final class Logarithm {

  /** Centres: 1 lies between them. Where m is beyond a bound, the centre there is nearer. */
  static final double LOW_CENTRE = 0.78125;

  static final double HIGH_CENTRE = 1.25;
  private static final double LOW_BOUND = 0.8839;
  private static final double HIGH_BOUND = 1.118;

  /** log 0.78125 and log 1.25 to 42 binary places, and what is missing. */
  static final double LOW_LOG_HIGH = -0x1.f991c6cb3cp-3;

  static final double LOW_LOG_LOW = 0x1.90d04cd7cc834p-44;
  static final double HIGH_LOG_HIGH = 0x1.c8ff7c79aap-3;
  static final double HIGH_LOG_LOW = -0x1.7794f689f8434p-45;

  /** The series ends with ²⁄₁₅ s¹⁵: what follows is below 2<sup>−67</sup> s. */
  private static final int DEGREE = 15;

  /** A centre for each element, and its logarithm. */
  private record Centre(Tensor value, Tensor logHigh, Tensor logLow) {

    static Centre of(Tensor m) {
      Tensor low = m.filled(LOW_BOUND).greater(m);
      Tensor high = m.greater(m.filled(HIGH_BOUND));
      return new Centre(
          choose(low, LOW_CENTRE, high, HIGH_CENTRE, 1),
          choose(low, LOW_LOG_HIGH, high, HIGH_LOG_HIGH, 0),
          choose(low, LOW_LOG_LOW, high, HIGH_LOG_LOW, 0));
    }

    private static Tensor choose(
        Tensor low, double ifLow, Tensor high, double ifHigh, double otherwise) {
      return low.select(low.filled(ifLow), high.select(low.filled(ifHigh), low.filled(otherwise)));
    }
  }

  private Logarithm() {}

  /**
   * The logarithm of x.
   *
   * @param x positive; the result is NaN elsewhere, and at infinity
   */
  static DoubleDouble of(Tensor x) {
    Balanced balanced = Balanced.of(x);
    Tensor power = Binade.of(balanced.value());
    Tensor exponent = Binade.exponent(power, 970).plus(balanced.choose(60, -60));
    return of(balanced.value().dividedBy(power), exponent);
  }

  /**
   * The logarithm of m · 2<sup>k</sup>.
   *
   * @param m in [√½, √2]
   * @param exponent k: integers of at most 1024 in magnitude
   */
  static DoubleDouble of(Tensor m, Tensor exponent) {
    Centre centre = Centre.of(m);
    DoubleDouble rest = twiceArtanh(ratio(m, centre.value()));
    Tensor high = exponent.times(Exponential.LN2_HIGH).plus(centre.logHigh());
    Tensor low = exponent.times(Exponential.LN2_LOW).plus(centre.logLow());
    return DoubleDouble.orderedSum(high, rest).plus(low);
  }

  /** (m − c) / (m + c), with a head of 26 bits. The difference is exact. */
  private static DoubleDouble ratio(Tensor m, Tensor c) {
    Tensor numerator = m.minus(c);
    Tensor denominator = m.plus(c);
    Tensor denominatorHead = Rounding.toMultiple(denominator, 0x1p-24);
    Tensor denominatorTail = m.minus(denominatorHead.minus(c));
    Tensor head = DoubleDouble.head(numerator.dividedBy(denominator));
    Tensor remainder =
        numerator.minus(head.times(denominatorHead)).minus(head.times(denominatorTail));
    return new DoubleDouble(head, remainder.dividedBy(denominator));
  }

  private static DoubleDouble twiceArtanh(DoubleDouble s) {
    Tensor head = s.high();
    Tensor full = s.rounded();
    Tensor square = head.times(head);
    Tensor squareLow = s.low().times(head.plus(full));
    Tensor z = square.plus(squareLow);
    Tensor cubicHead = Rounding.toMultiple(z.times(2.0 / 3), 0x1p-35);
    Tensor cubicTail = square.minus(cubicHead.times(1.5)).plus(squareLow).times(2.0 / 3);
    Tensor tail = full.times(cubicTail.plus(series(z))).plus(s.low().times(cubicHead.plus(2)));
    return DoubleDouble.orderedSum(head.plus(head), head.times(cubicHead)).plus(tail);
  }

  /** ⅖ z² + ²⁄₇ z³ + …. */
  private static Tensor series(Tensor z) {
    Tensor series = z.filled(2.0 / DEGREE);
    for (int n = DEGREE - 2; n >= 5; n -= 2) {
      series = series.times(z).plus(2.0 / n);
    }
    return series.times(z.times(z));
  }
}
