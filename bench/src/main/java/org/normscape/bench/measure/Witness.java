package org.normscape.bench.measure;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a workload saw of its own numbers: the losses of its first steps, three at most.
 *
 * <p>Whoever does the same work starts from the same parameters and takes the same batches, so the
 * losses differ by rounding alone, which training amplifies. In float32, over up to six contenders,
 * VGGs of up to 16 layers and residual networks of up to 20 differed by less than 1e-6 at step 1;
 * at step 2 by 1e-4 at most, but for one network in twelve of width 4, where it was 7e-4; at step 3
 * by 2.2e-3 at most. Allowed, relative to the smaller loss, are 1e-4, 1e-3 and 1e-2. After step 1,
 * work that amplifies more is allowed as many times more.
 *
 * <p>So a fault that moves the loss by less passes unnoticed: that of libtorch, described in the
 * module's README, moved the loss of step 2 by nothing, by 3e-4 to 3e-2, or to NaN, from process to
 * process.
 *
 * @param losses each the loss before its step; empty when nothing was watched
 */
public record Witness(List<Double> losses) {

  /** How many steps are watched. */
  static final int STEPS = 3;

  /** That of a workload without losses. */
  public static final Witness NONE = new Witness(List.of());

  private static final double ALLOWED_AT_FIRST = 1e-4;
  private static final double GROWTH = 10;

  public Witness {
    losses = List.copyOf(losses);
  }

  /** The first step whose loss is not as expected, among those that both saw. */
  Optional<Difference> differenceFrom(Witness expected, double amplification) {
    return IntStream.range(0, Math.min(losses.size(), expected.losses.size()))
        .filter(i -> !agree(losses.get(i), expected.losses.get(i), allowed(i, amplification)))
        .mapToObj(i -> new Difference(i + 1, losses.get(i), expected.losses.get(i)))
        .findFirst();
  }

  private static double allowed(int updates, double amplification) {
    double once = ALLOWED_AT_FIRST * Math.pow(GROWTH, updates);
    return updates == 0 ? once : once * amplification;
  }

  /** Losses that are not finite agree with themselves alone. */
  private static boolean agree(double loss, double expected, double allowed) {
    double smaller = Math.min(Math.abs(loss), Math.abs(expected));
    return Double.compare(loss, expected) == 0 || Math.abs(loss - expected) <= allowed * smaller;
  }

  /**
   * A loss that is not as expected.
   *
   * @param step from 1
   */
  record Difference(int step, double loss, double expected) {}
}
