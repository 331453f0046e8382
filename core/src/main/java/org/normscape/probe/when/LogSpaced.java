package org.normscape.probe.when;

import com.google.auto.service.AutoService;
import org.normscape.component.Components;
import org.normscape.probe.When;

/**
 * At so many steps of training that the logarithm of {@code step + 1} grows evenly, from the first
 * step to the last: five of 1000 are the steps 0, 5, 31, 177 and 999. Where rounding would name a
 * step twice, the next one is taken; where there are fewer steps, all of them are.
 *
 * @param count how many
 */
@AutoService(When.class)
public record LogSpaced(int count) implements When {

  public LogSpaced {
    Components.require(count >= 2, LogSpaced.class, "count", "must be at least 2", count);
  }

  /** Twenty steps. */
  public LogSpaced() {
    this(20);
  }

  @Override
  public boolean isDue(int step, int steps) {
    int last = Math.max(steps, 1);
    int measured = Math.min(count, last);
    int due = 0;
    for (int i = 0; i < measured && due < step + 1; i++) {
      due = Math.max(due + 1, spaced(i, measured, last));
    }
    return due == step + 1;
  }

  private static int spaced(int i, int measured, int last) {
    return (int) Math.rint(StrictMath.pow(last, measured == 1 ? 0 : i / (measured - 1.0)));
  }
}
