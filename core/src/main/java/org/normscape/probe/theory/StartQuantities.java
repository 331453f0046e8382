package org.normscape.probe.theory;

import java.util.List;
import org.normscape.probe.Agreement;
import org.normscape.probe.Axes;
import org.normscape.probe.Quantity;
import org.normscape.probe.Units;

/** What {@link DistancesFromStart} consist of. */
final class StartQuantities {

  private static final String LEMMA = "Santurkar et al. (NeurIPS 2018), Lemma 4.5";
  private static final String WHERE =
      " W is a weight at that step and W₀ the same at the first measurement.";
  private static final Agreement LENGTH =
      Agreement.absolute(1e-9, 1e-4, 1e-2, "a difference of parameters");

  static final Quantity DISTANCE =
      of(
          "start_distance",
          "distance from the start",
          "‖W − W₀‖₂",
          Units.PARAMETER,
          "The length of the difference.",
          LENGTH);

  static final Quantity SCALED =
      of(
          "start_distance_scaled",
          "distance from the start to the nearest multiple",
          "min_k ‖kW − W₀‖₂",
          Units.PARAMETER,
          "The length of the difference from the nearest multiple of W, k = ⟨W,W₀⟩∕‖W‖²: where a normalization undoes the scale of W, it is the same network.",
          LENGTH);

  static final Quantity SAVED =
      of(
          "start_distance_saved",
          "share of the squared distance that a multiple saves",
          "(‖W‖² − ⟨W,W₀⟩)² ∕ (‖W‖² ‖W − W₀‖²)",
          Units.ONE,
          "The share of the squared distance from the start that the nearest multiple of W does not have; 0 where there is no distance.",
          Agreement.absolute(1e-6, 1e-2, 1, "a ratio of differences of parameters"));

  static final Quantity COSINE =
      of(
          "start_cosine",
          "cosine with the start",
          "cos(W, W₀)",
          Units.ONE,
          "The cosine of the angle between both. The lemma asks that it be positive.",
          Agreement.OF_A_COSINE);

  static final List<Quantity> ALL = List.of(Axes.LAYER, DISTANCE, SCALED, SAVED, COSINE);

  private StartQuantities() {}

  private static Quantity of(
      String name, String label, String symbol, String unit, String what, Agreement agreement) {
    return Quantity.of(name, label, symbol, unit, what + WHERE)
        .from(LEMMA)
        .along(Axes.LAYER)
        .agreeing(agreement);
  }
}
