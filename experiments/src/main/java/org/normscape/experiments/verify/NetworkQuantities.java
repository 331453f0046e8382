package org.normscape.experiments.verify;

import java.util.List;
import org.normscape.probe.Agreement;
import org.normscape.probe.Quantity;
import org.normscape.probe.Units;

/**
 * How far networks are apart, as quantities: all parameters together in two runs, and each array of
 * a step that was done again, as {@link org.normscape.experiments.task.StepDifferences} measures
 * it.
 */
final class NetworkQuantities {

  /** All that is learned, after an update. */
  static final Quantity PARAMETERS =
      difference("parameters", "the parameters together", Agreement.OF_A_MEAN);

  private static final Agreement OF_AN_ARRAY =
      Agreement.relative(
          1e-10,
          1e-2,
          0.5,
          "of an array, in L2; rounding, and the units that are on their other side: 2e-3 and 7e-2 were seen");

  private static final List<Quantity> OF_ARRAYS =
      List.of(
          difference("gradient", "the gradient", OF_AN_ARRAY),
          difference(
              "gradient_length",
              "the gradient along itself",
              Agreement.relative(
                  1e-10,
                  5e-4,
                  0.3,
                  "of an array, along itself, where such units cancel: 4e-4 and 6e-2 were seen")),
          difference("update", "the update", OF_AN_ARRAY),
          difference("memory", "the memory of the optimizer", OF_AN_ARRAY),
          difference(
              "state",
              "the state of the normalizations",
              Agreement.relative(
                  1e-12, 3e-5, 1e-3, "of an array, in L2; rounding: 1e-6 and 4e-6 were seen")));

  private NetworkQuantities() {}

  private static Quantity difference(String name, String of, Agreement agreement) {
    return Quantity.of(
            name,
            "difference of " + of,
            "",
            Units.ONE,
            "The L2 norm of the difference of %s on two backends, relative to the larger L2 norm."
                .formatted(of))
        .agreeing(agreement);
  }

  /** The difference of an array, by the name that {@code StepDifferences} gives it. */
  static Quantity ofArray(String name) {
    return OF_ARRAYS.stream()
        .filter(quantity -> quantity.name().equals(name))
        .findFirst()
        .orElseGet(() -> difference(name, name, OF_AN_ARRAY));
  }
}
