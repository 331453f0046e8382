package org.normscape.probe.theory;

import java.util.List;
import org.normscape.probe.Agreement;
import org.normscape.probe.Axes;
import org.normscape.probe.Quantity;
import org.normscape.probe.Statistic;
import org.normscape.probe.Units;

/** What {@link Lipschitz} consists of. */
final class LipschitzQuantities {

  private static final String PAPER = "Santurkar et al. (NeurIPS 2018), ";
  private static final String THEOREM = PAPER + "Theorem 4.1, with 1/m";
  private static final String WHERE =
      " Here y flows into a batch normalization and z out of it, g = ∂L∕∂z on the measured batch, and sums are over the channels of the layer.";

  static final Quantity RATIO =
      share(
              "lipschitz_ratio",
              "squared gradient before over behind the normalization",
              "Σ‖∂L∕∂y‖² ∕ Σ‖g‖²",
              "The squared length of the gradient in y over that of g: the left side of the theorem over the first term of its right side without the scale.")
          .summedUp(
              Statistic.MEDIAN, "squared gradient before over behind the normalization, median");

  static final Quantity BOUND =
      share(
          "lipschitz_bound",
          "what the theorem bounds it by",
          "Σ γ²/s² (‖g‖² − ⟨1,g⟩²/m − ⟨g,ŷ⟩²/m) ∕ Σ‖g‖²",
          "The right side of the theorem over the squared length of g.");

  static final Quantity SCALE =
      share(
          "lipschitz_scale",
          "scale of the normalization",
          "Σ γ²/s² ‖g‖² ∕ Σ‖g‖²",
          "The mean of γ²/s² over channels, weighted with the squared length of g in each: what the scale alone does to the gradient.");

  static final Quantity MEAN =
      share(
          "lipschitz_mean_share",
          "share of the mean in the gradient",
          "Σ ⟨1,g⟩²/m ∕ Σ‖g‖²",
          "The share of the squared length of g that lies along the vector of ones, which the normalization takes away: 1/m of a gradient that points anywhere.");

  static final Quantity CORRELATION =
      share(
          "lipschitz_correlation_share",
          "share of the activation in the gradient",
          "Σ ⟨g,ŷ⟩²/m ∕ Σ‖g‖²",
          "The share of the squared length of g that lies along the normalized activations ŷ, which the normalization takes away: 1/m of a gradient that points anywhere.");

  static final Quantity ALIGNED =
      share(
              "lipschitz_aligned",
              "channels whose gradient grows with the activation",
              "⟨g,ŷ⟩ > 0",
              "The share of channels in which g has a positive inner product with the normalized activations ŷ: a condition of Theorem 4.2.")
          .from(PAPER + "Theorem 4.2")
          .agreeing(Agreement.OF_A_COUNT);

  static final Quantity GAP =
      share(
              "lipschitz_gap",
              "what is left between both sides",
              "1 − left ∕ right",
              "How much smaller the left side of the theorem is than the right one, relative to the latter: 0 where ε is 0.")
          .agreeing(
              Agreement.absolute(1e-9, 1e-3, 1e-1, "the rounding of both sides of an equality"));

  static final Quantity VIOLATIONS =
      share(
              "lipschitz_violations",
              "channels in which the theorem is violated",
              "",
              "The share of channels in which the left side is larger than the right one by more than rounding: a ten-thousandth of γ²/s² ‖g‖².")
          .summedUp(Statistic.MAXIMUM, "channels that violate Theorem 4.1, largest share")
          .agreeing(Agreement.OF_A_COUNT);

  static final Quantity IDENTITY =
      share(
              "identity_gap",
              "distance from the identity where γ = s and β = μ",
              "‖z − y‖ ∕ ‖y‖",
              "How far the output of the normalization is from its input, relative to it, where its scale is the deviation of the batch and its shift the mean: rounding.")
          .from(PAPER + "Observation 4.3")
          .agreeing(Agreement.absolute(1e-9, 1e-3, 1e-2, "rounding"));

  static final Quantity WEIGHT_RATIO =
      share(
              "weight_gradient_ratio",
              "squared gradient in the weights with over without the normalization",
              "‖Xᵀ∂L∕∂y‖² ∕ ‖Xᵀg‖²",
              "The squared length of the gradient in the weights W before the normalization, y = X W, over what it would be with g in place of the gradient in y. The theorem bounds the largest over all inputs X of one size by the same factor as in y; this is that of the inputs there are.")
          .from(PAPER + "Theorem 4.4");

  static final Quantity CHANNEL_LEFT =
      channel(
          "channel_lipschitz_left",
          "left side in a channel",
          "‖∂L∕∂y‖²",
          "The squared length of the gradient in y.");

  static final Quantity CHANNEL_RIGHT =
      channel(
          "channel_lipschitz_right",
          "right side in a channel",
          "γ²/s² (‖g‖² − ⟨1,g⟩²/m − ⟨g,ŷ⟩²/m)",
          "What the theorem bounds the squared length of the gradient in y by.");

  static final Quantity CHANNEL_SCALE =
      channel(
          "channel_lipschitz_scale",
          "scale of a channel",
          "γ²/s²",
          "The square of the scale over the variance of the batch plus ε.");

  static final List<Quantity> ALL =
      List.of(
          Axes.LAYER,
          Axes.CHANNEL,
          RATIO,
          BOUND,
          SCALE,
          MEAN,
          CORRELATION,
          ALIGNED,
          GAP,
          VIOLATIONS,
          IDENTITY,
          WEIGHT_RATIO,
          CHANNEL_LEFT,
          CHANNEL_RIGHT,
          CHANNEL_SCALE);

  private LipschitzQuantities() {}

  private static Quantity share(String name, String label, String symbol, String what) {
    return Quantity.of(name, label, symbol, Units.ONE, what + WHERE)
        .from(THEOREM)
        .along(Axes.LAYER)
        .agreeing(Agreement.OF_A_GRADIENT_ELSEWHERE);
  }

  private static Quantity channel(String name, String label, String symbol, String what) {
    return share(name, label, symbol, what).along(Axes.CHANNEL).agreeing(Agreement.UNJUDGED);
  }
}
