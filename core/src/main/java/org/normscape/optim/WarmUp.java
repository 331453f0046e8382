package org.normscape.optim;

/**
 * A schedule approached in equal increments (Goyal et al., "Accurate, large minibatch SGD", 2017,
 * section 2.2): step s of the first {@code steps} has {@code (s + 1) / steps} of its rate.
 *
 * @param steps how many steps are reduced; the last of them is so by nothing
 * @param schedule what is approached; its steps count from the start of the warm-up
 */
public record WarmUp(int steps, Schedule schedule) implements Schedule {

  public WarmUp {
    if (steps < 1) {
      throw new IllegalArgumentException(
          "WarmUp: there must be at least 1 step, but there are %d. To fix: use the schedule itself."
              .formatted(steps));
    }
  }

  @Override
  public double at(int step) {
    return schedule.at(step) * Math.min(1, (step + 1.0) / steps);
  }
}
