package org.normscape.probe.signal;

import java.util.List;
import org.normscape.probe.Agreement;
import org.normscape.probe.Quantity;
import org.normscape.probe.Units;

/** What {@link MeasuredJacobian} consists of. */
final class JacobianQuantities {

  private static final String PAPER = "Bjorck et al. (NeurIPS 2018), Theorem 1, Figures 8 and 9";
  private static final String OUTPUT = "output/input";
  private static final Agreement ROUNDED =
      Agreement.relative(1e-8, 1e-2, 1e-1, "derivatives, which a unit of a relu changes");

  static final Quantity INDEX =
      Quantity.of(
          "singular_value_index",
          "index of the singular value",
          "i",
          Units.ONE,
          "The place of a singular value among all, from 1: those of one example after those of another, the largest of each first.");

  static final Quantity PLACE =
      Quantity.of(
              "singular_value_place",
              "singular value",
              "σ",
              OUTPUT,
              "A place on the axis of singular values at which a law is given.")
          .agreeing(ROUNDED);

  static final Quantity VALUE =
      of(
              "jacobian_singular_value",
              "singular value of the Jacobian",
              "σᵢ",
              OUTPUT,
              "A singular value of the Jacobian of what the network says of an example in the input of that example, on the measured batch.")
          .along(INDEX)
          .agreeing(Agreement.UNJUDGED);

  static final Quantity LARGEST =
      of(
          "jacobian_largest_singular_value",
          "largest singular value of the Jacobian",
          "σ₁",
          OUTPUT,
          "The largest singular value of the Jacobian of what the network says of an example in its input, on the measured batch.");

  static final Quantity CONDITION =
      of(
              "jacobian_condition_number",
              "condition number of the Jacobian",
              "σ₁ ∕ σₙ",
              Units.ONE,
              "The largest over the smallest singular value of the Jacobian of what the network says of an example in its input, on the measured batch.")
          .agreeing(Agreement.UNJUDGED);

  static final Quantity DISTANCE =
      of(
              "product_law_distance",
              "distance of the singular values from the law of random products",
              "sup |F − F_M|",
              Units.ONE,
              "The largest difference between the share of singular values up to a size and that under the law of a product of as many large normal matrices as the network has weights, of their mean squares: Kolmogorov's distance. It is there where every weight is a square matrix of one size.")
          .agreeing(Agreement.absolute(1e-8, 1e-2, 1e-1, "shares of singular values"));

  static final Quantity LAW =
      of(
              "product_law_density",
              "density of singular values under the law of random products",
              "ρ_M(σ)",
              "input/output",
              "The density of singular values at a place under the law of a product of as many large normal matrices as the network has weights, of their mean squares.")
          .along(PLACE)
          .agreeing(Agreement.UNJUDGED);

  static final List<Quantity> ALL = List.of(INDEX, PLACE, LARGEST, CONDITION, VALUE, DISTANCE, LAW);

  private JacobianQuantities() {}

  private static Quantity of(
      String name, String label, String symbol, String unit, String definition) {
    return Quantity.of(name, label, symbol, unit, definition).from(PAPER).agreeing(ROUNDED);
  }
}
