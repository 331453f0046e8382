package org.normscape.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.normscape.ir.DType;
import org.normscape.ir.TensorType;

/** The assertion that numbers are near enough to the right ones. */
public final class Agreement {

  private Agreement() {}

  /** Fails unless each tensor is near enough to the one expected. */
  public static void check(
      String what,
      List<TensorType> types,
      List<double[]> actual,
      List<double[]> expected,
      Tolerance tolerance) {
    assertThat(actual).as(what).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      check(what + ", result " + i, types.get(i), actual.get(i), expected.get(i), tolerance);
    }
  }

  /** Fails unless each number is near enough to the one expected. */
  public static void check(
      String what, TensorType type, double[] actual, double[] expected, Tolerance tolerance) {
    assertThat(actual).as(what).hasSameSizeAs(expected);
    double scale = Arrays.stream(expected).filter(Double::isFinite).map(Math::abs).max().orElse(0);
    for (int i = 0; i < expected.length; i++) {
      double allowed = allowed(type.dtype(), expected[i], scale, tolerance);
      assertThat(agree(actual[i], expected[i], allowed))
          .as(
              "%s of type %s, element %d: must be %s within %s, but it is %s",
              what, type, i, expected[i], allowed, actual[i])
          .isTrue();
    }
  }

  private static double allowed(DType dtype, double expected, double scale, Tolerance tolerance) {
    boolean approximate = dtype.isFloating() && Double.isFinite(expected);
    return approximate ? tolerance.allowed(dtype, expected, scale) : 0;
  }

  private static boolean agree(double actual, double expected, double allowed) {
    return actual == expected
        || (Double.isNaN(actual) && Double.isNaN(expected))
        || Math.abs(actual - expected) <= allowed;
  }
}
