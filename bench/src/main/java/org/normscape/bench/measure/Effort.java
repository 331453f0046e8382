package org.normscape.bench.measure;

/** How large the work is and how long it is measured. */
public enum Effort {
  /** As the papers and the targets have it. */
  FULL,
  /** Small networks, seconds to a minute: to see that everything runs. */
  QUICK;

  /** How long to measure. */
  public Pace pace() {
    return this == FULL ? Pace.FULL : Pace.QUICK;
  }

  /** The first at full scale, the second when quick. */
  public int of(int full, int quick) {
    return this == FULL ? full : quick;
  }
}
