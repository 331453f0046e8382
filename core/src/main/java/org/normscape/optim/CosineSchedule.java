package org.normscape.optim;

/**
 * A learning rate that falls from {@code rate} to 0 along half a cosine (Loshchilov and Hutter,
 * "SGDR", 2017, equation 5, without restarts): {@code rate / 2 · (1 + cos(π · step / steps))}, and
 * 0 from {@code steps} on.
 *
 * @param rate the rate of step 0
 * @param steps the first step at which the rate is 0
 */
public record CosineSchedule(double rate, int steps) implements Schedule {

  public CosineSchedule {
    if (steps < 1) {
      throw new IllegalArgumentException(
          "CosineSchedule: there must be at least 1 step, but there are %d. To fix: use the length of the training."
              .formatted(steps));
    }
  }

  @Override
  public double at(int step) {
    return step >= steps ? 0 : rate / 2 * (1 + StrictMath.cos(StrictMath.PI * step / steps));
  }
}
