package org.normscape.experiments.report.figure;

import java.util.Optional;
import org.normscape.experiments.report.metrics.Metrics;

/** A way to draw metrics, under the name by which an experiment asks for it. */
public interface FigureKind {

  /** Its name in an experiment's list of figures. */
  String name();

  /** The figure of some metrics, or nothing when what it shows was not measured. */
  Optional<Figure> draw(Metrics metrics);
}
