package org.normscape.rewrite.exact;

/**
 * How far the bits of a float64 value are known to be the same everywhere, from the best to the
 * least. Backends may flush denormals to zero or keep them, and may start a sum from +0 or −0:
 * these are the only liberties that are left to them.
 */
enum Form {
  /**
   * The bits are the same everywhere. Each element is NaN, ±∞, +0 or an integer multiple of
   * 2<sup>−1022</sup>. Sums and differences of such values are such multiples again, so that they
   * are never denormal.
   */
  CANONICAL,
  /** As {@link #CANONICAL}, but a zero may have either sign, and not the same one everywhere. */
  SIGNED_ZERO,
  /**
   * The bits are the same everywhere but for elements of at most 2<sup>−1022</sup> in magnitude,
   * which may be any such number, and another one elsewhere: what products, quotients and functions
   * give, and what a caller may pass.
   */
  RAW;

  /** The form of a value of which some elements have this form and others that one. */
  Form and(Form other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** The form of a value of which each element has this form or the better of the two. */
  Form or(Form other) {
    return compareTo(other) <= 0 ? this : other;
  }

  /** Whether this is as good as {@code other}, or better. */
  boolean isAtLeast(Form other) {
    return compareTo(other) <= 0;
  }
}
