package org.normscape.contract.certificate;

/** How much a certification asks, from the least to the most. */
public enum Extent {
  /** A few rows of everything: seconds. */
  QUICK,
  /** Every row of the contract, and some hundred random geometries: two to four minutes. */
  STANDARD,
  /** Every row, and the long sweep of geometries: many minutes. */
  ALL
}
