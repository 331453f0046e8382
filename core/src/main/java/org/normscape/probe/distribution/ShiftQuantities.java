package org.normscape.probe.distribution;

import java.util.List;
import org.normscape.probe.Agreement;
import org.normscape.probe.Axes;
import org.normscape.probe.Quantity;
import org.normscape.probe.Statistic;
import org.normscape.probe.Units;

/**
 * What {@link MeasuredShift} consists of, for one of its two spans.
 *
 * @param distance Wasserstein-1
 * @param relativeDistance the same in deviations
 * @param mean how far means move
 * @param variance how far variances move
 * @param channelMean the change of each mean
 * @param channelVariance the change of each variance
 */
record ShiftQuantities(
    Quantity distance,
    Quantity relativeDistance,
    Quantity mean,
    Quantity variance,
    Quantity channelMean,
    Quantity channelVariance) {

  private static final String FIGURE = "Santurkar et al. (NeurIPS 2018), Figure 8";
  private static final String SQUARE = "activation²";

  /** From the last measurement to this one. */
  static final ShiftQuantities STEP =
      between("step", "since the last measurement", "the last measurement", "t−1");

  /** From the first measurement to this one. */
  static final ShiftQuantities DRIFT =
      between("drift", "since the first measurement", "the first measurement", "0");

  private static ShiftQuantities between(String name, String since, String then, String index) {
    String batches = " between %s and this one, each on its measured batch.".formatted(then);
    String over = "The mean over the channels of a layer of the ";
    String meanSymbol = "μₜ − μ_" + index;
    String varianceSymbol = "σ²ₜ − σ²_" + index;
    return new ShiftQuantities(
        layer(
                "wasserstein_" + name,
                "Wasserstein distance " + since,
                "E_c W₁",
                Units.ACTIVATION,
                over
                    + "Wasserstein-1 distance, by quantiles, of the distributions of the channel"
                    + batches)
            .from("Kantorovich and Rubinstein (1958)"),
        layer(
                "wasserstein_" + name + "_relative",
                "relative Wasserstein distance " + since,
                "E_c W₁/σ_c",
                Units.ONE,
                over
                    + "Wasserstein-1 distance, by quantiles and in standard deviations at the first of the two,"
                    + batches
                    + " Channels that were constant then are left out.")
            .summedUp(
                Statistic.MEDIAN, "relative Wasserstein distance %s, median".formatted(since)),
        layer(
                "moment_" + name + "_mean",
                "change of channel means " + since,
                "E_c |%s|".formatted(meanSymbol),
                Units.ACTIVATION,
                over + "size of the change of the mean" + batches)
            .from(FIGURE),
        layer(
                "moment_" + name + "_variance",
                "change of channel variances " + since,
                "E_c |%s|".formatted(varianceSymbol),
                SQUARE,
                over + "size of the change of the variance" + batches)
            .from(FIGURE),
        layer(
                "channel_mean_" + name,
                "change of a channel mean " + since,
                meanSymbol,
                Units.ACTIVATION,
                "The change of the mean of a channel" + batches)
            .from(FIGURE)
            .along(Axes.CHANNEL)
            .agreeing(Agreement.UNJUDGED),
        layer(
                "channel_variance_" + name,
                "change of a channel variance " + since,
                varianceSymbol,
                SQUARE,
                "The change of the variance of a channel" + batches)
            .from(FIGURE)
            .along(Axes.CHANNEL)
            .agreeing(Agreement.UNJUDGED));
  }

  private static Quantity layer(
      String name, String label, String symbol, String unit, String definition) {
    return Quantity.of(name, label, symbol, unit, definition)
        .along(Axes.LAYER)
        .agreeing(
            Agreement.absolute(
                1e-9,
                2e-3,
                5e-2,
                "a difference of activations, wherever a unit is on its other side"));
  }

  List<Quantity> all() {
    return List.of(distance, relativeDistance, mean, variance, channelMean, channelVariance);
  }
}
