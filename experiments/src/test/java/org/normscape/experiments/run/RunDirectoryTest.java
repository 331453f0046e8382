package org.normscape.experiments.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.normscape.experiments.UserError;
import org.normscape.experiments.run.file.Json;
import org.normscape.experiments.run.record.TaskLog;
import org.normscape.probe.TrainingQuantities;

class RunDirectoryTest {

  private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 22, 9, 5, 7);
  private static final Map<String, Integer> CONFIG = Map.of("steps", 3);
  private static final Map<String, String> DATA = Map.of("standard", "0a1b");

  @TempDir Path folder;

  @Test
  void isNamedByDateExperimentConfigurationAndData() throws IOException {
    RunDirectory run = RunDirectory.create(folder.resolve("runs"), "landscape", CONFIG, DATA, NOW);
    String hash = RunDirectory.sha256(Map.of("config", CONFIG, "data", DATA)).substring(0, 8);
    assertThat(run.path().getFileName()).hasToString("2026-11-22-090507-landscape-" + hash);
    assertThat(Files.readString(run.config())).isEqualTo("{\n  \"steps\" : 3\n}\n");
    assertThat(run.figures()).isDirectory();
    for (RunDirectory other :
        List.of(
            RunDirectory.create(folder, "landscape", Map.of("steps", 4), DATA, NOW),
            RunDirectory.create(folder, "landscape", CONFIG, Map.of("standard", "0a1c"), NOW))) {
      assertThat(other.path().toString()).doesNotContain(hash);
    }
  }

  /** The order of {@code Map.of} is another one in each process. */
  @Test
  void itsHashDoesNotDependOnTheOrderOfKeys() throws IOException {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("steps", 3);
    one.put("model", Map.of("kind", "vgg", "width", 8, "rate", 0.1));
    Map<String, Object> other = new LinkedHashMap<>();
    other.put("model", new TreeMap<>(Map.of("kind", "vgg", "rate", 0.1, "width", 8)));
    other.put("steps", 3);
    String hash = RunDirectory.sha256(one);
    assertThat(RunDirectory.sha256(other)).isEqualTo(hash);
    assertThat(RunDirectory.sha256(new ObjectMapper().readTree(Json.line(other)))).isEqualTo(hash);
    other.put("seeds", List.of(2, 1));
    String withSeeds = RunDirectory.sha256(other);
    other.put("seeds", List.of(1, 2));
    assertThat(RunDirectory.sha256(other)).isNotEqualTo(withSeeds);
  }

  @Test
  void doesNotTouchARunThatIsThere() {
    RunDirectory first = RunDirectory.create(folder, "landscape", CONFIG, DATA, NOW);
    RunDirectory second = RunDirectory.create(folder, "landscape", CONFIG, DATA, NOW);
    assertThat(second.path().getFileName().toString()).isEqualTo(first.path().getFileName() + "-2");
  }

  @Test
  void saysWhereItCannotWrite() throws IOException {
    Path file = Files.createFile(folder.resolve("taken"));
    assertThatThrownBy(() -> RunDirectory.create(file, "landscape", CONFIG, DATA, NOW))
        .isInstanceOf(UserError.class)
        .hasMessage(
            file + ": must be a folder, but it is a file. To fix: name another folder with --out.");
  }

  @Test
  void keepsAppendingWhatIsMeasuredInFullPrecision() throws IOException {
    Path file = Task.of(folder, "standard", 1).metrics();
    try (RunLog log = new RunLog(folder, RunLog.Fingerprints.NEVER)) {
      log.task("standard", 1).record(0, TrainingQuantities.TRAIN_LOSS, 0.1 + 0.2);
      log.flush();
      assertThat(Files.readAllLines(file)).hasSize(1);
    }
    try (RunLog log = new RunLog(folder, RunLog.Fingerprints.NEVER)) {
      TaskLog task = log.task("standard", 1);
      task.record(5, "effective_beta", Double.POSITIVE_INFINITY, Map.of("epsilon", 0.05));
      task.record(5, TrainingQuantities.TRAIN_LOSS, Double.NaN);
      log.task("batch-norm", 2).record(5, TrainingQuantities.TRAIN_LOSS, 1);
    }
    assertThat(Files.readAllLines(file))
        .containsExactly(
            "{\"cell\":\"standard\",\"seed\":1,\"step\":0,\"metric\":\"train_loss\",\"value\":0.30000000000000004}",
            "{\"cell\":\"standard\",\"seed\":1,\"step\":5,\"metric\":\"effective_beta\",\"value\":\"Infinity\",\"at\":{\"epsilon\":0.05}}",
            "{\"cell\":\"standard\",\"seed\":1,\"step\":5,\"metric\":\"train_loss\",\"value\":\"NaN\"}");
    assertThat(Files.readAllLines(Task.of(folder, "batch-norm", 2).metrics()))
        .containsExactly(
            "{\"cell\":\"batch-norm\",\"seed\":2,\"step\":5,\"metric\":\"train_loss\",\"value\":1.0}");
  }

  @Test
  void recordsHowARunEnded() throws IOException {
    RunDirectory run = RunDirectory.create(folder, "landscape", CONFIG, DATA, NOW);
    Provenance provenance =
        new Provenance(
            Status.RUNNING,
            "2026-11-22T09:05:07Z",
            null,
            List.of("run", "landscape"),
            "abc",
            Map.of("seeds", "def"),
            "fast",
            Map.of("name", "reference"),
            Map.of(
                "standard", new Provenance.Data("stripes", "drawn", 32, 16, Map.of("train", "12"))),
            List.of(1L),
            Environment.describe(),
            null);
    provenance.write(run);
    assertThat(Files.readString(run.provenance()))
        .contains("\"status\" : \"running\"")
        .doesNotContain("finished");
    provenance.completed(Instant.EPOCH, "0f").write(run);
    assertThat(Files.readString(run.provenance()))
        .contains("\"status\" : \"complete\"")
        .contains("\"finished\" : \"1970-01-01T00:00:00Z\"")
        .contains("\"digest\" : \"0f\"")
        .contains("\"cores\"");
  }
}
