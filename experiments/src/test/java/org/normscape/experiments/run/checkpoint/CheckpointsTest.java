package org.normscape.experiments.run.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.normscape.experiments.run.file.Extent;
import org.normscape.ir.TensorType;
import org.normscape.params.Parameters;
import org.normscape.random.RandomStream;
import org.normscape.replay.HostArray;

final class CheckpointsTest {

  private static final int FLIPS = 300;

  @TempDir private Path task;

  private final List<String> notices = new ArrayList<>();
  private Path metrics = Path.of("");

  @BeforeEach
  void record() throws IOException {
    metrics = Files.writeString(task.resolve("metrics.jsonl"), "one\ntwo\n");
  }

  private Checkpoints checkpoints() {
    return Checkpoints.of(task);
  }

  private void write(int updates) throws IOException {
    HostArray array = HostArray.of(TensorType.float64(2), new double[] {updates, 0.5});
    checkpoints()
        .write(
            new Checkpoint(updates, updates == 9, Parameters.of("parameters.w", array)),
            Map.of("metrics.jsonl", Extent.of(metrics)),
            2);
  }

  private List<Integer> found() {
    return checkpoints().newest(notices::add).stream()
        .map(found -> found.checkpoint().updates())
        .toList();
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(task.resolve("checkpoints"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void theNewestIsFoundAndOldOnesAreTakenAway() throws IOException {
    assertThat(found()).isEmpty();
    write(3);
    write(6);
    write(9);
    Checkpoints.Found found = checkpoints().newest(notices::add).orElseThrow();
    assertThat(found.checkpoint().updates()).isEqualTo(9);
    assertThat(found.checkpoint().diverged()).isTrue();
    assertThat(found.checkpoint().arrays().get("parameters.w").at(0)).isEqualTo(9);
    assertThat(Objects.requireNonNull(found.files().get("metrics.jsonl")).bytes()).isEqualTo(8);
    assertThat(files())
        .containsExactly(
            "00000006.json", "00000006.safetensors", "00000009.json", "00000009.safetensors");
    assertThat(notices).isEmpty();
    checkpoints().clear();
    assertThat(task.resolve("checkpoints")).doesNotExist();
  }

  /** Whatever byte is another one, the one before is used, and never a wrong number. */
  @Test
  void aDamagedOneIsNamedAndTheOneBeforeIsUsed() throws IOException {
    RandomStream random = RandomStream.of(1, "flips");
    for (String name : List.of("00000006.json", "00000006.safetensors")) {
      for (int i = 0; i < FLIPS; i++) {
        write(3);
        write(6);
        Path file = task.resolve("checkpoints").resolve(name);
        byte[] bytes = Files.readAllBytes(file);
        int place = Math.floorMod(random.nextInt(), bytes.length);
        byte before = bytes[place];
        bytes[place] ^= (byte) (1 << Math.floorMod(random.nextInt(), 8));
        Files.write(file, bytes);
        notices.clear();
        List<Integer> found = found();
        boolean isWhiteSpace = Character.isWhitespace(before) && found.equals(List.of(6));
        assertThat(found.equals(List.of(3)) || isWhiteSpace)
            .as("%s, byte %s", name, place)
            .isTrue();
        assertThat(notices).hasSize(isWhiteSpace ? 0 : 1);
      }
    }
    assertThat(notices.get(0))
        .endsWith(
            "00000006.json is damaged (the checksum of its arrays is another); the one before it is used");
  }

  @Test
  void oneThatWasCutOffIsNotUsed() throws IOException {
    for (String name : List.of("00000006.json", "00000006.safetensors")) {
      write(3);
      write(6);
      Path file = task.resolve("checkpoints").resolve(name);
      byte[] bytes = Files.readAllBytes(file);
      for (int length : new int[] {0, 1, bytes.length / 2, bytes.length - 2}) {
        Files.write(file, Arrays.copyOf(bytes, length));
        assertThat(found()).as("%s, %s bytes", name, length).containsExactly(3);
      }
    }
  }

  /** What was recorded up to a checkpoint belongs to it; what came later does not. */
  @Test
  void oneWhoseRecordsWereChangedIsNotUsed() throws IOException {
    write(3);
    Files.writeString(metrics, "one\ntwo\nthree\n");
    write(6);
    Files.writeString(metrics, "one\ntwo\nthree\nfour");
    assertThat(found()).containsExactly(6);
    Files.writeString(metrics, "one\ntwo\nthrEe\n");
    assertThat(found()).containsExactly(3);
    Files.writeString(metrics, "one\n");
    assertThat(found()).isEmpty();
    assertThat(notices).last().asString().contains("metrics.jsonl is not what it was then");
  }
}
