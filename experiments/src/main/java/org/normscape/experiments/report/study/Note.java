package org.normscape.experiments.report.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.normscape.experiments.config.kind.Kinds;
import org.normscape.experiments.report.drawing.Drawing;
import org.normscape.experiments.report.metrics.RunRecord;
import org.normscape.probe.Quantity;

/**
 * What stands under a figure of a quantity that is in it.
 *
 * @param name what it is called, with its symbol
 * @param text how it is defined, by which source, and with which settings it was measured, in
 *     sentences
 */
public record Note(String name, String text) {

  /**
   * The notes under a figure.
   *
   * @param kinds knows the probes
   */
  public static List<Note> of(Drawing drawing, RunRecord run, Kinds kinds) {
    return drawing.quantities().stream()
        .flatMap(name -> run.metrics().quantities().of(name).stream())
        .map(quantity -> of(quantity, run, kinds))
        .toList();
  }

  private static Note of(Quantity quantity, RunRecord run, Kinds kinds) {
    List<String> sentences = new ArrayList<>(List.of(quantity.definition()));
    Optional.of(quantity.source())
        .filter(source -> !source.isEmpty())
        .ifPresent(source -> sentences.add("Source: " + source + "."));
    sentences.addAll(new MeasuredWith(kinds).sentences(quantity, run));
    String symbol = quantity.symbol().isEmpty() ? "" : ", " + quantity.symbol();
    return new Note(quantity.label() + symbol, String.join(" ", sentences));
  }
}
