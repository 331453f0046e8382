package org.normscape.probe.point;

import java.util.stream.IntStream;
import org.normscape.probe.Site;
import org.normscape.probe.When;

/** The steps of a schedule. */
public final class Steps {

  private Steps() {}

  /** The steps at which a schedule is due, in order. */
  public static IntStream due(When when, Site site) {
    return IntStream.rangeClosed(0, site.steps()).filter(step -> when.isDue(step, site.steps()));
  }
}
