package org.normscape.rewrite.exact;

/** Powers of two and their exponents. */
final class Powers {

  private Powers() {}

  /** ⌈log₂ n⌉ for n ≥ 1. */
  static int ceilingLog2(long n) {
    return 64 - Long.numberOfLeadingZeros(n - 1);
  }
}
