package org.normscape.contract;

/** What came of one thing that was asked of a backend, from the best to the worst. */
public enum Verdict {
  /** The numbers are near enough to the right ones. */
  RIGHT,
  /** The numbers are wrong. */
  WRONG,
  /** There are no numbers: the backend threw an exception, or ended its process. */
  FAILED
}
