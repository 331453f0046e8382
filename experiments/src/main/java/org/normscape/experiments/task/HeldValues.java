package org.normscape.experiments.task;

import java.util.Optional;
import org.normscape.experiments.spec.CellSpec;
import org.normscape.objective.Objective;

/**
 * What is said of a network some of whose normalizations hold values constant in their backward
 * pass, which is then the derivative of no function of the parameters.
 */
final class HeldValues {

  private HeldValues() {}

  /** A sentence on what probes measure there; nothing where every value has its derivative. */
  static Optional<String> note(CellSpec cell, Objective objective) {
    return objective.frozen().size() == 0 || cell.probes().isEmpty()
        ? Optional.empty()
        : Optional.of(
            "cell \"%s\": the backward pass holds %s constant and is no derivative of the loss; curvature is that of the loss with these values held, and losses along lines and planes are with values computed anew at each place"
                .formatted(cell.name(), words(objective)));
  }

  private static String words(Objective objective) {
    String first = objective.frozen().paths().get(0);
    int others = objective.frozen().size() - 1;
    return others == 0 ? first : "%s and %s more values".formatted(first, others);
  }
}
