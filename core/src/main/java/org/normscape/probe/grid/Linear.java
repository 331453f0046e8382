package org.normscape.probe.grid;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.stream.IntStream;
import org.normscape.component.Components;

/**
 * Places at equal distances, ends included.
 *
 * @param from the first
 * @param to the last
 * @param count how many
 */
@AutoService(Grid.class)
public record Linear(double from, double to, int count) implements Grid {

  public Linear {
    Components.require(
        Double.isFinite(to - from) && from < to,
        Linear.class,
        "to",
        "must be finite and greater than from, %s".formatted(from),
        to);
    Components.require(count >= 2, Linear.class, "count", "must be at least 2", count);
  }

  /** Twenty-one places from −1 to 1. */
  public Linear() {
    this(-1, 1, 21);
  }

  @Override
  public List<Double> places() {
    return IntStream.range(0, count).mapToObj(i -> from + (to - from) * i / (count - 1)).toList();
  }
}
