package org.normscape.optim;

import com.google.auto.service.AutoService;

/** One learning rate for all steps: the factor is 1. */
@AutoService(Schedule.class)
public record Constant() implements Schedule {

  @Override
  public double factor(int step, int steps) {
    return 1;
  }
}
