package org.normscape.probe.activation;

import java.util.List;
import org.normscape.probe.Agreement;
import org.normscape.probe.Axes;
import org.normscape.probe.Quantity;
import org.normscape.probe.Units;

/** What {@link ChannelProfile} consists of. */
final class ChannelQuantities {

  private static final String PAPER = "Bjorck et al. (NeurIPS 2018), ";
  private static final String WHERE =
      " on the measured batch; the moments of a channel are over examples and positions.";

  private static final String REASON =
      "the size of an activation, wherever a unit of a relu is on its other side";

  static final Quantity MEAN_SIZE =
      inLayer(
              "channel_mean_size",
              "size of channel means",
              "E_c |μ_c|",
              "The mean over the channels of a layer of the size of their means,",
              "Figure 5")
          .agreeing(Agreement.absolute(1e-10, 1e-3, 1e-2, REASON));

  static final Quantity MEAN_DEVIATION =
      inLayer(
              "channel_deviation_mean",
              "mean channel deviation",
              "E_c σ_c",
              "The mean over the channels of a layer of their standard deviations,",
              "Figure 5")
          .agreeing(Agreement.relative(1e-10, 1e-3, 1e-2, REASON));

  static final Quantity LARGEST_MEAN =
      inLayer(
              "channel_mean_largest",
              "largest channel mean",
              "max_c |μ_c|",
              "The largest size of the mean of a channel of a layer,",
              "Figure 4")
          .agreeing(Agreement.absolute(1e-10, 1e-3, 1e-2, REASON));

  static final Quantity LARGEST_DEVIATION =
      inLayer(
              "channel_deviation_largest",
              "largest channel deviation",
              "max_c σ_c",
              "The largest standard deviation of a channel of a layer,",
              "Figure 4")
          .agreeing(Agreement.relative(1e-10, 1e-3, 1e-2, REASON));

  static final Quantity DEAD =
      Quantity.of(
              "dead_units",
              "dead units",
              "",
              Units.ONE,
              "The share of channels of a layer that are greater than 0 at no position of no example, on the measured batch: behind a relu, units that pass nothing on and through which no gradient flows.")
          .along(Axes.LAYER)
          .agreeing(Agreement.OF_A_COUNT);

  static final Quantity MEAN =
      inLayer("channel_mean", "channel mean", "μ_c", "The mean of a channel", "Figure 4")
          .along(Axes.CHANNEL)
          .agreeing(Agreement.UNJUDGED);

  static final Quantity DEVIATION =
      inLayer(
              "channel_deviation",
              "channel deviation",
              "σ_c",
              "The standard deviation of a channel",
              "Figure 4")
          .along(Axes.CHANNEL)
          .agreeing(Agreement.UNJUDGED);

  static final List<Quantity> ALL =
      List.of(
          Axes.LAYER,
          Axes.CHANNEL,
          MEAN_SIZE,
          MEAN_DEVIATION,
          LARGEST_MEAN,
          LARGEST_DEVIATION,
          DEAD,
          MEAN,
          DEVIATION);

  private ChannelQuantities() {}

  private static Quantity inLayer(
      String name, String label, String symbol, String what, String figure) {
    return Quantity.of(name, label, symbol, Units.ACTIVATION, what + WHERE)
        .from(PAPER + figure)
        .along(Axes.LAYER);
  }
}
