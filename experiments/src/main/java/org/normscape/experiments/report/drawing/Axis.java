package org.normscape.experiments.report.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What an axis shows, with its unit, and how.
 *
 * @param label what and in which unit
 * @param scale how values are laid out
 * @param range from where to where, or null to take it from what is drawn
 * @param ticks the places that have a name; none where places are numbers
 */
public record Axis(String label, Scale scale, @Nullable Range range, List<Tick> ticks) {

  /** So many names of a row are written. */
  private static final int WRITTEN = 5;

  /**
   * A place on an axis with what is written there.
   *
   * @param at the value on the axis
   * @param label the text
   */
  public record Tick(double at, String label) {}

  public Axis {
    ticks = List.copyOf(ticks);
  }

  /** An axis as long as what is drawn needs. */
  public static Axis of(String label, Scale scale) {
    return new Axis(label, scale, null, List.of());
  }

  /** An axis of names, at 0, 1, 2 and so on. */
  public static Axis named(String label, List<String> names) {
    List<Tick> ticks = new ArrayList<>();
    names.forEach(name -> ticks.add(new Tick(ticks.size(), name)));
    return new Axis(label, Scale.LINEAR, new Range(-0.5, names.size() - 0.5), ticks);
  }

  /**
   * As {@link #named}, of names that are read as a row: where there are many, only some of them are
   * written, the first and the last among them.
   */
  public static Axis row(String label, List<String> names) {
    Axis all = named(label, names);
    int last = names.size() - 1;
    if (last < WRITTEN) {
      return all;
    }
    List<Tick> some =
        IntStream.range(0, WRITTEN).mapToObj(i -> all.ticks.get(i * last / (WRITTEN - 1))).toList();
    return new Axis(label, all.scale, all.range, some);
  }

  /** The same from here to there. */
  public Axis over(Range ends) {
    return new Axis(label, scale, ends, ticks);
  }
}
