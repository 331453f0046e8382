package org.normscape.experiments.report.figure;

import java.util.List;
import org.normscape.experiments.report.metrics.Metrics;

/**
 * One way to draw quantities: a record, whose components an experiment's file sets in a panel of a
 * figure, and whose name in kebab-case is the panel's {@code kind}. A new one is a record with a
 * public constructor without arguments, marked {@code @AutoService(Plot.class)}.
 */
public interface Plot {

  /** The names of the quantities that it draws, at least one. */
  List<String> quantities();

  /** The axes inside a step that it names beyond those of the grammar, such as {@code epsilon}. */
  List<Dimension> dimensions();

  /** The panels, as far as there is anything to draw. */
  Panels draw(Metrics metrics);
}
