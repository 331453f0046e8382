package org.normscape.experiments.report.figure;

import java.awt.Color;
import java.util.List;

/**
 * The colours of figures, told apart by readers with any colour vision: Okabe and Ito's set for
 * cells ("Color universal design", 2008), and viridis (van der Walt and Smith, 2015) for an ordered
 * quantity.
 */
public final class Palette {

  private static final List<Ink> CELLS =
      List.of(
          new Ink("#D55E00", "#FF8A3D"),
          new Ink("#0072B2", "#4DB2F0"),
          new Ink("#009E73", "#2FD3A3"),
          new Ink("#AA4499", "#E79CC6"),
          new Ink("#B8860B", "#F2C94C"),
          new Ink("#56B4E9", "#9AD6F7"),
          new Ink("#555555", "#C0C0C0"));

  private static final List<String> VIRIDIS =
      List.of(
          "#440154", "#482878", "#3E4A89", "#31688E", "#26828E", "#1F9E89", "#35B779", "#6DCD59",
          "#B4DE2C", "#FDE725");

  private Palette() {}

  /** The colour of the cell at a place in the order of cells; after the last, the first again. */
  public static Ink cell(int index) {
    return CELLS.get(index % CELLS.size());
  }

  /** The colour of a quantity's share, from 0 to 1, between its smallest and largest value. */
  static Ink ramp(double share) {
    return new Ink(viridis(0.85 * share), viridis(0.25 + 0.75 * share));
  }

  private static String viridis(double share) {
    double place = share * (VIRIDIS.size() - 1);
    int below = Math.min((int) place, VIRIDIS.size() - 2);
    double weight = place - below;
    Color from = Color.decode(VIRIDIS.get(below));
    Color to = Color.decode(VIRIDIS.get(below + 1));
    return "#%02X%02X%02X"
        .formatted(
            mixed(from.getRed(), to.getRed(), weight),
            mixed(from.getGreen(), to.getGreen(), weight),
            mixed(from.getBlue(), to.getBlue(), weight));
  }

  private static int mixed(int from, int to, double weight) {
    return (int) Math.round(from + (to - from) * weight);
  }
}
