package org.normscape.linalg;

import java.util.List;
import org.normscape.backend.Array;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;
import org.normscape.random.RandomStream;

/**
 * What estimators take for granted of an operator, looked at with three products: that it gives the
 * same product for the same vector, and that {@code uᵀ(Hv) = vᵀ(Hu)} where it says that it is
 * symmetric. Noise that is drawn anew in each product, and gradients that are no gradients of a
 * function, are found here. Products that are not finite pass: there is nothing to compare.
 */
public final class OperatorCheck {

  /** Rounding that adds up over a backward pass, over that of one operation. */
  private static final double ROUNDINGS = 1 << 9;

  /**
   * What a function that is nearly singular makes of rounding in float64: normalization by a
   * channel that is almost 0 was seen to leave nine digits of fifteen. What is no derivative of a
   * function is asymmetric by far more.
   */
  private static final double NEARLY_SINGULAR = 1e-6;

  private OperatorCheck() {}

  /**
   * Checks an operator.
   *
   * @param name what messages call it
   * @throws IllegalArgumentException when it is not what it has to be; where two products differ,
   *     the part in which they differ most is named
   */
  public static void check(
      String name, LinearOperator operator, VectorSpace space, RandomStream random) {
    try (Owner owner = new Owner()) {
      Parameters<Array> v = owner.own(space.random(random, RandomLaw.RADEMACHER));
      Parameters<Array> once = owner.own(operator.apply(v));
      Parameters<Array> again = owner.own(operator.apply(v));
      Parameters<Array> difference = owner.own(space.plus(again, -1, once));
      double allowed = ROUNDINGS * space.rounding() * space.norm(once);
      require(
          !(space.norm(difference) > allowed),
          name,
          "must give the same product for the same vector",
          "two products differ by %s, of %s, most of all in %s"
              .formatted(space.norm(difference), space.norm(once), worst(space, difference)),
          "hold fixed what it draws");
      if (operator.isSymmetric()) {
        checkSymmetry(name, operator, space, random, List.of(v, once), owner);
      }
    }
  }

  private static void checkSymmetry(
      String name,
      LinearOperator operator,
      VectorSpace space,
      RandomStream random,
      List<Parameters<Array>> known,
      Owner owner) {
    Parameters<Array> u = owner.own(space.random(random, RandomLaw.RADEMACHER));
    Parameters<Array> other = owner.own(operator.apply(u));
    double one = space.dot(u, known.get(1));
    double two = space.dot(known.get(0), other);
    double scale = space.norm(u) * Math.max(space.norm(known.get(1)), space.norm(other));
    require(
        !(Math.abs(one - two) > asymmetry(space) * scale),
        name,
        "must be symmetric, as it says",
        "uᵀ(Hv) is %s and vᵀ(Hu) is %s".formatted(one, two),
        "hold constant what gradients do not flow through, or say that it is not");
  }

  private static double asymmetry(VectorSpace space) {
    return Math.max(ROUNDINGS * space.rounding(), NEARLY_SINGULAR);
  }

  private static String worst(VectorSpace space, Parameters<Array> difference) {
    Parameters<Double> squares = space.partDots(difference, difference);
    return squares.paths().stream()
        .reduce((a, b) -> squares.get(a) >= squares.get(b) ? a : b)
        .orElseThrow();
  }

  private static void require(
      boolean holds, String name, String rule, String given, String remedy) {
    if (!holds) {
      throw new IllegalArgumentException(
          "%s: an operator %s, but %s. To fix: %s.".formatted(name, rule, given, remedy));
    }
  }
}
