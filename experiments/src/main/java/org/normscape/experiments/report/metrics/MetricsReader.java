package org.normscape.experiments.report.metrics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.normscape.experiments.UserError;

/**
 * Reads {@code metrics.jsonl}: one JSON object a line with {@code cell}, {@code seed}, {@code
 * step}, {@code metric}, {@code value} and, where the metric varies inside a step, {@code at}. A
 * last line that was cut off while it was written is left out; a step that was measured again after
 * a run was resumed counts once, as it was measured last.
 */
final class MetricsReader {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;
  private final Map<Key, TreeMap<Integer, Double>> samples = new LinkedHashMap<>();

  private MetricsReader(Path file) {
    this.file = file;
  }

  private record Key(String cell, long seed, String metric, Map<String, Double> at) {}

  /** The metrics in a file, none when there is no such file yet. */
  static Metrics read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return new Metrics(List.of());
    }
    MetricsReader reader = new MetricsReader(file);
    List<String> lines =
        new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      reader.add(lines.get(i), i, i == lines.size() - 1);
    }
    return reader.metrics();
  }

  private void add(String line, int index, boolean last) {
    if (line.isBlank()) {
      return;
    }
    try {
      add(JSON.readTree(line));
    } catch (JsonProcessingException | IllegalArgumentException broken) {
      if (!last) {
        throw UserError.failure(
            "%s: every line but the last must be one measured value, but line %s is \"%s\". To fix: restore the file from the run, or delete the line."
                .formatted(file, index + 1, line),
            broken);
      }
    }
  }

  private void add(JsonNode line) {
    Map<String, Double> at = new TreeMap<>();
    line.path("at").properties().forEach(f -> at.put(f.getKey(), number(f.getValue())));
    Key key =
        new Key(
            line.required("cell").asText(),
            line.required("seed").asLong(),
            line.required("metric").asText(),
            at);
    samples
        .computeIfAbsent(key, k -> new TreeMap<>())
        .put(line.required("step").asInt(), number(line.required("value")));
  }

  /** A number, or the names of those that JSON cannot say. */
  private static double number(JsonNode value) {
    return value.isNumber() ? value.doubleValue() : Double.parseDouble(value.asText());
  }

  private Metrics metrics() {
    List<Series> series = new ArrayList<>();
    samples.forEach(
        (key, values) ->
            series.add(
                new Series(
                    key.cell(),
                    key.seed(),
                    key.metric(),
                    key.at(),
                    values.entrySet().stream()
                        .map(e -> new Series.Sample(e.getKey(), e.getValue()))
                        .toList())));
    return new Metrics(series);
  }
}
