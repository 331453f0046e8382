package org.normscape.experiments.report.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.normscape.experiments.config.form.Forms;
import org.normscape.experiments.config.kind.Kinds;
import org.normscape.experiments.report.drawing.Drawing;
import org.normscape.experiments.report.metrics.RunRecord;
import org.normscape.probe.Probe;
import org.normscape.probe.Quantity;

/**
 * What stands under a figure of a quantity that is in it.
 *
 * @param name what it is called, with its symbol
 * @param text how it is defined, by which source, and with which statistics of normalizations it
 *     was measured, in sentences
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
    List<String> statistics = statistics(quantity, run, kinds);
    if (!statistics.isEmpty()) {
      sentences.add("Statistics of normalizations: %s.".formatted(String.join(", ", statistics)));
    }
    String symbol = quantity.symbol().isEmpty() ? "" : ", " + quantity.symbol();
    return new Note(quantity.label() + symbol, String.join(" ", sentences));
  }

  /** The settings {@code statistics} of the probes that measured it. */
  private static List<String> statistics(Quantity quantity, RunRecord run, Kinds kinds) {
    return List.copyOf(
        new TreeSet<>(
            StreamSupport.stream(run.config().path("cells").spliterator(), false)
                .flatMap(cell -> cell.path("probes").propertyStream())
                .filter(
                    probe ->
                        measures(
                            probe.getValue().path(Forms.KIND).asText(probe.getKey()),
                            quantity,
                            kinds))
                .map(probe -> probe.getValue().path("statistics").asText())
                .filter(word -> !word.isEmpty())
                .toList()));
  }

  private static boolean measures(String kind, Quantity quantity, Kinds kinds) {
    return kinds.named(Probe.class, kind).stream()
        .flatMap(probe -> probe.standard().stream())
        .map(Probe.class::cast)
        .flatMap(probe -> probe.quantities().stream())
        .anyMatch(measured -> measured.name().equals(quantity.name()));
  }
}
