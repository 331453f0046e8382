package org.normscape.experiments.report.figure;

import java.util.List;
import org.normscape.experiments.report.drawing.Scale;

/** How a figure's file says what scale an axis has. */
public enum Scaling {
  /** Equal distances are equal differences. */
  LINEAR,
  /** Equal distances are equal ratios; what is not greater than 0 has no place. */
  LOG,
  /** Logarithmic where peaks would flatten everything else, otherwise linear. */
  AUTO;

  /** The scale for these values. */
  public Scale of(List<Double> values) {
    return switch (this) {
      case LINEAR -> Scale.LINEAR;
      case LOG -> Scale.LOGARITHMIC;
      case AUTO -> Scale.fitting(values);
    };
  }
}
