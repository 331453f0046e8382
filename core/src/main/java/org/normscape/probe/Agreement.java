package org.normscape.probe;

import org.normscape.backend.Numerics;

/**
 * How far two backends may be apart in a quantity of one step that both take from the same point,
 * memory and batch. Of what is taken from networks that have trained apart no bound says anything:
 * training carries any difference off exponentially.
 *
 * @param measure how the distance of two values is taken
 * @param precise how far, for {@link Numerics#PRECISE}
 * @param fast how far, for {@link Numerics#FAST}
 * @param reason where the numbers come from
 */
public record Agreement(Measure measure, Bound precise, Bound fast, String reason) {

  /** Of the mean of a function without kinks, at the point itself: a loss. */
  public static final Agreement OF_A_MEAN =
      relative(
          1e-12, 1e-5, 1e-4, "rounding of a mean, which has no kinks: 2e-7 and 4e-7 were seen");

  /** Of a loss a step away. */
  public static final Agreement OF_A_LOSS_ELSEWHERE =
      relative(
          1e-11,
          5e-4,
          2e-2,
          "losses a step away, so that gradients are in them: 4e-5 and 1e-3 were seen");

  /** Of the norm of a gradient at the point itself. */
  public static final Agreement OF_A_GRADIENT_NORM =
      relative(1e-10, 3e-4, 1e-2, "as gradient_length: 1e-5 and 9e-4 were seen");

  /** Of the cosine of two gradients. */
  public static final Agreement OF_A_COSINE =
      absolute(1e-10, 5e-3, 5e-2, "as gradients, but within [-1, 1]: 3e-4 and 3e-3 were seen");

  /** Of what is made of gradients a step away. */
  public static final Agreement OF_A_GRADIENT_ELSEWHERE =
      relative(1e-9, 5e-3, 5e-2, "gradients a step away: 1e-3 and 5e-3 were seen");

  /** Of the norm of a gradient anywhere: no bound is set where a step leads to a kink. */
  public static final Agreement OF_A_GRADIENT_FAR_AWAY =
      new Agreement(
          Measure.RELATIVE,
          new Bound(1e-9, 1),
          new Bound(5e-3, 1),
          "gradients far away: a channel that is constant there has a normalized value of 0 but for rounding, and stands on the kink of its relu");

  /** Of a share of examples. */
  public static final Agreement OF_A_COUNT =
      absolute(
          1e-12,
          0.02,
          0.125,
          "a count; one example of eight may lie on the boundary of two classes: 0 was seen");

  /** Of what other quantities show already: nothing is asked. */
  public static final Agreement UNJUDGED =
      absolute(
          Double.POSITIVE_INFINITY,
          Double.POSITIVE_INFINITY,
          Double.POSITIVE_INFINITY,
          "other quantities show it");

  /**
   * How far.
   *
   * @param typical in most steps: a bound of the median over the steps of a run. Rounding and wrong
   *     kernels are there at every step
   * @param largest at any step: a unit of a relu or of a pool that is on its other side changes a
   *     gradient by its own share, and rightly so
   */
  public record Bound(double typical, double largest) {}

  /** How the distance of two values is taken. */
  public enum Measure {
    /** Relative to the larger magnitude. */
    RELATIVE,
    /**
     * Relative to the larger magnitude where that is above 1, and else as it is: for quantities
     * that may be 0 but for rounding, and may grow without bound.
     */
    RELATIVE_ABOVE_ONE,
    /** As it is, for quantities that have a scale of their own. */
    ABSOLUTE;

    /** The distance; infinite when one value is finite and the other is not. */
    public double of(double one, double other) {
      if (Double.compare(one, other) == 0 || one == other) {
        return 0;
      }
      double distance = Math.abs(one - other) / scale(Math.max(Math.abs(one), Math.abs(other)));
      return Double.isNaN(distance) ? Double.POSITIVE_INFINITY : distance;
    }

    private double scale(double larger) {
      return switch (this) {
        case RELATIVE -> larger;
        case RELATIVE_ABOVE_ONE -> Math.max(1, larger);
        case ABSOLUTE -> 1;
      };
    }
  }

  /**
   * An agreement relative to the values.
   *
   * @param precise the bound in {@link Numerics#PRECISE}, at every step
   * @param fast the bound in {@link Numerics#FAST}, in most steps
   * @param fastLargest the same, at any step
   * @param reason where the numbers come from
   */
  public static Agreement relative(double precise, double fast, double fastLargest, String reason) {
    return new Agreement(
        Measure.RELATIVE, new Bound(precise, precise), new Bound(fast, fastLargest), reason);
  }

  /** As {@link #relative}, of the difference as it is. */
  public static Agreement absolute(double precise, double fast, double fastLargest, String reason) {
    return relative(precise, fast, fastLargest, reason).by(Measure.ABSOLUTE);
  }

  /** The same bounds of a distance that is taken in another way. */
  public Agreement by(Measure other) {
    return new Agreement(other, precise, fast, reason);
  }

  /** The bound under these numerics. */
  public Bound under(Numerics numerics) {
    return switch (numerics) {
      case FAST -> fast;
      case PRECISE -> precise;
      case EXACT -> new Bound(0, 0);
    };
  }

  /** Whether anything is asked. */
  public boolean isJudged() {
    return !equals(UNJUDGED);
  }
}
