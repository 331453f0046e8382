package org.normscape.probe.when;

import com.google.auto.service.AutoService;
import org.normscape.component.Components;
import org.normscape.probe.When;

/**
 * Every so many steps of training; not after the last update, unless nothing is trained.
 *
 * @param every the number of steps between measurements
 * @param first the first step that is measured; the following ones are multiples of {@code every}
 */
@AutoService(When.class)
public record Every(int every, int first) implements When {

  public Every {
    Components.positive(Every.class, "every", every);
    Components.notNegative(Every.class, "first", first);
  }

  /** Every step. */
  public Every() {
    this(1, 0);
  }

  @Override
  public boolean isDue(int step, int steps) {
    return step < Math.max(steps, 1) && (step == first || (step > first && step % every == 0));
  }
}
