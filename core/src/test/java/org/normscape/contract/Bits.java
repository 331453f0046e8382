package org.normscape.contract;

import java.util.List;

/** The assertion that numbers are the same, bit for bit; a NaN is a NaN. */
public final class Bits {

  private Bits() {}

  /** Fails unless each number of each tensor is the one expected; names the first that is not. */
  public static void check(String what, List<double[]> actual, List<double[]> expected) {
    Asked.check(Agreement.ofBits(what, actual, expected));
  }
}
