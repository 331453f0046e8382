package org.normscape.experiments.report.drawing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.normscape.experiments.report.drawing.Axis.Tick;

/**
 * The places along an axis that are labelled: round numbers, {@value #FEWEST} or more, on a
 * logarithmic axis of less than a decade as well; two where there is no room for a third.
 */
public final class Ticks {

  static final int FEWEST = 3;

  private static final List<Integer> STEPS = List.of(1, 2, 5);
  private static final int NO_MORE_DECADES = 400;

  private Ticks() {}

  /**
   * The ticks of an axis.
   *
   * @param range what it shows
   * @param most how many there is room for, at least {@value #FEWEST}
   */
  public static List<Tick> of(Axis axis, Range range, int most) {
    if (!axis.ticks().isEmpty()) {
      return axis.ticks();
    }
    List<Double> places =
        axis.scale() == Scale.LINEAR ? linear(range, most) : logarithmic(range, most);
    return places.stream().map(at -> new Tick(at, text(at))).toList();
  }

  /** The finest even steps of 1, 2 or 5 times a power of ten for which there is room. */
  private static List<Double> linear(Range range, int most) {
    double span = range.high() - range.low();
    int coarsest = (int) Math.floor(Math.log10(span)) + 1;
    List<Double> best = List.of();
    for (int exponent = coarsest; exponent >= coarsest - 3; exponent--) {
      for (int i = STEPS.size() - 1; i >= 0; i--) {
        List<Double> ticks = multiples(range, STEPS.get(i), exponent);
        if (ticks.size() > most && best.size() >= FEWEST) {
          return best;
        }
        best = ticks;
      }
    }
    return best;
  }

  private static List<Double> multiples(Range range, int digit, int exponent) {
    BigDecimal step = BigDecimal.valueOf(digit).scaleByPowerOfTen(exponent);
    double first = Math.ceil(range.low() / step.doubleValue() - 1e-9);
    double last = Math.floor(range.high() / step.doubleValue() + 1e-9);
    return Stream.iterate(first, n -> n <= last, n -> n + 1)
        .map(n -> step.multiply(BigDecimal.valueOf(n)).doubleValue())
        .toList();
  }

  /** Powers of ten, or some of their multiples where there is room, or even steps. */
  private static List<Double> logarithmic(Range range, int most) {
    List<List<Double>> choices = new ArrayList<>();
    choices.add(decades(range, 1, IntStream.rangeClosed(1, 9).boxed().toList()));
    choices.add(decades(range, 1, STEPS));
    choices.add(decades(range, 1, List.of(1, 3)));
    Stream.of(1, 2, 3, 5, 10, 20, 50, 100)
        .map(stride -> decades(range, stride, List.of(1)))
        .forEach(choices::add);
    return fitting(choices, FEWEST, most)
        .or(() -> fitting(choices, FEWEST - 1, most).filter(few -> crowds(range)))
        .orElseGet(() -> linear(range, most));
  }

  /** Whether even steps crowd at the upper end: where there is a decade or more. */
  private static boolean crowds(Range range) {
    return range.high() >= 10 * range.low();
  }

  private static Optional<List<Double>> fitting(List<List<Double>> choices, int fewest, int most) {
    return choices.stream()
        .filter(ticks -> ticks.size() >= fewest && ticks.size() <= most)
        .findFirst();
  }

  private static List<Double> decades(Range range, int stride, List<Integer> digits) {
    int first = (int) Math.floor(Math.log10(range.low()));
    int last = Math.min((int) Math.ceil(Math.log10(range.high())), first + NO_MORE_DECADES);
    IntFunction<Stream<Double>> decade =
        exponent ->
            digits.stream()
                .map(d -> BigDecimal.valueOf(d).scaleByPowerOfTen(exponent).doubleValue());
    return IntStream.rangeClosed(first, last)
        .filter(exponent -> Math.floorMod(exponent, stride) == 0)
        .boxed()
        .flatMap(decade::apply)
        .filter(value -> value >= range.low() && value <= range.high())
        .toList();
  }

  private static String text(double value) {
    double size = Math.abs(value);
    BigDecimal exact = BigDecimal.valueOf(value).stripTrailingZeros();
    if (size == 0) {
      return "0";
    }
    return size >= 1e-3 && size < 1e5
        ? exact.toPlainString()
        : exact.unscaledValue().toString().length() == 1
            ? exact.unscaledValue() + "e" + -exact.scale()
            : scientific(exact);
  }

  private static String scientific(BigDecimal exact) {
    int exponent = exact.precision() - exact.scale() - 1;
    return exact.scaleByPowerOfTen(-exponent).toPlainString() + "e" + exponent;
  }

  /** The largest number of labels of this length for which an axis has room. */
  public static int room(double length, double label) {
    return Collections.max(List.of(FEWEST, (int) (length / label)));
  }
}
