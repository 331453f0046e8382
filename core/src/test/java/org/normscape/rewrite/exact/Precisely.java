package org.normscape.rewrite.exact;

import ch.obermuhlner.math.big.BigDecimalMath;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The elementary functions to about 40 digits. */
final class Precisely {

  private static final MathContext DIGITS = new MathContext(42);
  private static final BigDecimal ONE = BigDecimal.ONE;
  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final BigDecimal THREE = BigDecimal.valueOf(3);

  /** Below it, two terms of a series are enough. */
  private static final BigDecimal SMALL = new BigDecimal("1e-10");

  /** 2 / √π. */
  private static final BigDecimal SLOPE =
      TWO.divide(BigDecimalMath.pi(DIGITS).sqrt(DIGITS), DIGITS);

  /** No float64 has a logarithm of this magnitude. */
  private static final BigDecimal OUT_OF_RANGE = BigDecimal.valueOf(800);

  /** What is costly and asked for by several functions. */
  private static final Map<BigDecimal, BigDecimal> DECAYS = new ConcurrentHashMap<>();

  private static final Map<BigDecimal, BigDecimal> LOGS = new ConcurrentHashMap<>();

  private Precisely() {}

  /** e^x; 10^±400 where it is out of range. */
  static BigDecimal exp(BigDecimal x) {
    BigDecimal decay = decay(x);
    return x.signum() > 0 ? ONE.divide(decay, DIGITS) : decay;
  }

  /** e^−|x|. */
  private static BigDecimal decay(BigDecimal x) {
    return DECAYS.computeIfAbsent(
        x.abs(),
        magnitude ->
            magnitude.compareTo(OUT_OF_RANGE) > 0
                ? ONE.scaleByPowerOfTen(-400)
                : BigDecimalMath.exp(magnitude.negate().round(DIGITS), DIGITS));
  }

  static BigDecimal log(BigDecimal x) {
    return LOGS.computeIfAbsent(x, key -> BigDecimalMath.log(key.round(DIGITS), DIGITS));
  }

  static BigDecimal tanh(BigDecimal x) {
    if (x.abs().compareTo(SMALL) < 0) {
      return x.subtract(x.round(DIGITS).pow(3, DIGITS).divide(THREE, DIGITS));
    }
    BigDecimal e = decay(x).pow(2, DIGITS);
    BigDecimal result = ONE.subtract(e, DIGITS).divide(ONE.add(e, DIGITS), DIGITS);
    return x.signum() < 0 ? result.negate() : result;
  }

  static BigDecimal sigmoid(BigDecimal x) {
    BigDecimal e = decay(x);
    return (x.signum() < 0 ? e : ONE).divide(ONE.add(e, DIGITS), DIGITS);
  }

  static BigDecimal softplus(BigDecimal x) {
    BigDecimal e = decay(x);
    BigDecimal log =
        e.compareTo(SMALL) < 0
            ? e.subtract(e.pow(2, DIGITS).divide(TWO, DIGITS), DIGITS)
                .add(e.pow(3, DIGITS).divide(THREE, DIGITS), DIGITS)
            : log(ONE.add(e, DIGITS));
    return x.signum() < 0 ? log : x.add(log);
  }

  /** The error function, of magnitudes up to 10 by a series whose terms have one sign. */
  static BigDecimal erf(BigDecimal x) {
    if (x.abs().compareTo(BigDecimal.TEN) > 0) {
      return BigDecimal.valueOf(x.signum());
    }
    BigDecimal rounded = x.round(DIGITS);
    BigDecimal square = rounded.pow(2, DIGITS);
    BigDecimal term = rounded;
    BigDecimal sum = term;
    for (int n = 1; term.abs().compareTo(sum.abs().movePointLeft(42)) > 0; n++) {
      term = term.multiply(square, DIGITS).multiply(TWO).divide(odd(n), DIGITS);
      sum = sum.add(term, DIGITS);
    }
    return sum.multiply(decay(square), DIGITS).multiply(SLOPE, DIGITS);
  }

  private static BigDecimal odd(int n) {
    return BigDecimal.valueOf(2L * n + 1);
  }

  static BigDecimal reciprocalSqrt(BigDecimal x) {
    return ONE.divide(x.round(DIGITS).sqrt(DIGITS), DIGITS);
  }

  static BigDecimal power(BigDecimal x, double exponent) {
    return exp(log(x).multiply(new BigDecimal(exponent), DIGITS));
  }
}
