package org.normscape.bench.measure;

/** What a contender is to the others. */
public enum Role {
  /** What is asked about. */
  OURS,
  /** What the others are divided by; of its variants, by the best. */
  RIVAL
}
