package org.normscape.probe.landscape;

import java.util.List;
import org.normscape.probe.Agreement;
import org.normscape.probe.Axes;
import org.normscape.probe.Quantity;
import org.normscape.probe.Statistic;
import org.normscape.probe.Units;

/** What {@link GradientLine} consists of. */
final class LandscapeQuantities {

  private static final String PAPER = "Santurkar et al. (NeurIPS 2018), ";

  static final Quantity LOSS =
      Quantity.of(
          "probe_loss",
          "loss at the point",
          "L(θ; B)",
          Units.LOSS,
          "The loss at the parameters θ on the training batch B of that step, with the statistics and the penalty that the probe is set to.");

  static final Quantity GRADIENT_NORM =
      Quantity.of(
              "gradient_norm",
              "norm of the gradient",
              "‖g‖₂",
              Units.GRADIENT,
              "The length of g, the gradient ∇L(θ; B) of the loss L at the parameters θ on the training batch B of that step. What is measured along g is measured on the same batch, at points θ − εg, with θ and the running statistics left as they were.")
          .agreeing(Agreement.OF_A_GRADIENT_NORM);

  static final Quantity LOSS_BAND_LOW =
      lossBand("loss_band_low", "loss band, lower end", "min L(θ − εg; B)", "smallest");

  static final Quantity LOSS_BAND_HIGH =
      lossBand("loss_band_high", "loss band, upper end", "max L(θ − εg; B)", "largest");

  static final Quantity LOSS_BAND_WIDTH =
      Quantity.of(
              "loss_band_width",
              "width of the loss band",
              "",
              Units.LOSS,
              "The largest minus the smallest loss along the gradient, over the step lengths ε: how far the loss moves within a step.")
          .from(PAPER + "Figure 4a")
          .difference(LOSS_BAND_HIGH, LOSS_BAND_LOW)
          .summedUp(Statistic.MEDIAN, "width of the loss band, median")
          .agreeing(Agreement.OF_A_LOSS_ELSEWHERE);

  static final Quantity GRADIENT_DIFFERENCE_LOW =
      differenceBand(
              "gradient_difference_low",
              "gradient difference, lower end",
              "min ‖∇L(θ − εg; B) − g‖₂",
              "smallest")
          .summedUp(Statistic.MINIMUM, "gradient difference, smallest");

  static final Quantity GRADIENT_DIFFERENCE_HIGH =
      differenceBand(
              "gradient_difference_high",
              "gradient difference, upper end",
              "max ‖∇L(θ − εg; B) − g‖₂",
              "largest")
          .summedUp(Statistic.MAXIMUM, "gradient difference, largest");

  static final Quantity EFFECTIVE_BETA_MAX =
      Quantity.of(
              "effective_beta_max",
              "effective β",
              "max ‖∇L(θ − εg; B) − g‖₂ ∕ (ε‖g‖₂)",
              Units.CURVATURE,
              "The largest change of the gradient per distance moved, over the step lengths ε, along the gradient only. It depends on the grid of ε: where the gradient changes by its own length at every ε, it is 1 ∕ (the smallest ε). With full-batch gradient descent it has been seen to settle near 2 ∕ (learning rate), whatever the network.")
          .from(PAPER + "Figure 4c")
          .summedUp(Statistic.MAXIMUM, "effective β, largest")
          .agreeing(Agreement.OF_A_GRADIENT_ELSEWHERE);

  static final Quantity LOSS_ALONG =
      along(
              "loss_along_gradient",
              "loss along the gradient",
              "L(θ − εg; B)",
              Units.LOSS,
              "The loss one step of length ε down the gradient.")
          .from(PAPER + "Figure 4a")
          .agreeing(Agreement.OF_A_LOSS_ELSEWHERE);

  static final Quantity GRADIENT_DIFFERENCE =
      along(
              "gradient_difference",
              "gradient difference",
              "‖∇L(θ − εg; B) − g‖₂",
              Units.GRADIENT,
              "How far the gradient one step down the gradient is from g: “gradient predictiveness”. It is not the difference between the gradients of two successive batches.")
          .from(PAPER + "Figure 4b");

  static final Quantity EFFECTIVE_BETA =
      along(
              "effective_beta",
              "change of the gradient per distance",
              "‖∇L(θ − εg; B) − g‖₂ ∕ (ε‖g‖₂)",
              Units.CURVATURE,
              "How far the gradient one step down the gradient is from g, per distance moved; effective β is the largest of these.")
          .from(PAPER + "Figure 4c");

  static final Quantity COSINE =
      along(
              "gradient_cosine",
              "gradient cosine",
              "cos(∇L(θ − εg; B), g)",
              Units.ONE,
              "The cosine of the angle between the gradient one step down the gradient and g.")
          .agreeing(Agreement.OF_A_COSINE);

  static final Quantity RELATIVE_DIFFERENCE =
      along(
          "relative_gradient_difference",
          "relative gradient difference",
          "‖∇L(θ − εg; B) − g‖₂ ∕ ‖g‖₂",
          Units.ONE,
          "How far the gradient one step down the gradient is from g, in lengths of g: it does not change when the loss is rescaled.");

  static final Quantity NORM_ALONG =
      along(
          "gradient_norm_along_gradient",
          "norm of the gradient along the gradient",
          "‖∇L(θ − εg; B)‖₂",
          Units.GRADIENT,
          "The length of the gradient one step down the gradient.");

  static final List<Quantity> ALL =
      List.of(
          LOSS,
          GRADIENT_NORM,
          LOSS_BAND_LOW,
          LOSS_BAND_HIGH,
          LOSS_BAND_WIDTH,
          GRADIENT_DIFFERENCE_LOW,
          GRADIENT_DIFFERENCE_HIGH,
          EFFECTIVE_BETA_MAX,
          Axes.EPSILON,
          LOSS_ALONG,
          GRADIENT_DIFFERENCE,
          EFFECTIVE_BETA,
          COSINE,
          RELATIVE_DIFFERENCE,
          NORM_ALONG);

  private LandscapeQuantities() {}

  private static Quantity lossBand(String name, String label, String symbol, String end) {
    return Quantity.of(
            name,
            label,
            symbol,
            Units.LOSS,
            "The %s loss along the gradient, over the step lengths ε. It is measured along the gradient of one network, not across networks trained with several learning rates."
                .formatted(end))
        .from(PAPER + "Figure 4a")
        .agreeing(Agreement.OF_A_LOSS_ELSEWHERE);
  }

  private static Quantity differenceBand(String name, String label, String symbol, String end) {
    return Quantity.of(
            name,
            label,
            symbol,
            Units.GRADIENT,
            "The %s difference between the gradient one step down the gradient and g, over the step lengths ε: “gradient predictiveness”. It is not the difference between the gradients of two successive batches."
                .formatted(end))
        .from(PAPER + "Figure 4b")
        .agreeing(Agreement.OF_A_GRADIENT_ELSEWHERE);
  }

  private static Quantity along(
      String name, String label, String symbol, String unit, String definition) {
    return Quantity.of(name, label, symbol, unit, definition)
        .along(Axes.EPSILON)
        .agreeing(Agreement.OF_A_GRADIENT_ELSEWHERE);
  }
}
