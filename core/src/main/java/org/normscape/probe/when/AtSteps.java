package org.normscape.probe.when;

import com.google.auto.service.AutoService;
import java.util.List;
import org.normscape.component.Components;
import org.normscape.probe.When;

/**
 * At these steps.
 *
 * @param steps the steps, counted from 0; as many as are made is after the last
 */
@AutoService(When.class)
public record AtSteps(List<Integer> steps) implements When {

  public AtSteps {
    steps = List.copyOf(steps);
    Components.require(
        !steps.isEmpty() && steps.stream().allMatch(step -> step >= 0),
        AtSteps.class,
        "steps",
        "must be numbers of at least 0, and there must be one",
        steps);
  }

  /** At the first step. */
  public AtSteps() {
    this(List.of(0));
  }

  @Override
  public boolean isDue(int step, int ofSteps) {
    return steps.contains(step);
  }
}
