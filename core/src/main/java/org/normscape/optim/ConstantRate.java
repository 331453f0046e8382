package org.normscape.optim;

import com.google.auto.service.AutoService;
import org.normscape.component.Word;

/** One learning rate for all steps: the factor is 1. */
@AutoService(Schedule.class)
@Word("constant")
public record ConstantRate() implements Schedule {

  @Override
  public double factor(int step, int steps) {
    return 1;
  }
}
