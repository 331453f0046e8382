package org.normscape.probe.shift;

import java.util.List;
import org.normscape.probe.Agreement;
import org.normscape.probe.Axes;
import org.normscape.probe.Quantity;
import org.normscape.probe.Units;

/** What {@link GradientShift} and {@link GradientChange} consist of. */
final class ShiftQuantities {

  private static final String ICS = "Santurkar et al. (NeurIPS 2018), Definition 2.1";
  private static final String G =
      " G is the gradient of the loss in the parameters of a layer on the measured batch, and G′ the same after the layers before it have made the update of that step, while the layer itself and those behind it have not.";
  private static final String AFTER =
      " g is the gradient on the measured batch, and g′ that on the same batch after the update of that step: of consecutive steps, but not of consecutive batches.";

  static final Quantity SHIFT =
      inLayer(
              "covariate_shift",
              "internal covariate shift",
              "‖G − G′‖₂",
              Units.GRADIENT,
              "The length of G − G′." + G)
          .agreeing(Agreement.OF_A_GRADIENT_ELSEWHERE);

  static final Quantity COSINE =
      inLayer(
              "covariate_shift_cosine",
              "cosine of the gradients before and after the shift",
              "cos(G, G′)",
              Units.ONE,
              "The cosine of the angle between G and G′: 1 where nothing shifts." + G)
          .agreeing(Agreement.OF_A_COSINE);

  static final Quantity RELATIVE =
      inLayer(
              "covariate_shift_relative",
              "relative internal covariate shift",
              "‖G − G′‖₂ ∕ ‖G‖₂",
              Units.ONE,
              "The length of G − G′ in lengths of G: it does not change when the loss is rescaled."
                  + G)
          .agreeing(Agreement.OF_A_GRADIENT_ELSEWHERE);

  static final List<Quantity> ALL = List.of(Axes.LAYER, SHIFT, COSINE, RELATIVE);

  static final Quantity CHANGE =
      change(
          "update_gradient_difference",
          "gradient difference over the update",
          "‖g′ − g‖₂",
          Units.GRADIENT,
          "How far the gradient moves in one update.");

  static final Quantity CHANGE_RELATIVE =
      change(
          "update_relative_difference",
          "relative gradient difference over the update",
          "‖g′ − g‖₂ ∕ ‖g‖₂",
          Units.ONE,
          "How far the gradient moves in one update, in lengths of g.");

  static final Quantity CHANGE_COSINE =
      change(
              "update_gradient_cosine",
              "gradient cosine over the update",
              "cos(g, g′)",
              Units.ONE,
              "The cosine of the angle between g and g′.")
          .agreeing(Agreement.OF_A_COSINE);

  static final Quantity DISTANCE =
      Quantity.of(
              "update_norm",
              "length of the update",
              "‖θ′ − θ‖₂",
              Units.PARAMETER,
              "How far the update of that step moves the parameters.")
          .agreeing(Agreement.OF_A_GRADIENT_NORM);

  static final Quantity SMOOTHNESS =
      change(
          "update_smoothness",
          "change of the gradient per distance of the update",
          "‖g′ − g‖₂ ∕ ‖θ′ − θ‖₂",
          Units.CURVATURE,
          "How far the gradient moves in one update, per distance moved: effective β of the step that training makes.");

  static final List<Quantity> OF_AN_UPDATE =
      List.of(CHANGE, CHANGE_RELATIVE, CHANGE_COSINE, DISTANCE, SMOOTHNESS);

  private ShiftQuantities() {}

  private static Quantity inLayer(
      String name, String label, String symbol, String unit, String definition) {
    return Quantity.of(name, label, symbol, unit, definition).from(ICS).along(Axes.LAYER);
  }

  private static Quantity change(
      String name, String label, String symbol, String unit, String definition) {
    return Quantity.of(name, label, symbol, unit, definition + AFTER)
        .agreeing(Agreement.OF_A_GRADIENT_ELSEWHERE);
  }
}
