package org.normscape.experiments.report.drawing;

import java.util.List;

/**
 * A figure as it is drawn: panels under one title and one legend. The picture and the page are two
 * renderings of it.
 *
 * @param name what its files are called
 * @param title one line
 * @param caption what is shown, in sentences
 * @param legend what the styles mean; a name here is the name of marks in the panels
 * @param panels side by side
 * @param quantities the names of the quantities that it is drawn from
 */
public record Drawing(
    String name,
    String title,
    String caption,
    List<Swatch> legend,
    List<Panel> panels,
    List<String> quantities) {

  /**
   * One entry of the legend.
   *
   * @param name the text
   * @param style how the curve looks
   */
  public record Swatch(String name, Style style) {}

  public Drawing {
    legend = List.copyOf(legend);
    panels = List.copyOf(panels);
    quantities = List.copyOf(quantities);
  }
}
