package org.normscape.experiments.run.record;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.normscape.experiments.report.metrics.Series;
import org.normscape.probe.Past;

/**
 * What a task has measured lately of every metric that varies with nothing but the step: the last
 * values, as many as schedules may ask for. What is tested after an update stands a step ahead of
 * what is found before one.
 */
final class Watched implements Past {

  private static final int KEPT = 3;

  private final Map<String, NavigableMap<Integer, Double>> values = new HashMap<>();

  /** Sees a value. */
  void see(String metric, int step, double value) {
    NavigableMap<Integer, Double> seen = values.computeIfAbsent(metric, it -> new TreeMap<>());
    seen.put(step, value);
    if (seen.size() > KEPT) {
      seen.pollFirstEntry();
    }
  }

  /** Goes on from where a metric had these values. */
  void recall(String metric, List<Series.Sample> samples) {
    samples.forEach(sample -> see(metric, sample.step(), sample.value()));
  }

  /** Forgets all. */
  void clear() {
    values.clear();
  }

  @Override
  public Optional<Change> change(String metric, int step) {
    NavigableMap<Integer, Double> seen = values.getOrDefault(metric, new TreeMap<>());
    Double to = seen.get(step);
    Map.Entry<Integer, Double> from = seen.lowerEntry(step);
    return to == null || from == null
        ? Optional.empty()
        : Optional.of(new Change(from.getValue(), to));
  }
}
