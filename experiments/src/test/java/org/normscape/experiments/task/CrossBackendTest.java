package org.normscape.experiments.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.normscape.backend.Backend;
import org.normscape.backend.Backends;
import org.normscape.experiments.data.DataContext;
import org.normscape.experiments.run.Datasets;
import org.normscape.experiments.run.RunLog;
import org.normscape.experiments.run.Task;
import org.normscape.experiments.run.progress.NoProgress;
import org.normscape.experiments.spec.Catalog;
import org.normscape.experiments.spec.CellSpec;
import org.normscape.experiments.spec.ExperimentSpec;

/** The first twenty steps of {@code landscape} at scale smoke, on TensorFlow and on ND4J. */
class CrossBackendTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final double RELATIVE_TOLERANCE = 1e-8;

  private static final ExperimentSpec SPEC =
      Catalog.resolve(
          "landscape",
          "smoke",
          List.of(
              Catalog.override("--set", "numerics=precise"),
              Catalog.override(
                  "--set", "data.source={kind=stripes,train-examples=1024,test-examples=256}"),
              Catalog.override("--set", "steps=20"),
              Catalog.override("--set", "evaluation.every=10")));

  @TempDir Path folder;

  /** Every number that a backend measures, by what it says of itself but the number. */
  private Map<String, Double> measured(String name) throws IOException {
    Path run = folder.resolve(name);
    Datasets data =
        new Datasets(new DataContext(Optional.empty(), Map.of(), folder.resolve("home"), 1));
    try (Backend backend = Backends.open(name);
        RunLog log = new RunLog(run, RunLog.Fingerprints.NEVER)) {
      ExperimentRun.run(SPEC, backend, data, log, new NoProgress());
    }
    List<String> lines = new ArrayList<>();
    for (CellSpec cell : SPEC.cells()) {
      lines.addAll(Files.readAllLines(Task.of(run, cell.name(), 1).metrics()));
    }
    Map<String, Double> values = new LinkedHashMap<>();
    for (String line : lines) {
      ObjectNode metric = (ObjectNode) JSON.readTree(line);
      double value = metric.remove("value").asDouble();
      values.put(metric.toString(), value);
    }
    return values;
  }

  @Test
  void agreeInDoublePrecisionOnEveryMetric() throws IOException {
    Map<String, Double> tensorflow = measured("tensorflow");
    Map<String, Double> nd4j = measured("nd4j");
    assertThat(tensorflow).hasSizeGreaterThan(300);
    assertThat(nd4j.keySet()).isEqualTo(tensorflow.keySet());
    tensorflow.forEach(
        (metric, value) ->
            assertThat(nd4j)
                .extractingByKey(metric)
                .as(metric)
                .satisfies(
                    other ->
                        assertThat(other)
                            .isCloseTo(value, withinPercentage(100 * RELATIVE_TOLERANCE))));
  }
}
