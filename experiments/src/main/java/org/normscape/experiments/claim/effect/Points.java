package org.normscape.experiments.claim.effect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.normscape.component.Components;
import org.normscape.experiments.claim.evidence.Evidence;
import org.normscape.experiments.claim.evidence.Measurable;
import org.normscape.experiments.claim.evidence.Selection;
import org.normscape.experiments.report.figure.Dimension;
import org.normscape.experiments.report.figure.Key;
import org.normscape.experiments.report.figure.Table;

/**
 * Points through which a straight line is put by least squares.
 *
 * @param of what stands on the vertical axis: a number for each point
 * @param cells the networks that give a point each; none where the points lie inside one network
 * @param against what stands on the horizontal axis: with {@code cells} a key of their settings
 *     that is a number, such as {@code optimizer.learning-rate}; without, {@code step} or an axis
 *     of the quantity, where layers count 1, 2, 3 … in the order in which data flows
 * @param xScale how the horizontal axis is counted
 * @param yScale how the vertical axis is counted
 */
public record Points(
    Selection of, List<String> cells, String against, Counting xScale, Counting yScale) {

  /** Points that are still to be named, on linear axes. */
  public Points() {
    this(new Selection(), List.of(), "", Counting.LINEAR, Counting.LINEAR);
  }

  public Points {
    cells = List.copyOf(cells);
    Components.require(
        cells.size() != 1,
        Points.class,
        "cells",
        "must be two names at least, or none",
        cells,
        "name the cell in the selection where the points lie inside one cell");
  }

  List<Selection> selections() {
    return cells.isEmpty() ? List.of(of) : cells.stream().map(of::in).toList();
  }

  void check(String key, Measurable measurable) {
    selections().forEach(one -> measurable.selection(key + ".of", one));
    if (cells.isEmpty()) {
      measurable.axis(key + ".against", of.quantity(), against);
    } else {
      measurable.setting(key + ".against", against, cells);
    }
  }

  /** The line; its slope is no number where it goes through fewer than two places. */
  SimpleRegression line(Evidence evidence) {
    SimpleRegression line = new SimpleRegression();
    for (double[] point : cells.isEmpty() ? inside(evidence) : across(evidence)) {
      line.addData(xScale.of(point[0]), yScale.of(point[1]));
    }
    return line;
  }

  private List<double[]> across(Evidence evidence) {
    return cells.stream()
        .map(
            cell ->
                new double[] {
                  evidence.settings().number(cell, against).orElse(Double.NaN),
                  of.in(cell).value(evidence)
                })
        .toList();
  }

  private List<double[]> inside(Evidence evidence) {
    Dimension dimension = new Dimension(against);
    List<double[]> points = new ArrayList<>();
    for (Map.Entry<Key, Table> one : of.numbers(evidence).by(dimension).entrySet()) {
      double place = dimension.isNamed() ? points.size() + 1 : one.getKey().place();
      points.add(new double[] {place, of.summary(one.getValue())});
    }
    return points;
  }

  String words() {
    String where = cells.isEmpty() ? "in " + of.network() : "over %s cells".formatted(cells.size());
    return "%s%s against %s%s, %s"
        .formatted(logarithm(yScale), of.words(), logarithm(xScale), against, where);
  }

  private static String logarithm(Counting scale) {
    return scale == Counting.LOG ? "log " : "";
  }
}
