package org.normscape.experiments.report.study;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.normscape.experiments.report.metrics.RunRecord;

/** What tells runs side by side apart: the settings in which they differ, or their folders. */
final class Labels {

  private Labels() {}

  /** A label for each run, all different unless two folders have the same name. */
  static List<String> of(List<RunRecord> runs) {
    List<Function<RunRecord, String>> telling =
        Stream.<Function<RunRecord, String>>of(
                setting("name"),
                setting("backend"),
                setting("device"),
                setting("numerics"),
                setting("scale"),
                Facts::data)
            .filter(key -> runs.stream().map(key).distinct().count() > 1)
            .toList();
    List<String> labels =
        runs.stream()
            .map(
                run -> telling.stream().map(key -> key.apply(run)).collect(Collectors.joining(" ")))
            .toList();
    return labels.stream().distinct().count() == runs.size()
        ? labels
        : runs.stream().map(RunRecord::name).toList();
  }

  private static Function<RunRecord, String> setting(String key) {
    return run -> run.setting(key).orElse("");
  }
}
