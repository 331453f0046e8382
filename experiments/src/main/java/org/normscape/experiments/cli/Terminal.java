package org.normscape.experiments.cli;

/** The terminal, if there is one. */
final class Terminal {

  private static final String PROPERTY = "normscape.terminal";

  private Terminal() {}

  /** Whether complaints and progress go to a terminal, as the launcher found out. */
  static boolean isThere() {
    return Boolean.getBoolean(PROPERTY);
  }
}
