package org.normscape.experiments.report.study;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.normscape.experiments.config.form.Forms;
import org.normscape.experiments.config.kind.Kinds;
import org.normscape.experiments.report.metrics.RunRecord;
import org.normscape.probe.Probe;
import org.normscape.probe.Quantity;

/**
 * With which settings a quantity was measured in the cells of a run: those of its probe that decide
 * of which function it is, and the size of the batch. Where cells differ, each value is followed by
 * the cells that have it.
 *
 * @param kinds knows the probes
 */
record MeasuredWith(Kinds kinds) {

  private static final String BATCH = "Batch";

  /** What is said of a setting, by its key. */
  private static final Map<String, String> LABELS = labels();

  private static Map<String, String> labels() {
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put("statistics", "Statistics of normalizations");
    labels.put("parameters", "Parameters");
    labels.put("weight-decay", "Weight decay");
    labels.put("layers", "Layers");
    labels.put("examples", "Examples");
    labels.put("batch", "Batch of the measurement");
    return labels;
  }

  /** Sentences such as {@code Statistics of normalizations: running.} */
  List<String> sentences(Quantity quantity, RunRecord run) {
    Map<String, Map<String, List<String>>> found = new LinkedHashMap<>();
    LABELS.values().forEach(label -> found.put(label, new LinkedHashMap<>()));
    found.put(BATCH, new LinkedHashMap<>());
    int cells = 0;
    for (JsonNode cell : run.config().path("cells")) {
      if (add(quantity, cell, found)) {
        cells++;
      }
    }
    List<String> sentences = new ArrayList<>();
    for (Map.Entry<String, Map<String, List<String>>> one : found.entrySet()) {
      if (!one.getValue().isEmpty()) {
        sentences.add("%s: %s.".formatted(one.getKey(), words(one.getValue(), cells)));
      }
    }
    return sentences;
  }

  private boolean add(
      Quantity quantity, JsonNode cell, Map<String, Map<String, List<String>>> found) {
    String name = cell.path("name").asText();
    List<JsonNode> probes =
        cell.path("probes")
            .propertyStream()
            .filter(probe -> measures(probe.getKey(), probe.getValue(), quantity))
            .map(Map.Entry::getValue)
            .toList();
    for (JsonNode probe : probes) {
      LABELS.forEach((key, label) -> put(found, label, text(probe.path(key)), name));
    }
    if (!probes.isEmpty()) {
      put(found, BATCH, text(cell.path("data").path("batch")), name);
    }
    return !probes.isEmpty();
  }

  private static void put(
      Map<String, Map<String, List<String>>> found, String label, String value, String cell) {
    if (!value.isEmpty() && found.containsKey(label)) {
      found.get(label).computeIfAbsent(value, it -> new ArrayList<>()).add(cell);
    }
  }

  private static String words(Map<String, List<String>> values, int cells) {
    return values.size() == 1 && values.values().iterator().next().size() >= cells
        ? values.keySet().iterator().next()
        : values.entrySet().stream()
            .map(value -> "%s (%s)".formatted(value.getKey(), String.join(", ", value.getValue())))
            .collect(Collectors.joining(", "));
  }

  private static String text(JsonNode value) {
    return value.isArray()
        ? StreamSupport.stream(value.spliterator(), false)
            .map(JsonNode::asText)
            .collect(Collectors.joining(" "))
        : value.asText();
  }

  /** Whether a probe measures a quantity, also where its name stands in front of it. */
  private boolean measures(String name, JsonNode probe, Quantity quantity) {
    String prefix = name.replace('-', '_') + "_";
    String plain =
        quantity.name().startsWith(prefix)
            ? quantity.name().substring(prefix.length())
            : quantity.name();
    return kinds.named(Probe.class, probe.path(Forms.KIND).asText(name)).stream()
        .flatMap(kind -> kind.standard().stream())
        .map(Probe.class::cast)
        .flatMap(it -> it.quantities().stream())
        .map(Quantity::name)
        .anyMatch(measured -> measured.equals(quantity.name()) || measured.equals(plain));
  }
}
