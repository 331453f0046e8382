package org.normscape.experiments.spec;

/**
 * A figure over the training steps, one colour a cell.
 *
 * @param name the name of its files
 * @param title what it shows
 * @param metric the metric it shows
 * @param shape how the values of one step are drawn
 * @param axis the scale of the vertical axis
 */
public record FigureSpec(String name, String title, String metric, Shape shape, Axis axis) {

  /** How the values of one step are drawn. */
  public enum Shape {
    /** From the least to the greatest. */
    BAND,
    /** The greatest. */
    MAX_LINE,
    /** The only one. */
    LINE
  }

  /** The scale of an axis. */
  public enum Axis {
    LINEAR,
    LOGARITHMIC
  }
}
