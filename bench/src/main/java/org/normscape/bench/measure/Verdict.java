package org.normscape.bench.measure;

/** What the losses of a contender say about its numbers. */
enum Verdict {
  /** Nothing: there are no losses to compare. */
  UNSEEN(""),
  /** They are those of the yardstick. */
  SAME(""),
  /** They are not those of the yardstick, on which the others agree. */
  WRONG(" (wrong)"),
  /** They are not those of another contender, and which of the two is wrong is open. */
  DISPUTED(" (disputed)");

  private final String mark;

  Verdict(String mark) {
    this.mark = mark;
  }

  /** What follows a name, or a ratio to it, in the table. */
  String mark() {
    return mark;
  }
}
