package org.normscape.probe.when;

import com.google.auto.service.AutoService;
import org.normscape.probe.When;

/** At initialization. */
@AutoService(When.class)
public record AtStart() implements When {

  @Override
  public boolean isDue(int step, int steps) {
    return step == 0;
  }
}
