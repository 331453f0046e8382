package org.normscape.experiments.export.tensorboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.normscape.experiments.report.SyntheticRun;
import org.normscape.experiments.report.metrics.RunRecord;
import org.normscape.experiments.report.metrics.Series;
import org.tensorflow.proto.Event;
import org.tensorflow.proto.Summary;

/** Event files, as TensorFlow's own messages find them. */
final class TensorBoardTest {

  /** The reversed polynomial of CRC-32C (RFC 3720, B.4). */
  private static final int CASTAGNOLI = 0x82f63b78;

  @TempDir private Path folder;

  /** The CRC-32C, bit by bit. */
  private static int crc(byte[] bytes) {
    int crc = -1;
    for (byte one : bytes) {
      crc ^= one & 0xff;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc >>> 1) ^ ((crc & 1) == 0 ? 0 : CASTAGNOLI);
      }
    }
    return ~crc;
  }

  private static int unmasked(int masked) {
    return Integer.rotateLeft(masked - 0xa282ead8, 15);
  }

  private static List<Event> read(Path file) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    List<Event> events = new ArrayList<>();
    while (bytes.hasRemaining()) {
      byte[] length = new byte[8];
      bytes.get(length);
      assertThat(unmasked(bytes.getInt())).isEqualTo(crc(length));
      byte[] content =
          new byte[(int) ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getLong()];
      bytes.get(content);
      assertThat(unmasked(bytes.getInt())).isEqualTo(crc(content));
      events.add(Event.parseFrom(content));
    }
    return events;
  }

  private Path only(Path task) throws IOException {
    try (Stream<Path> files = Files.list(task)) {
      List<Path> all = files.toList();
      assertThat(all).hasSize(1);
      return all.get(0);
    }
  }

  @Test
  void theChecksumOfTheStandardIsFound() {
    assertThat(crc("123456789".getBytes(StandardCharsets.US_ASCII))).isEqualTo(0xe3069283);
  }

  @Test
  void everyScalarOfATaskIsThereWithItsStep() throws IOException {
    SyntheticRun.write(folder, 40, List.of(1, 2));
    RunRecord run = RunRecord.read(folder);
    assertThat(new TensorBoard().write(run))
        .isEqualTo("tensorboard " + folder.resolve("tensorboard"));
    Path file = only(folder.resolve("tensorboard/batch-norm/seed-2"));
    assertThat(file.getFileName().toString()).startsWith("events.out.tfevents.");
    List<Event> events = read(file);
    assertThat(events.get(0).getFileVersion()).isEqualTo("brain.Event:2");
    assertThat(events).hasSize(1 + 41);
    Series losses = run.metrics().of("batch-norm", 2, "train_loss").orElseThrow();
    List<Float> written = new ArrayList<>();
    for (Event event : events.subList(1, events.size())) {
      assertThat(event.getStep()).isEqualTo(written.size());
      for (Summary.Value value : event.getSummary().getValueList()) {
        if (value.getTag().equals("train_loss")) {
          written.add(value.getSimpleValue());
        }
      }
    }
    assertThat(written).isEqualTo(losses.values().stream().map(Double::floatValue).toList());
    assertThat(events.get(1).getSummary().getValueList())
        .extracting(Summary.Value::getTag)
        .contains("gradient_norm", "test_accuracy")
        .doesNotContain("loss_along_gradient");
  }

  @Test
  void anExportTakesThePlaceOfTheOneBefore() throws IOException {
    SyntheticRun.write(folder, 10, List.of(1));
    Path task = folder.resolve("tensorboard/none/seed-1");
    Files.createDirectories(task);
    Files.writeString(task.resolve("events.out.tfevents.17.normscape"), "of an earlier export");
    new TensorBoard().write(RunRecord.read(folder));
    new TensorBoard().write(RunRecord.read(folder));
    assertThat(read(only(task))).hasSize(12);
  }
}
