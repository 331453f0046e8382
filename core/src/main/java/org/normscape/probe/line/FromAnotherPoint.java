package org.normscape.probe.line;

import org.normscape.component.Components;
import org.normscape.probe.Probe;
import org.normscape.probe.Site;
import org.normscape.probe.When;
import org.normscape.probe.point.OtherPoint;

/** A probe of a path to where training is, which begins at another point of the parameters. */
interface FromAnotherPoint extends Probe {

  /** Where the path begins. */
  OtherPoint from();

  @Override
  default When remembers() {
    return from().remembers();
  }

  @Override
  default void check(Site site) {
    Components.within(getClass(), "from", () -> from().check(site, when()));
  }
}
