package org.normscape.experiments.report.figure;

import java.util.List;
import java.util.function.Function;
import org.normscape.experiments.report.figure.Figure.Range;

/** The labels of a logarithmic axis: as many in each decade as there is room for. */
final class DecadeLabels implements Function<Double, String> {

  private static final List<Integer> ALL = List.of(1, 2, 3, 4, 5, 6, 7, 8, 9);
  private static final List<Integer> SOME = List.of(1, 2, 5);
  private static final List<Integer> ONE = List.of(1);

  private final List<Integer> digits;

  DecadeLabels(Range range) {
    double decades = Math.log10(range.high() / range.low());
    this.digits = decades < 0.7 ? ALL : decades < 2.5 ? SOME : ONE;
  }

  @Override
  public String apply(Double value) {
    int exponent = (int) Math.floor(Math.log10(value) + 1e-9);
    int digit = (int) Math.round(value / Math.pow(10, exponent));
    if (!digits.contains(digit)) {
      return "";
    }
    return exponent < -3 || exponent > 4
        ? digit + "e" + exponent
        : String.valueOf(digit * Math.pow(10, exponent)).replaceFirst("\\.0$", "");
  }
}
