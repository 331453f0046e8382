package org.normscape.experiments.report.figure;

import java.util.List;
import java.util.stream.IntStream;
import org.normscape.experiments.report.drawing.Drawing.Swatch;
import org.normscape.experiments.report.drawing.Ink;
import org.normscape.experiments.report.drawing.Palette;
import org.normscape.experiments.report.drawing.Panel.Tile;
import org.normscape.experiments.report.drawing.Range;
import org.normscape.experiments.report.drawing.Scale;
import org.normscape.experiments.report.drawing.Style;
import org.normscape.experiments.report.metrics.Numbers;

/**
 * Which colour stands for which value.
 *
 * @param scale how values are laid out along the ramp of colours
 * @param range from the first colour to the last
 */
public record Shading(Scale scale, Range range) {

  private static final int KEYS = 5;

  /** The shading of these values. */
  public static Shading of(Scaling scaling, List<Double> values) {
    Scale scale = scaling.of(values);
    return new Shading(scale, scale.across(values));
  }

  /** The value at a share, from 0 to 1, of the ramp. */
  public double at(double share) {
    double low = scale.place(range.low());
    double place = low + share * (scale.place(range.high()) - low);
    return scale == Scale.LINEAR ? place : Math.pow(10, place);
  }

  private Ink ink(double value) {
    double low = scale.place(range.low());
    return Palette.shade((scale.place(value) - low) / (scale.place(range.high()) - low));
  }

  /** Paints every place of a grid that has a value. */
  public void paint(Grid grid, Marks marks) {
    for (int x = 0; x < grid.xs().size(); x++) {
      for (int y = 0; y < grid.ys().size(); y++) {
        double value = grid.at(x, y);
        if (scale.shows(value)) {
          marks.tile(new Tile("", grid.xs().around(x), grid.ys().around(y), ink(value), value));
        }
      }
    }
  }

  /** A few colours with their values; the first one says of which quantity. */
  public List<Swatch> legend(String quantity) {
    return IntStream.range(0, KEYS)
        .mapToObj(
            i -> {
              double value = at((double) i / (KEYS - 1));
              String name = (i == 0 ? quantity + ": " : "") + Numbers.text(value);
              return new Swatch(name, Style.plain(ink(value)));
            })
        .toList();
  }
}
