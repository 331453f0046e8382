package org.normscape.experiments.report.figure;

/**
 * How numbers are arranged in panels.
 *
 * @param title of the panel; where there are several, what stands before the name of each. Empty:
 *     the quantity's label
 * @param x what runs along the horizontal axis: {@code step}, {@code layer}, or an axis of the
 *     quantity such as {@code epsilon}
 * @param colour what the colours tell apart: {@code cell}, {@code seed}, {@code quantity}, {@code
 *     step}, {@code layer} or an axis
 * @param panels what has a panel each: {@code one}, {@code cell}, {@code seed}, {@code step},
 *     {@code layer} or an axis
 * @param xScale the scale of the horizontal axis
 * @param yScale the scale of the vertical axis
 * @param label of the vertical axis. Empty: the quantity's own, with its unit
 */
public record Arrangement(
    String title,
    String x,
    String colour,
    String panels,
    Scaling xScale,
    Scaling yScale,
    String label) {

  /** One panel over the steps, a colour a cell, scales that fit. */
  public Arrangement() {
    this("", "step", "cell", "one", Scaling.AUTO, Scaling.AUTO, "");
  }

  /** The same with another horizontal axis and another scale of the vertical one. */
  public Arrangement over(String axis, Scaling vertical) {
    return new Arrangement(title, axis, colour, panels, xScale, vertical, label);
  }

  /** The same with a panel for each value of a dimension. */
  public Arrangement panelled(String dimension) {
    return new Arrangement(title, x, colour, dimension, xScale, yScale, label);
  }

  /** The same with another text beside the vertical axis, unless there is one. */
  public Arrangement labelled(String text) {
    return label.isEmpty() ? new Arrangement(title, x, colour, panels, xScale, yScale, text) : this;
  }

  /** What runs along the horizontal axis. */
  public Dimension across() {
    return new Dimension(x);
  }

  /** What the colours tell apart. */
  public Dimension told() {
    return new Dimension(colour);
  }

  /** What has a panel each. */
  public Dimension panelled() {
    return new Dimension(panels);
  }
}
