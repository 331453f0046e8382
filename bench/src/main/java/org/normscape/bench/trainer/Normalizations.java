package org.normscape.bench.trainer;

import org.normscape.norm.BatchNorm;
import org.normscape.norm.None;
import org.normscape.norm.Normalization;

/** The normalizations that questions are asked about. */
public enum Normalizations {
  NONE("no normalization"),
  BATCH("batch normalization");

  private final String title;

  Normalizations(String title) {
    this.title = title;
  }

  /** The layer. */
  public Normalization normalization() {
    return switch (this) {
      case NONE -> new None();
      case BATCH -> BatchNorm.standard();
    };
  }

  /** What a network is normalized with, in words. */
  static String name(Network network) {
    return network.normalization() instanceof None ? NONE.title : BATCH.title;
  }
}
