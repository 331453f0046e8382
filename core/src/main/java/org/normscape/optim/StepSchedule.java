package org.normscape.optim;

import java.util.List;

/**
 * A learning rate that is multiplied by {@code factor} at each milestone.
 *
 * @param rate the rate of step 0
 * @param milestones the steps from which on a further factor holds, in increasing order
 * @param factor what the rate is multiplied with, such as 0.1
 */
public record StepSchedule(double rate, List<Integer> milestones, double factor)
    implements Schedule {

  public StepSchedule {
    milestones = List.copyOf(milestones);
    if (!milestones.equals(milestones.stream().sorted().distinct().toList())) {
      throw new IllegalArgumentException(
          "StepSchedule: milestones must increase, but they are %s. To fix: sort them, each once."
              .formatted(milestones));
    }
  }

  @Override
  public double at(int step) {
    double at = rate;
    for (int milestone : milestones) {
      if (step >= milestone) {
        at *= factor;
      }
    }
    return at;
  }
}
