package org.normscape.experiments.report.figure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.normscape.experiments.report.drawing.Drawing.Swatch;
import org.normscape.experiments.report.drawing.Palette;
import org.normscape.experiments.report.drawing.Style;
import org.normscape.experiments.report.metrics.Metrics;

/**
 * What the values of a dimension look like: names differ by colour, dash and marker, places run
 * along a ramp of colours.
 *
 * @param byKey the style of each value, in order
 */
public record Styles(Map<Key, Style> byKey) {

  private static final int KEYS = 5;

  public Styles {
    byKey = new LinkedHashMap<>(byKey);
  }

  /** The styles of a dimension; a cell has the same one in every figure of a report. */
  public static Styles of(Dimension dimension, Table table, Metrics metrics) {
    List<Key> keys =
        dimension.equals(Dimension.CELL)
            ? metrics.cells().stream().map(cell -> new Key(cell, 0)).toList()
            : table.keys(dimension);
    Map<Key, Style> styles = new LinkedHashMap<>();
    for (Key key : keys) {
      styles.put(
          key,
          dimension.isNamed()
              ? Palette.kind(styles.size())
              : Style.plain(Palette.ramp(share(key, keys))));
    }
    return new Styles(styles);
  }

  private static double share(Key key, List<Key> keys) {
    double first = keys.get(0).place();
    double last = keys.get(keys.size() - 1).place();
    return last == first ? 0 : (key.place() - first) / (last - first);
  }

  /** The style of a value. */
  public Style of(Key key) {
    return Objects.requireNonNull(byKey.get(key), () -> "no style for " + key);
  }

  /** The entries of a legend: all names, or a few of the places. */
  public List<Swatch> legend(Dimension dimension, Words words) {
    List<Swatch> all =
        byKey.entrySet().stream()
            .map(e -> new Swatch(words.name(dimension, e.getKey()), e.getValue()))
            .filter(swatch -> !swatch.name().isEmpty())
            .toList();
    int last = all.size() - 1;
    return dimension.isNamed() || last < KEYS
        ? all
        : IntStream.range(0, KEYS).mapToObj(i -> all.get(i * last / (KEYS - 1))).toList();
  }
}
