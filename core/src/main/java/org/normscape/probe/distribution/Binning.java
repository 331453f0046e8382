package org.normscape.probe.distribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.normscape.component.Components;
import org.normscape.probe.Agreement;
import org.normscape.probe.Axes;
import org.normscape.probe.Quantity;
import org.normscape.probe.Reading;
import org.normscape.probe.Units;

/**
 * How a distribution is written down.
 *
 * @param bins how many bins a histogram has at most; none where it is 0. There is one more where
 *     the width of bins would have to be no power of two, and there are at least half as many
 * @param quantiles the shares whose quantiles are recorded, in (0, 1): 0.5 is the median
 */
public record Binning(int bins, List<Double> quantiles) {

  private static final Agreement ROUNDED =
      Agreement.relative(
          1e-8, 1e-2, 1e-1, "a number among many in order, which rounding puts elsewhere");

  /** The share whose quantile is given. */
  static final Quantity SHARE =
      Quantity.of(
          "quantile_share",
          "share",
          "p",
          Units.ONE,
          "The share of numbers that are at most as large as the quantile.");

  public Binning {
    quantiles = List.copyOf(quantiles);
    Components.require(bins >= 0, Binning.class, "bins", "must be at least 0", bins);
    Components.require(
        bins > 0 || !quantiles.isEmpty(),
        Binning.class,
        "bins",
        "must be at least 1 where there are no quantiles",
        bins);
    quantiles.forEach(
        share ->
            Components.require(
                share > 0 && share < 1,
                Binning.class,
                "quantiles",
                "must be greater than 0 and less than 1",
                share));
  }

  /**
   * Sixty-four bins; the quantiles of Ioffe and Szegedy's Figure 1 (15, 50 and 85 in a hundred) and
   * those of the middle half and the middle nine tenths.
   */
  public Binning() {
    this(64, List.of(0.05, 0.15, 0.25, 0.5, 0.75, 0.85, 0.95));
  }

  /** The quantities of one kind of number. */
  record Of(Quantity bin, Quantity histogram, Quantity quantile) {

    /**
     * Declares them.
     *
     * @param name what they start with, such as {@code activation}
     * @param what what is counted, such as {@code activations}
     * @param bin the name of the axis of bins
     * @param paper the source of the histogram
     */
    static Of numbers(String name, String what, String bin, String unit, String paper) {
      Quantity axis =
          Quantity.of(
                  bin,
                  what,
                  "",
                  unit,
                  "The middle of a bin of the histogram; the width of bins is a power of two, and they start at multiples of it.")
              .agreeing(ROUNDED);
      return new Of(
          axis,
          Quantity.of(
                  name + "_histogram",
                  "histogram of " + what,
                  "",
                  Units.ONE,
                  "The share of %s that lie in a bin, on the measured batch.".formatted(what))
              .from(paper)
              .along(Axes.LAYER, axis)
              .agreeing(Agreement.UNJUDGED),
          Quantity.of(
                  name + "_quantile",
                  "quantile of " + what,
                  "",
                  unit,
                  "The smallest of the %s that is not less than the given share of them, on the measured batch."
                      .formatted(what))
              .from("Ioffe and Szegedy (ICML 2015), Figure 1, for 0.15, 0.5 and 0.85")
              .along(Axes.LAYER, SHARE)
              .agreeing(Agreement.UNJUDGED));
    }

    List<Quantity> all() {
      return List.of(Axes.LAYER, bin, SHARE, histogram, quantile);
    }
  }

  /** The numbers of a part of the network, as they are recorded. */
  List<Reading> readings(Of quantities, String part, Sample sample) {
    List<Reading> readings = new ArrayList<>();
    if (bins > 0) {
      Histogram.of(sample, bins)
          .shares()
          .forEach(
              (middle, share) ->
                  readings.add(
                      new Reading(
                          quantities.histogram(),
                          part,
                          share,
                          Map.of(quantities.bin().name(), middle))));
    }
    for (double share : quantiles) {
      readings.add(
          new Reading(
              quantities.quantile(), part, sample.quantile(share), Map.of(SHARE.name(), share)));
    }
    return readings;
  }
}
