package org.normscape.experiments.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.normscape.experiments.report.drawing.Axis;
import org.normscape.experiments.report.drawing.Range;
import org.normscape.experiments.report.drawing.Scale;
import org.normscape.experiments.report.figure.GridPanels.Plane;

/**
 * Numbers over two dimensions: at each pair of places the median of what was measured there.
 *
 * @param xs the places along the horizontal axis
 * @param ys the places along the vertical axis
 * @param columns for each of {@code xs}, the value at each of {@code ys}; NaN where there is none
 */
public record Grid(Side xs, Side ys, List<List<Double>> columns) {

  /**
   * The places along one axis.
   *
   * @param keys in order
   * @param axis the axis that they lie on
   */
  public record Side(List<Key> keys, Axis axis) {

    /** A side along a dimension: names stand at 0, 1, 2 and so on. */
    static Side of(Dimension dimension, Table table, Scaling scaling, Words words) {
      List<Key> keys = table.keys(dimension);
      List<String> names = keys.stream().map(key -> words.name(dimension, key)).toList();
      String label = words.axis(dimension);
      List<Double> places = keys.stream().map(Key::place).toList();
      return dimension.isNamed()
          ? new Side(
              IntStream.range(0, keys.size()).mapToObj(i -> new Key(names.get(i), i)).toList(),
              Axis.named(label, names))
          : new Side(keys, Axis.of(label, scaling.of(places)));
    }

    /** How many places there are. */
    public int size() {
      return keys.size();
    }

    /** The place with a number. */
    public double at(int index) {
      return keys.get(index).place();
    }

    /** From halfway to the place before to halfway to the place after. */
    public Range around(int index) {
      int last = size() - 1;
      if (last == 0) {
        return new Range(value(place(0) - 0.5), value(place(0) + 0.5));
      }
      double before = index == 0 ? 2 * place(0) - place(1) : place(index - 1);
      double after = index == last ? 2 * place(last) - place(last - 1) : place(index + 1);
      double here = place(index);
      return new Range(value((before + here) / 2), value((here + after) / 2));
    }

    private double place(int index) {
      return axis.scale().place(at(index));
    }

    private double value(double place) {
      return axis.scale() == Scale.LINEAR ? place : Math.pow(10, place);
    }
  }

  /** The grid of a table. */
  static Grid of(Table table, Plane plane, Words words) {
    Side xs = Side.of(plane.x(), table, plane.xScale(), words);
    Side ys = Side.of(plane.y(), table, plane.yScale(), words);
    List<Key> rows = table.keys(plane.y());
    List<List<Double>> columns = new ArrayList<>();
    for (Table column : table.by(plane.x()).values()) {
      Map<Key, Table> places = column.by(plane.y());
      columns.add(
          rows.stream()
              .map(
                  key ->
                      Optional.ofNullable(places.get(key))
                          .map(t -> t.spread().median())
                          .orElse(Double.NaN))
              .toList());
    }
    return new Grid(xs, ys, columns);
  }

  /** The value at a pair of places. */
  public double at(int x, int y) {
    return columns.get(x).get(y);
  }
}
