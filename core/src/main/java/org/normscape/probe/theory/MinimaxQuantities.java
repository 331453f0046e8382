package org.normscape.probe.theory;

import java.util.List;
import org.normscape.probe.Agreement;
import org.normscape.probe.Axes;
import org.normscape.probe.Quantity;
import org.normscape.probe.Statistic;
import org.normscape.probe.Units;

/** What {@link Minimax} consists of. */
final class MinimaxQuantities {

  private static final String THEOREM =
      "Santurkar et al. (NeurIPS 2018), Theorem 4.4, with λ² in each term and 1/m in the last";
  private static final String SQUARED = "(loss/parameter)²";
  private static final String WHERE =
      " Here y = X W flows into a batch normalization and z out of it, g = ∂L∕∂z and u = ∂L∕∂y on the measured batch, λ is the spectral norm of X, and sums are over the channels of the layer.";

  static final Quantity NORM =
      of(
          "minimax_input_norm",
          "spectral norm of the inputs of the layer",
          "λ = ‖X‖₂",
          Units.ACTIVATION,
          "The largest singular value of the inputs of the linear layer before the normalization, of a convolution that of its patches, by the power method, from below.");

  static final Quantity LEFT =
      of(
              "minimax_left",
              "largest squared gradient in the weights over inputs of one size",
              "Σ λ²‖u‖²",
              SQUARED,
              "The left side of the theorem.")
          .summedUp(Statistic.MEDIAN, "left side of Theorem 4.4, median");

  static final Quantity FIRST =
      of(
          "minimax_scale_term",
          "first term of the right side",
          "Σ γ²/s² λ²‖g‖²",
          SQUARED,
          "What the largest squared gradient would be without the normalization, times γ²/s².");

  static final Quantity MEAN =
      of(
          "minimax_mean_term",
          "second term of the right side, which is subtracted",
          "Σ γ²/s² λ²⟨1,g⟩²/m",
          SQUARED,
          "What the normalization takes away along the vector of ones.");

  static final Quantity CORRELATION =
      of(
          "minimax_correlation_term",
          "third term of the right side, which is subtracted",
          "Σ γ²/s² λ²⟨g,ŷ⟩²/m",
          SQUARED,
          "What the normalization takes away along the normalized activations ŷ.");

  static final Quantity TIGHTNESS =
      of(
          "minimax_tightness",
          "gradient in the weights over the largest one",
          "Σ‖Xᵀu‖² ∕ Σ λ²‖u‖²",
          Units.ONE,
          "The squared gradient in the weights of the inputs there are over the largest one of inputs of their size: 1 where they are the worst ones.");

  static final Quantity VIOLATIONS =
      count(
              "minimax_violations",
              "channels in which the theorem is violated",
              "The share of channels in which the left side is larger than the right one.")
          .summedUp(Statistic.MAXIMUM, "channels that violate Theorem 4.4, largest share");

  static final Quantity ATTAINED =
      count(
          "minimax_attained_violations",
          "channels whose gradient in the weights exceeds the bound",
          "The share of channels in which ‖Xᵀu‖², of the inputs there are, is larger than the right side.");

  static final Quantity PRINTED =
      count(
          "minimax_printed_violations",
          "channels in which the theorem as printed is violated",
          "The share of channels in which the left side is larger than the right side as the paper prints it, γ²/s² ((λ²‖g‖²)² − ⟨1,g⟩²/m − λ²⟨g,ŷ⟩²), whose terms have different units.");

  static final Quantity CHANNEL_LEFT =
      channel("channel_minimax_left", "left side in a channel", "λ²‖u‖²", "The left side.");

  static final Quantity CHANNEL_RIGHT =
      channel(
          "channel_minimax_right",
          "right side in a channel",
          "γ²/s² λ² (‖g‖² − ⟨1,g⟩²/m − ⟨g,ŷ⟩²/m)",
          "The right side.");

  static final Quantity CHANNEL_WEIGHT =
      channel(
          "channel_weight_gradient",
          "gradient in the weights of a channel",
          "‖Xᵀu‖²",
          "The squared length of the gradient in the weights of the inputs there are.");

  static final List<Quantity> ALL =
      List.of(
          Axes.LAYER,
          Axes.CHANNEL,
          NORM,
          LEFT,
          FIRST,
          MEAN,
          CORRELATION,
          TIGHTNESS,
          VIOLATIONS,
          ATTAINED,
          PRINTED,
          CHANNEL_LEFT,
          CHANNEL_RIGHT,
          CHANNEL_WEIGHT);

  private MinimaxQuantities() {}

  private static Quantity of(String name, String label, String symbol, String unit, String what) {
    return Quantity.of(name, label, symbol, unit, what + WHERE)
        .from(THEOREM)
        .along(Axes.LAYER)
        .agreeing(Agreement.OF_A_GRADIENT_ELSEWHERE);
  }

  private static Quantity count(String name, String label, String what) {
    return of(
            name,
            label,
            "",
            Units.ONE,
            what + " By more than rounding: a ten-thousandth of the first term.")
        .agreeing(Agreement.OF_A_COUNT);
  }

  private static Quantity channel(String name, String label, String symbol, String what) {
    return of(name, label, symbol, SQUARED, what).along(Axes.CHANNEL).agreeing(Agreement.UNJUDGED);
  }
}
