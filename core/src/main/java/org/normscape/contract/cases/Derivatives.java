package org.normscape.contract.cases;

/** What is asked of the derivatives of a row. */
public enum Derivatives {
  /** They agree with finite differences and with the reference. */
  SMOOTH,
  /** They agree with the reference: there is a kink, and the reference says which side counts. */
  CHOSEN,
  /** Nothing: the numbers are beyond what derivatives are for. */
  NONE
}
