package org.normscape.experiments.report.drawing;

import java.awt.Color;
import java.util.List;
import java.util.Locale;

/**
 * The colours of figures, told apart by readers with any colour vision and seen on white and on a
 * dark page: after Okabe and Ito for kinds ("Color universal design", 2008), viridis for an ordered
 * quantity (van der Walt and Smith, 2015). Kinds differ by dash and marker too.
 */
public final class Palette {

  private static final List<Ink> KINDS =
      List.of(
          new Ink("#D55E00", "#FF8A3D"),
          new Ink("#0072B2", "#4DB2F0"),
          new Ink("#008560", "#2FD3A3"),
          new Ink("#AA4499", "#E79CC6"),
          new Ink("#8F6A00", "#F2C94C"),
          new Ink("#332288", "#B4A7F5"),
          new Ink("#555555", "#C0C0C0"));

  private static final List<List<Integer>> DASHES =
      List.of(List.of(), List.of(8, 4), List.of(2, 3), List.of(9, 3, 2, 3));

  private static final List<Marker> MARKERS =
      List.of(Marker.CIRCLE, Marker.DIAMOND, Marker.SQUARE, Marker.TRIANGLE);

  private static final List<String> VIRIDIS =
      List.of(
          "#440154", "#482878", "#3E4A89", "#31688E", "#26828E", "#1F9E89", "#35B779", "#6DCD59",
          "#B4DE2C", "#FDE725");

  /** The parts of the ramp that are seen on white, and on a dark page. */
  private static final double LIGHTEST = 0.58;

  private static final double DARKEST = 0.42;

  private Palette() {}

  /** The style of the kind at a place in their order; colours repeat last, dashes first. */
  public static Style kind(int index) {
    return new Style(
        KINDS.get(index % KINDS.size()),
        DASHES.get(index % DASHES.size()),
        MARKERS.get(index % MARKERS.size()));
  }

  /** The colour of lines that mean no kind. */
  public static Ink neutral() {
    return new Ink("#222222", "#E8EBEE");
  }

  /** The colour of lines upon shades. */
  public static Ink contour() {
    return new Ink("#FFFFFF", "#FFFFFF");
  }

  /** The colour of a line for a share, from 0 to 1, between a smallest and a largest value. */
  public static Ink ramp(double share) {
    return new Ink(viridis(LIGHTEST * share), viridis(DARKEST + (1 - DARKEST) * share));
  }

  /** The colour of an area for such a share. */
  public static Ink shade(double share) {
    return new Ink(viridis(share), viridis(share));
  }

  private static String viridis(double share) {
    double place = Math.max(0, Math.min(1, share)) * (VIRIDIS.size() - 1);
    int below = Math.min((int) place, VIRIDIS.size() - 2);
    double weight = place - below;
    Color from = Color.decode(VIRIDIS.get(below));
    Color to = Color.decode(VIRIDIS.get(below + 1));
    return String.format(
        Locale.ROOT,
        "#%02X%02X%02X",
        mixed(from.getRed(), to.getRed(), weight),
        mixed(from.getGreen(), to.getGreen(), weight),
        mixed(from.getBlue(), to.getBlue(), weight));
  }

  private static int mixed(int from, int to, double weight) {
    return (int) Math.round(from + (to - from) * weight);
  }
}
