package org.normscape.bench.trainer;

import java.util.stream.Stream;
import org.normscape.component.Name;
import org.normscape.norm.BatchNorm;
import org.normscape.norm.LayerNorm;
import org.normscape.norm.None;
import org.normscape.norm.Normalization;

/** The normalizations that questions are asked about. */
public enum Normalizations {
  NONE("no normalization"),
  BATCH("batch normalization"),
  LAYER("layer normalization");

  private final String title;

  Normalizations(String title) {
    this.title = title;
  }

  /** The layer. */
  public Normalization normalization() {
    return switch (this) {
      case NONE -> new None();
      case BATCH -> new BatchNorm();
      case LAYER -> new LayerNorm();
    };
  }

  /** Whether a normalization is one of these. */
  public static boolean areUsual(Normalization normalization) {
    return Stream.of(values()).anyMatch(n -> n.normalization().equals(normalization));
  }

  /** What a network is normalized with, in words: as configuration names it, if not asked about. */
  static String name(Network network) {
    Class<?> used = network.normalization().getClass();
    return Stream.of(values())
        .filter(n -> n.normalization().getClass() == used)
        .findFirst()
        .map(n -> n.title)
        .orElseGet(() -> Name.of(used));
  }
}
