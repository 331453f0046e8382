package org.normscape.experiments.claim;

/** Which networks a claim can be judged by. */
public enum Networks {
  /** Those that learned: a claim about one that diverged or learned nothing is not decidable. */
  TRAINED,
  /** All: that networks diverge or learn nothing is what the claim is about. */
  ANY
}
