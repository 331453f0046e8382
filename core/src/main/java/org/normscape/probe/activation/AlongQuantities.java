package org.normscape.probe.activation;

import java.util.List;
import org.normscape.probe.Agreement;
import org.normscape.probe.Axes;
import org.normscape.probe.Quantity;
import org.normscape.probe.Units;

/** What {@link MomentsAlong} consists of. */
final class AlongQuantities {

  private static final String FIGURE = "Bjorck et al. (NeurIPS 2018), Figure 4";
  private static final String WHERE =
      " when this share of the step is made, over the examples and positions of the measured batch.";
  private static final String REASON = "activations a step away, which may be anywhere";

  static final Quantity SHARE =
      Quantity.of(
          "update_share",
          "share of the step",
          "p",
          Units.ONE,
          "How much of the step is made: 0 is where the network is, 1 where the step leads.");

  static final Quantity LARGEST_MEAN =
      along(
              "channel_mean_largest_along",
              "largest channel mean along the step",
              "max_c |μ_c|",
              "The largest size of the mean of a channel of a layer")
          .agreeing(
              Agreement.relative(
                      1e-8, 1e-2, 1, REASON + "; behind a normalization it is 0 but for rounding")
                  .by(Agreement.Measure.RELATIVE_ABOVE_ONE));

  static final Quantity LARGEST_DEVIATION =
      along(
              "channel_deviation_largest_along",
              "largest channel deviation along the step",
              "max_c σ_c",
              "The largest standard deviation of a channel of a layer")
          .agreeing(Agreement.relative(1e-8, 1e-2, 1, REASON));

  static final Quantity MEAN =
      along("channel_mean_along", "channel mean along the step", "μ_c", "The mean of a channel")
          .along(Axes.CHANNEL)
          .agreeing(Agreement.UNJUDGED);

  static final Quantity DEVIATION =
      along(
              "channel_deviation_along",
              "channel deviation along the step",
              "σ_c",
              "The standard deviation of a channel, the root of the variance that the figure shows,")
          .along(Axes.CHANNEL)
          .agreeing(Agreement.UNJUDGED);

  static final List<Quantity> ALL =
      List.of(Axes.LAYER, SHARE, Axes.CHANNEL, LARGEST_MEAN, LARGEST_DEVIATION, MEAN, DEVIATION);

  private AlongQuantities() {}

  private static Quantity along(String name, String label, String symbol, String what) {
    return Quantity.of(name, label, symbol, Units.ACTIVATION, what + WHERE)
        .from(FIGURE)
        .along(Axes.LAYER, SHARE);
  }
}
