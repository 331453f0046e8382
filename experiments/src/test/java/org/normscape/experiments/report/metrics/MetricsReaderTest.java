package org.normscape.experiments.report.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.normscape.experiments.UserError;
import org.normscape.experiments.report.Declared;
import org.normscape.experiments.report.metrics.Series.Sample;
import org.normscape.experiments.run.RunLog;
import org.normscape.experiments.run.Task;
import org.normscape.experiments.run.record.TaskLog;
import org.normscape.probe.Quantities;
import org.normscape.probe.Quantity;

final class MetricsReaderTest {

  @TempDir private Path directory;

  private static final String LINE =
      "{\"cell\":\"a\",\"seed\":1,\"step\":%s,\"metric\":\"m\",\"value\":%s}\n";

  @Test
  void what_a_log_has_recorded_comes_back_to_the_last_bit() throws IOException {
    double third = 1.0 / 3;
    try (RunLog log = new RunLog(directory, RunLog.Fingerprints.NEVER)) {
      TaskLog task = log.task("a", 7);
      task.record(0, "m", third, Map.of());
      task.record(1, "m", Double.NaN, Map.of());
      task.record(2, "m", Double.POSITIVE_INFINITY, Map.of());
      task.record(3, "m", Double.NEGATIVE_INFINITY, Map.of());
      task.record(0, "m", Double.MIN_VALUE, Map.of("epsilon", 0.05));
    }
    Path file = Task.of(directory, "a", 7).metrics();
    assertThat(MetricsReader.read(file).series())
        .containsExactly(
            new Series(
                "a",
                7,
                "m",
                Map.of(),
                List.of(
                    new Sample(0, third),
                    new Sample(1, Double.NaN),
                    new Sample(2, Double.POSITIVE_INFINITY),
                    new Sample(3, Double.NEGATIVE_INFINITY))),
            new Series(
                "a", 7, "m", Map.of("epsilon", 0.05), List.of(new Sample(0, Double.MIN_VALUE))));
  }

  @Test
  void a_last_line_that_was_cut_off_is_left_out_wherever_it_was_cut() throws IOException {
    String whole = LINE.formatted(0, "0.5");
    String last = LINE.formatted(1, "0.25").strip();
    for (int cut = 0; cut < last.length(); cut++) {
      assertThat(read(whole + last.substring(0, cut)).series())
          .singleElement()
          .extracting(Series::samples)
          .isEqualTo(List.of(new Sample(0, 0.5)));
    }
    assertThat(read(whole + last).lastStep()).isEqualTo(1);
  }

  @Test
  void a_broken_line_before_the_last_is_named() {
    assertThatThrownBy(() -> read("{\"cell\":\n" + LINE.formatted(1, "0.25")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("but line 1 is \"{\"cell\":\"")
        .hasMessageContaining("To fix:");
  }

  @Test
  void a_step_that_was_measured_again_counts_once_as_measured_last() throws IOException {
    Metrics metrics =
        read(LINE.formatted(0, "1") + LINE.formatted(1, "2") + LINE.formatted(1, "3"));
    assertThat(metrics.of("a", "m").get(0).samples())
        .containsExactly(new Sample(0, 1), new Sample(1, 3));
  }

  @Test
  void a_declared_difference_is_that_of_its_parts() throws IOException {
    Quantity low = Declared.of("m_low");
    Quantity high = Declared.of("m_high");
    Quantity width = Declared.of("width_of_m").difference(high, low);
    String line = "{\"cell\":\"a\",\"seed\":1,\"step\":0,\"metric\":\"m_%s\",\"value\":%s}\n";
    Metrics metrics = read(line.formatted("low", "0.5") + line.formatted("high", "2.25"));
    assertThat(metrics.of("a", 1, "width_of_m")).isEmpty();
    Metrics declared = metrics.with(new Quantities(List.of(low, high, width)));
    assertThat(declared.of("a", 1, "width_of_m").orElseThrow().values()).containsExactly(1.75);
    assertThat(declared.of("a", 2, "width_of_m")).isEmpty();
  }

  private Metrics read(String text) throws IOException {
    return MetricsReader.read(Files.writeString(directory.resolve("metrics.jsonl"), text));
  }
}
