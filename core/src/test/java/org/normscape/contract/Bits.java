package org.normscape.contract;

import static org.assertj.core.api.Assertions.fail;

import java.util.List;

/** The assertion that numbers are the same, bit for bit; a NaN is a NaN. */
public final class Bits {

  private Bits() {}

  /** Fails unless each number of each tensor is the one expected; names the first that is not. */
  public static void check(String what, List<double[]> actual, List<double[]> expected) {
    if (actual.size() != expected.size()) {
      fail("%s: must have %d results, but has %d", what, expected.size(), actual.size());
    }
    for (int i = 0; i < expected.size(); i++) {
      check(what + ", result " + i, actual.get(i), expected.get(i));
    }
  }

  private static void check(String what, double[] actual, double[] expected) {
    if (actual.length != expected.length) {
      fail("%s: must have %d elements, but has %d", what, expected.length, actual.length);
    }
    int different = 0;
    int first = -1;
    for (int i = expected.length - 1; i >= 0; i--) {
      if (Double.doubleToLongBits(actual[i]) != Double.doubleToLongBits(expected[i])) {
        different++;
        first = i;
      }
    }
    if (different > 0) {
      fail(
          "%s: %d of %d elements differ; element %d must be %s, but it is %s",
          what,
          different,
          expected.length,
          first,
          Double.toHexString(expected[first]),
          Double.toHexString(actual[first]));
    }
  }
}
