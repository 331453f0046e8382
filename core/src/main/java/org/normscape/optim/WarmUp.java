package org.normscape.optim;

import com.google.auto.service.AutoService;
import org.normscape.component.Components;

/**
 * A schedule approached in equal increments (Goyal et al., "Accurate, large minibatch SGD", 2017,
 * section 2.2): step s of the first {@code steps} has {@code (s + 1) / steps} of its factor.
 *
 * @param steps how many steps are reduced, at least 1; the last of them is so by nothing
 * @param schedule what is approached; its steps count from the start of the warm-up
 */
@AutoService(Schedule.class)
public record WarmUp(int steps, Schedule schedule) implements Schedule {

  public WarmUp {
    Components.require(
        steps >= 1, WarmUp.class, "steps", "must be at least 1", steps, "use the schedule itself");
  }

  /** 400 steps, about one epoch of CIFAR-10 in batches of 128, to a constant rate. */
  public WarmUp() {
    this(400, new ConstantRate());
  }

  @Override
  public double factor(int step, int steps) {
    return schedule.factor(step, steps) * Math.min(1, (step + 1.0) / this.steps);
  }
}
