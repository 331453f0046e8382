package org.normscape.experiments.claim.effect;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.normscape.component.Components;
import org.normscape.experiments.claim.evidence.Evidence;
import org.normscape.experiments.claim.evidence.Measurable;
import org.normscape.experiments.claim.evidence.Selection;
import org.normscape.experiments.report.figure.Dimension;

/**
 * Whether two quantities rise together: Spearman's rank correlation, over the steps at which both
 * were measured, or over networks.
 *
 * @param of the one quantity
 * @param with the other
 * @param cells the networks over which it is taken; none: over the steps of the networks that the
 *     selections name
 */
@AutoService(Effect.class)
public record RankCorrelation(Selection of, Selection with, List<String> cells) implements Effect {

  private static final int LEAST = 3;

  /** Of two quantities that are still to be named. */
  public RankCorrelation() {
    this(new Selection(), new Selection(), List.of());
  }

  public RankCorrelation {
    cells = List.copyOf(cells);
    Components.require(
        cells.isEmpty() || cells.size() >= LEAST,
        RankCorrelation.class,
        "cells",
        "must be three names at least, or none",
        cells);
  }

  @Override
  public List<Selection> selections() {
    return cells.isEmpty()
        ? List.of(of, with)
        : cells.stream().flatMap(cell -> Stream.of(of.in(cell), with.in(cell))).toList();
  }

  @Override
  public void check(String key, Measurable measurable) {
    List<Selection> all = selections();
    for (int i = 0; i < all.size(); i++) {
      measurable.selection(key + (i % 2 == 0 ? ".of" : ".with"), all.get(i));
    }
  }

  @Override
  public double size(Evidence evidence) {
    List<Double> ones = new ArrayList<>();
    List<Double> others = new ArrayList<>();
    if (cells.isEmpty()) {
      Map<Double, Double> there = bySteps(with, evidence);
      Map<Double, Double> here = bySteps(of, evidence);
      here.keySet().retainAll(there.keySet());
      there.keySet().retainAll(here.keySet());
      ones.addAll(here.values());
      others.addAll(there.values());
    } else {
      cells.forEach(cell -> ones.add(of.in(cell).value(evidence)));
      cells.forEach(cell -> others.add(with.in(cell).value(evidence)));
    }
    return correlation(ones, others);
  }

  private static double correlation(List<Double> ones, List<Double> others) {
    return ones.size() < LEAST || ones.contains(Double.NaN) || others.contains(Double.NaN)
        ? Double.NaN
        : new SpearmansCorrelation().correlation(array(ones), array(others));
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(value -> value).toArray();
  }

  private static Map<Double, Double> bySteps(Selection selection, Evidence evidence) {
    Map<Double, Double> values = new LinkedHashMap<>();
    selection
        .numbers(evidence)
        .by(Dimension.STEP)
        .forEach((step, table) -> values.put(step.place(), selection.summary(table)));
    return values;
  }

  @Override
  public Averaging averaging() {
    return Averaging.OF_CORRELATIONS;
  }

  @Override
  public OptionalDouble neutral() {
    return OptionalDouble.of(0);
  }

  @Override
  public String words() {
    return cells.isEmpty()
        ? "Spearman's rank correlation of %s (%s) with %s (%s), over the steps"
            .formatted(of.quantity(), of.network(), with.quantity(), with.network())
        : "Spearman's rank correlation of %s with %s, over %s cells"
            .formatted(of.words(), with.words(), cells.size());
  }
}
