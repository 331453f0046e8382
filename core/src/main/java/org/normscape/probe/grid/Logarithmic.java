package org.normscape.probe.grid;

import com.google.auto.service.AutoService;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.IntStream;
import org.normscape.component.Components;

/**
 * Places at equal ratios, ends included; those between are rounded to twelve digits.
 *
 * @param from the first; greater than 0
 * @param to the last
 * @param count how many
 */
@AutoService(Grid.class)
public record Logarithmic(double from, double to, int count) implements Grid {

  private static final MathContext DIGITS = new MathContext(12);

  public Logarithmic {
    Components.positive(Logarithmic.class, "from", from);
    Components.require(
        Double.isFinite(to) && from < to,
        Logarithmic.class,
        "to",
        "must be finite and greater than from, %s".formatted(from),
        to);
    Components.require(count >= 2, Logarithmic.class, "count", "must be at least 2", count);
  }

  /** Thirteen places from 1/64 to 64: powers of two. */
  public Logarithmic() {
    this(1.0 / 64, 64, 13);
  }

  @Override
  public List<Double> places() {
    return IntStream.range(0, count).mapToObj(this::place).toList();
  }

  private double place(int i) {
    return i == 0 ? from : i == count - 1 ? to : between(i / (count - 1.0));
  }

  private double between(double share) {
    double place = from * StrictMath.pow(to / from, share);
    return new BigDecimal(place).round(DIGITS).doubleValue();
  }
}
