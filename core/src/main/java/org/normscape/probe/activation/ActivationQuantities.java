package org.normscape.probe.activation;

import java.util.List;
import org.normscape.probe.Agreement;
import org.normscape.probe.Axes;
import org.normscape.probe.Quantity;
import org.normscape.probe.Units;

/** What {@link ActivationProfile} consists of. */
final class ActivationQuantities {

  private static final String REASON =
      "the size of an activation or of a gradient in it, wherever a unit of a relu is on its other side";

  static final Quantity MEAN =
      Quantity.of(
              "activation_mean",
              "mean of the activation",
              "E[a]",
              Units.ACTIVATION,
              "The mean of what a layer gives, over examples, positions and channels of the measured batch.")
          .along(Axes.LAYER)
          .agreeing(Agreement.absolute(1e-10, 1e-3, 1e-2, REASON));

  static final Quantity DEVIATION =
      Quantity.of(
              "activation_deviation",
              "standard deviation of the activation",
              "√Var[a]",
              Units.ACTIVATION,
              "The root of the mean squared distance from the mean of what a layer gives, over examples, positions and channels of the measured batch; the sum is divided by the number of elements.")
          .from("Santurkar et al. (NeurIPS 2018), Figure 2")
          .along(Axes.LAYER)
          .agreeing(Agreement.relative(1e-10, 1e-3, 1e-2, REASON));

  static final Quantity GRADIENT_NORM =
      Quantity.of(
              "activation_gradient_norm",
              "norm of the gradient in the activation",
              "‖∂L/∂a‖₂",
              Units.ACTIVATION_GRADIENT,
              "The length of the gradient of the loss in what a layer gives, over all elements of the measured batch. The loss is a mean over the batch where the objective says so.")
          .from("Bjorck et al. (NeurIPS 2018)")
          .along(Axes.LAYER)
          .agreeing(Agreement.relative(1e-9, 5e-3, 5e-2, REASON));

  static final List<Quantity> ALL = List.of(Axes.LAYER, MEAN, DEVIATION, GRADIENT_NORM);

  private ActivationQuantities() {}
}
