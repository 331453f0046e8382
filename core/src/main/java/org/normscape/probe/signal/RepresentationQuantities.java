package org.normscape.probe.signal;

import java.util.List;
import org.normscape.probe.Agreement;
import org.normscape.probe.Axes;
import org.normscape.probe.Quantity;
import org.normscape.probe.Units;

/** What {@link MeasuredRepresentations} consist of. */
final class RepresentationQuantities {

  private static final String WHERE =
      " H has a row for each of the n examples of the measured batch: what a layer gives, all positions and channels.";
  private static final Agreement SMOOTH =
      Agreement.absolute(1e-9, 1e-3, 1e-2, "ratios of inner products of activations");

  static final Quantity GAP =
      of(
              "orthogonality_gap",
              "orthogonality gap",
              "‖HHᵀ∕‖H‖_F² − I∕n‖_F",
              "How far the examples are from being orthogonal and of one length: 0 where they are, √(1 − 1∕n) where all are the same.")
          .from("Daneshmand, Joudaki and Bach (NeurIPS 2021)")
          .agreeing(SMOOTH);

  static final Quantity RANK =
      of(
              "numerical_rank",
              "numerical rank",
              "",
              "How many singular values of H are larger than the probe's tolerance times the largest.")
          .from("Daneshmand et al. (NeurIPS 2020)")
          .agreeing(Agreement.absolute(0, 1, 3, "a count of singular values beside a bound"));

  static final Quantity EFFECTIVE_RANK =
      of(
              "effective_rank",
              "effective rank",
              "‖H‖_F⁴ ∕ ‖HHᵀ‖_F²",
              "The squared sum of the squares of the singular values of H over the sum of their fourth powers: at most the rank.")
          .from("Daneshmand et al. (NeurIPS 2020), equation 3")
          .agreeing(Agreement.relative(1e-9, 1e-3, 1e-2, "ratios of inner products"));

  static final Quantity COSINE =
      of(
              "example_cosine",
              "mean cosine of two examples",
              "",
              "The mean over pairs of different examples of the cosine of the angle between their rows of H.")
          .agreeing(SMOOTH);

  static final List<Quantity> ALL = List.of(Axes.LAYER, GAP, RANK, EFFECTIVE_RANK, COSINE);

  private RepresentationQuantities() {}

  private static Quantity of(String name, String label, String symbol, String what) {
    return Quantity.of(name, label, symbol, Units.ONE, what + WHERE).along(Axes.LAYER);
  }
}
