package org.normscape.probe.theory;

import java.util.List;
import org.normscape.probe.Agreement;
import org.normscape.probe.Axes;
import org.normscape.probe.Quantity;
import org.normscape.probe.Statistic;
import org.normscape.probe.Units;

/** What {@link Smoothness} consists of. */
final class SmoothnessQuantities {

  private static final String THEOREM = "Santurkar et al. (NeurIPS 2018), Theorem 4.2";
  private static final String CURVED = "loss/activation²";
  private static final String WHERE =
      " Here y flows into a batch normalization and z out of it, u = ∂L∕∂y, g = ∂L∕∂z, H is the Hessian of the loss in z, all on the measured batch.";
  private static final String ALONE =
      " The channels are those that are looked at by themselves: u and g are 0 in all others.";
  private static final Agreement PRODUCT =
      Agreement.relative(1e-6, 2e-2, 1, "second derivatives, which a unit of a relu changes");

  static final Quantity CURVATURE =
      of(
              "smoothness_left",
              "curvature along the gradient before the normalization",
              "uᵀ(∂²L∕∂y∂y)u ∕ ‖u‖²",
              CURVED,
              "The left side of the theorem over the squared length of u, by derivatives through the normalization.")
          .summedUp(Statistic.MEDIAN, "curvature before the normalization, median");

  static final Quantity FIRST =
      of(
          "smoothness_curvature_term",
          "first term of the right side",
          "γ²/σ² uᵀHu ∕ ‖u‖²",
          CURVED,
          "The curvature behind the normalization along what u becomes there, over the squared length of u.");

  static final Quantity SECOND =
      of(
          "smoothness_alignment_term",
          "second term of the right side, which is subtracted",
          "γ/(m σ²) ⟨g,ŷ⟩",
          CURVED,
          "What the normalization itself takes away from the curvature, with the parts that ε adds, over the squared length of u.");

  static final Quantity PLAIN =
      of(
          "smoothness_plain",
          "curvature along the gradient behind the normalization",
          "gᵀHg ∕ ‖g‖²",
          CURVED,
          "The curvature of the same loss along g as a function of z: that of a network without the normalization and with the same activations.");

  static final Quantity GAP =
      of(
              "smoothness_gap",
              "difference of both sides",
              "",
              Units.ONE,
              "The difference of both sides, the left by derivatives and the right by its closed form with the parts that ε adds, relative to the sum of the sizes of the left one and both terms: rounding.")
          .summedUp(Statistic.MAXIMUM, "both sides of Theorem 4.2, largest difference")
          .agreeing(Agreement.absolute(1e-7, 1e-2, 1, "the rounding of an equality"));

  static final Quantity CONVEX =
      of(
              "smoothness_convex",
              "channels in which the loss bends upwards behind the normalization",
              "uᵀHu ≥ 0",
              Units.ONE,
              "The share of channels along whose gradient the first term is not negative: a condition under which normalization makes the loss smoother."
                  + ALONE)
          .agreeing(Agreement.OF_A_COUNT);

  static final Quantity ALIGNED =
      of(
              "smoothness_aligned",
              "channels whose second term lowers the curvature",
              "⟨g,ŷ⟩ > 0",
              Units.ONE,
              "The share of channels in which g has a positive inner product with the normalized activations ŷ: the other condition."
                  + ALONE)
          .agreeing(Agreement.OF_A_COUNT);

  static final Quantity BOUNDED =
      of(
              "smoothness_bounded",
              "channels in which the second display holds",
              "left ≤ γ²/s² (gᵀHg − ⟨g,ŷ⟩‖u‖²/(mγ))",
              Units.ONE,
              "The share of channels in which the left side is at most what the second display of the theorem says. It takes for granted that H preserves the relative norms of g and u, which it need not."
                  + ALONE)
          .agreeing(Agreement.OF_A_COUNT);

  static final List<Quantity> ALL =
      List.of(Axes.LAYER, CURVATURE, FIRST, SECOND, PLAIN, GAP, CONVEX, ALIGNED, BOUNDED);

  private SmoothnessQuantities() {}

  private static Quantity of(
      String name, String label, String symbol, String unit, String definition) {
    return Quantity.of(name, label, symbol, unit, definition + WHERE)
        .from(THEOREM)
        .along(Axes.LAYER)
        .agreeing(PRODUCT);
  }
}
