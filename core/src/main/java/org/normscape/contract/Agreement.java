package org.normscape.contract;

import java.util.Arrays;
import java.util.List;
import org.normscape.contract.cases.Tolerance;
import org.normscape.ir.DType;
import org.normscape.ir.TensorType;

/**
 * How near numbers are to the right ones.
 *
 * @param difference the largest difference, relative to what is allowed: above 1 it is too much
 * @param complaint the first number that is too far from the right one, in words; empty when none
 *     is
 */
public record Agreement(double difference, String complaint) {

  /** Whether every number is near enough. */
  public boolean holds() {
    return complaint.isEmpty();
  }

  /** The agreement of tensors with those expected. */
  public static Agreement of(
      String what,
      List<TensorType> types,
      List<double[]> actual,
      List<double[]> expected,
      Tolerance tolerance) {
    if (actual.size() != expected.size()) {
      return counts(what, "results", expected.size(), actual.size());
    }
    Agreement all = new Agreement(0, "");
    for (int i = 0; i < expected.size(); i++) {
      String result = "%s, result %s".formatted(what, i);
      all = all.and(of(result, types.get(i), actual.get(i), expected.get(i), tolerance));
    }
    return all;
  }

  /** The agreement of numbers with those expected. */
  public static Agreement of(
      String what, TensorType type, double[] actual, double[] expected, Tolerance tolerance) {
    if (actual.length != expected.length) {
      return counts(what, "elements", expected.length, actual.length);
    }
    double scale = Arrays.stream(expected).filter(Double::isFinite).map(Math::abs).max().orElse(0);
    double largest = 0;
    int wrong = 0;
    String complaint = "";
    for (int i = 0; i < expected.length; i++) {
      double allowed = allowed(type.dtype(), expected[i], scale, tolerance);
      double difference = difference(actual[i], expected[i], allowed);
      largest = Math.max(largest, difference);
      if (difference > 1 && wrong++ == 0) {
        complaint =
            "%s of type %s, element %s: must be %s within %s, but it is %s"
                .formatted(what, type, i, expected[i], allowed, actual[i]);
      }
    }
    return new Agreement(largest, wrong == 0 ? "" : complaint + share(wrong, expected.length));
  }

  /** The agreement of norms: of a relative error with the largest one allowed. */
  static Agreement ofError(String what, double error, double allowed) {
    double difference = relative(error, allowed);
    String complaint =
        difference <= 1
            ? ""
            : "%s: the relative error must be at most %s, but it is %s"
                .formatted(what, allowed, error);
    return new Agreement(difference, complaint);
  }

  /** The agreement with a rule that is kept, or broken as the complaint says. */
  public static Agreement ofRule(String complaint) {
    return new Agreement(complaint.isEmpty() ? 0 : Double.POSITIVE_INFINITY, complaint);
  }

  /** The agreement of bits with those expected; a NaN is a NaN. */
  public static Agreement ofBits(String what, List<double[]> actual, List<double[]> expected) {
    if (actual.size() != expected.size()) {
      return counts(what, "results", expected.size(), actual.size());
    }
    Agreement all = new Agreement(0, "");
    for (int i = 0; i < expected.size(); i++) {
      all = all.and(ofBits("%s, result %s".formatted(what, i), actual.get(i), expected.get(i)));
    }
    return all;
  }

  private static Agreement ofBits(String what, double[] actual, double[] expected) {
    if (actual.length != expected.length) {
      return counts(what, "elements", expected.length, actual.length);
    }
    int different = 0;
    int first = -1;
    for (int i = expected.length - 1; i >= 0; i--) {
      if (Double.doubleToLongBits(actual[i]) != Double.doubleToLongBits(expected[i])) {
        different++;
        first = i;
      }
    }
    return different == 0
        ? new Agreement(0, "")
        : new Agreement(
            Double.POSITIVE_INFINITY,
            "%s: %s of %s elements differ; element %s must be %s, but it is %s"
                .formatted(
                    what,
                    different,
                    expected.length,
                    first,
                    Double.toHexString(expected[first]),
                    Double.toHexString(actual[first])));
  }

  /** Both at once: the larger difference, and the first complaint. */
  Agreement and(Agreement other) {
    return new Agreement(
        Math.max(difference, other.difference), holds() ? other.complaint : complaint);
  }

  private static Agreement counts(String what, String things, int expected, int actual) {
    return new Agreement(
        Double.POSITIVE_INFINITY,
        "%s: must have %s %s, but has %s".formatted(what, expected, things, actual));
  }

  private static String share(int wrong, int count) {
    return " (%s of %s elements are too far)".formatted(wrong, count);
  }

  private static double allowed(DType dtype, double expected, double scale, Tolerance tolerance) {
    boolean approximate = dtype.isFloating() && Double.isFinite(expected);
    return approximate ? tolerance.allowed(dtype, expected, scale) : 0;
  }

  private static double difference(double actual, double expected, double allowed) {
    boolean same = actual == expected || (Double.isNaN(actual) && Double.isNaN(expected));
    return same ? 0 : relative(Math.abs(actual - expected), allowed);
  }

  /** An error relative to what is allowed; infinite where it is no number. */
  private static double relative(double error, double allowed) {
    double relative = error / allowed;
    return relative >= 0 ? relative : Double.POSITIVE_INFINITY;
  }
}
