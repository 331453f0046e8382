package org.normscape.probe.signal;

import java.util.List;
import java.util.stream.Stream;
import org.normscape.params.Parameters;
import org.normscape.probe.Agreement;
import org.normscape.probe.Axes;
import org.normscape.probe.Measurement;
import org.normscape.probe.Quantity;
import org.normscape.probe.Reading;
import org.normscape.probe.Statistic;
import org.normscape.probe.Units;

/**
 * What {@link BranchVariance} measured at one point.
 *
 * @param blocks by path, in the order in which data flows
 */
public record MeasuredBranches(Parameters<Block> blocks) implements Measurement {

  private static final String PAPER = "De and Smith (NeurIPS 2020)";
  private static final String WHERE =
      " on the measured batch: the mean over channels of the variance of a channel over examples and positions.";

  static final Quantity OF_BRANCH =
      ofBlock(
          "branch_variance",
          "variance of the branch",
          "Var[f(x)]",
          "activation²",
          "The variance of what a residual branch gives," + WHERE);

  static final Quantity OF_SKIP =
      ofBlock(
          "skip_variance",
          "variance along the shortcut",
          "Var[x]",
          "activation²",
          "The variance of what comes along the shortcut around a residual branch," + WHERE);

  static final Quantity RATIO =
      ofBlock(
              "branch_variance_ratio",
              "variance of the branch over that along the shortcut",
              "Var[f(x)] ∕ Var[x]",
              Units.ONE,
              "The variance of what a residual branch gives over that of what comes along the shortcut around it, each"
                  + WHERE)
          .summedUp(Statistic.MEDIAN, "branch over shortcut variance, median");

  static final List<Quantity> QUANTITIES = List.of(Axes.LAYER, OF_BRANCH, OF_SKIP, RATIO);

  private static Quantity ofBlock(
      String name, String label, String symbol, String unit, String definition) {
    return Quantity.of(name, label, symbol, unit, definition)
        .from(PAPER)
        .along(Axes.LAYER)
        .agreeing(
            Agreement.relative(1e-9, 2e-3, 5e-2, "squares of activations, as their deviations"));
  }

  /**
   * One block.
   *
   * @param branch the variance of what its branch gives
   * @param skip that of what comes along its shortcut
   */
  public record Block(double branch, double skip) {}

  @Override
  public List<Reading> readings() {
    return blocks.byPath().entrySet().stream()
        .flatMap(
            at ->
                Stream.of(
                    Reading.of(OF_BRANCH, at.getKey(), at.getValue().branch()),
                    Reading.of(OF_SKIP, at.getKey(), at.getValue().skip()),
                    Reading.of(RATIO, at.getKey(), at.getValue().branch() / at.getValue().skip())))
        .toList();
  }
}
