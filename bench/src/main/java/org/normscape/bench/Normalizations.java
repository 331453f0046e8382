package org.normscape.bench;

import org.normscape.norm.BatchNorm;
import org.normscape.norm.None;
import org.normscape.norm.Normalization;

/** The normalizations that questions are asked about. */
public enum Normalizations {
  NONE,
  BATCH;

  /** The layer. */
  public Normalization normalization() {
    return switch (this) {
      case NONE -> new None();
      case BATCH -> BatchNorm.standard();
    };
  }
}
