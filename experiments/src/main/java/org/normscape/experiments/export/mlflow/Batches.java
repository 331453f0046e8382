package org.normscape.experiments.export.mlflow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.normscape.experiments.report.metrics.Series;

/**
 * What is written into one run on the server, in pieces that it takes: at most {@value #METRICS}
 * metrics or {@value #PARAMETERS} parameters in one call of {@code runs/log-batch}.
 */
final class Batches {

  static final int METRICS = 1000;
  static final int PARAMETERS = 100;

  /** The most characters of a name, and of the value of a parameter. */
  private static final int NAME = 250;

  private static final int VALUE = 6000;

  private Batches() {}

  /** The metrics, each with its step. */
  static List<Map<String, Object>> metrics(List<Series> scalars, long timestamp) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (Series series : scalars) {
      for (Series.Sample sample : series.samples()) {
        Map<String, Object> metric = new LinkedHashMap<>();
        metric.put("key", name(series.metric()));
        metric.put("value", sample.value());
        metric.put("timestamp", timestamp);
        metric.put("step", sample.step());
        all.add(metric);
      }
    }
    return pieces("metrics", all, METRICS);
  }

  /** The parameters; those that are empty are left out. */
  static List<Map<String, Object>> parameters(Map<String, String> settings) {
    List<Map<String, Object>> all = new ArrayList<>();
    settings.forEach(
        (key, value) -> {
          if (!value.isEmpty()) {
            all.add(entry(name(key), cut(value, VALUE)));
          }
        });
    return pieces("params", all, PARAMETERS);
  }

  /** A name with what stands for it. */
  static Map<String, Object> entry(String key, String value) {
    return Map.of("key", key, "value", value);
  }

  /** A name of letters that the server takes, no longer than it takes. */
  private static String name(String text) {
    return cut(text.replaceAll("[^A-Za-z0-9_./ -]", "_"), NAME);
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most - 1) + "…";
  }

  private static List<Map<String, Object>> pieces(
      String what, List<Map<String, Object>> all, int most) {
    List<Map<String, Object>> pieces = new ArrayList<>();
    for (int i = 0; i < all.size(); i += most) {
      pieces.add(Map.of(what, all.subList(i, Math.min(all.size(), i + most))));
    }
    return pieces;
  }
}
