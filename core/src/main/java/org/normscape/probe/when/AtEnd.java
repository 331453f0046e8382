package org.normscape.probe.when;

import com.google.auto.service.AutoService;
import org.normscape.probe.When;

/** After the last update. */
@AutoService(When.class)
public record AtEnd() implements When {

  @Override
  public boolean isDue(int step, int steps) {
    return step == steps;
  }
}
