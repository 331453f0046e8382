package org.normscape.probe.signal;

import java.util.List;
import org.normscape.probe.Agreement;
import org.normscape.probe.Quantity;
import org.normscape.probe.Statistic;
import org.normscape.probe.Units;

/** What {@link MeasuredGradients} consist of. */
final class NoiseQuantities {

  private static final String SQUARE = "(loss/parameter)²";
  private static final String WHERE =
      " g_i is the gradient of the loss of an example, with the statistics of the measured batch.";
  private static final Agreement GRADIENTS =
      Agreement.relative(1e-8, 1e-2, 5e-1, "squares of gradients and their differences");

  static final Quantity SMALLEST =
      of(
              "example_gradient_cosine_smallest",
              "smallest cosine of two examples' gradients",
              "min cos(g_i, g_j)",
              Units.ONE,
              "The smallest cosine of the angle between the gradients of two of the examples that were looked at: gradient confusion.")
          .from("Sankararaman et al. (ICML 2020)")
          .agreeing(Agreement.OF_A_COSINE);

  static final Quantity MEAN =
      of(
              "example_gradient_cosine_mean",
              "mean cosine of two examples' gradients",
              "E cos(g_i, g_j)",
              Units.ONE,
              "The mean over pairs of the examples that were looked at of the cosine of the angle between their gradients.")
          .from("Sankararaman et al. (ICML 2020)")
          .agreeing(Agreement.OF_A_COSINE);

  static final Quantity AGREEMENT =
      of(
              "example_gradient_agreement",
              "share of the mean in the examples' gradients",
              "‖E g_i‖² ∕ E‖g_i‖²",
              Units.ONE,
              "The squared length of the mean of the gradients of the examples that were looked at over the mean of their squared lengths: 1 where all are the same, one over their number where they are orthogonal and of one length.")
          .from(
              "Bjorck et al. (NeurIPS 2018), section 3.2: gradients that do not depend on the input")
          .summedUp(Statistic.MEDIAN, "share of the mean in the examples' gradients, median")
          .agreeing(Agreement.OF_A_COSINE);

  static final Quantity VARIANCE =
      of(
              "gradient_variance",
              "variance of the examples' gradients",
              "C = E‖g_i − ∇L‖²",
              SQUARE,
              "The mean squared distance of the gradient of an example from that of the loss, estimated from the examples that were looked at, without bias.")
          .from("Bjorck et al. (NeurIPS 2018), section 2.1")
          .agreeing(GRADIENTS);

  static final Quantity BATCH_VARIANCE =
      of(
              "batch_gradient_variance",
              "variance of a batch's gradient",
              "E‖g_B − ∇L‖²",
              SQUARE,
              "The mean squared distance of the gradient of a batch of b from that of all data: C∕b where batches are drawn with replacement, C(N−b)∕(b(N−1)) where they are drawn from N examples without.")
          .from("Bjorck et al. (NeurIPS 2018), appendix D, with the exact factor")
          .agreeing(GRADIENTS);

  static final Quantity STEP_VARIANCE =
      of(
              "step_variance",
              "variance of a step of gradient descent",
              "η² E‖g_B − ∇L‖²",
              "parameter²",
              "The variance of a batch's gradient times the square of the learning rate η of that step: what bounds the noise of gradient descent.")
          .from("Bjorck et al. (NeurIPS 2018), section 2.1")
          .agreeing(GRADIENTS);

  static final Quantity SCALE =
      of(
              "gradient_noise_scale",
              "gradient noise scale",
              "C ∕ ‖∇L‖²",
              "example",
              "The variance of the examples' gradients over the squared length of the gradient, both estimated without bias: the size of batch at which noise and gradient are of one size. It is negative where the estimate of the latter is.")
          .from("McCandlish et al. (2018), simple noise scale")
          .agreeing(Agreement.UNJUDGED);

  static final List<Quantity> ALL =
      List.of(SMALLEST, MEAN, AGREEMENT, VARIANCE, BATCH_VARIANCE, STEP_VARIANCE, SCALE);

  private NoiseQuantities() {}

  private static Quantity of(
      String name, String label, String symbol, String unit, String definition) {
    return Quantity.of(name, label, symbol, unit, definition + WHERE);
  }
}
