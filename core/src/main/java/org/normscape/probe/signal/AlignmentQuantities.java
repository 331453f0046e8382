package org.normscape.probe.signal;

import java.util.List;
import org.normscape.probe.Agreement;
import org.normscape.probe.Axes;
import org.normscape.probe.Quantity;
import org.normscape.probe.Statistic;
import org.normscape.probe.Units;

/** What {@link Alignment} consists of. */
final class AlignmentQuantities {

  private static final String TABLE = "Bjorck et al. (NeurIPS 2018), Table 1";
  private static final String WHERE =
      " The terms of an entry of the gradient in a weight are those of each example and position of the measured batch: the gradient in an output times an input.";

  static final Quantity INPUT_CHANNEL =
      Quantity.of(
          "input_channel",
          "input channel",
          "i",
          Units.ONE,
          "The number of a channel that flows into a layer, from 0.");

  static final Quantity TERMS =
      Quantity.of(
              "alignment_terms",
              "size of the terms of the gradient",
              "a = E Σ|d|",
              Units.GRADIENT,
              "The mean over the entries of a weight of the sum of the sizes of the terms of its gradient."
                  + WHERE)
          .from(TABLE)
          .along(Axes.LAYER)
          .agreeing(Agreement.OF_A_GRADIENT_ELSEWHERE);

  static final Quantity SUM =
      Quantity.of(
              "alignment_sum",
              "size of the gradient",
              "b = E |Σd|",
              Units.GRADIENT,
              "The mean over the entries of a weight of the size of its gradient, the sum of the same terms with their signs, on the measured batch.")
          .from(TABLE)
          .along(Axes.LAYER)
          .agreeing(Agreement.OF_A_GRADIENT_ELSEWHERE);

  static final Quantity RATIO =
      Quantity.of(
              "alignment_ratio",
              "terms of the gradient over the gradient",
              "a/b",
              Units.ONE,
              "How much larger the terms of the gradient in a weight are than what is left of them when they are added up: 1 where all examples and positions agree, more the more they cancel."
                  + WHERE)
          .from(TABLE)
          .along(Axes.LAYER)
          .summedUp(Statistic.MEDIAN, "terms of the gradient over the gradient, median")
          .agreeing(Agreement.OF_A_GRADIENT_ELSEWHERE);

  static final Quantity MAP =
      Quantity.of(
              "gradient_channel_map",
              "gradient between two channels",
              "M_io = Σ_xy |∂L∕∂K_xyio|",
              Units.GRADIENT,
              "The sum over the places of a kernel of the size of the gradient in its entry from one input channel to one channel, on the measured batch.")
          .from("Bjorck et al. (NeurIPS 2018), Figure 7")
          .along(Axes.LAYER, INPUT_CHANNEL, Axes.CHANNEL)
          .agreeing(Agreement.UNJUDGED);

  static final List<Quantity> ALL =
      List.of(Axes.LAYER, INPUT_CHANNEL, Axes.CHANNEL, TERMS, SUM, RATIO, MAP);

  private AlignmentQuantities() {}
}
