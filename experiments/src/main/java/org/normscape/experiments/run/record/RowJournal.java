package org.normscape.experiments.run.record;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.normscape.experiments.Sha256;
import org.normscape.experiments.run.file.Json;
import org.normscape.experiments.run.file.JsonLines;
import org.normscape.params.Parameters;
import org.normscape.probe.Journal;

/**
 * The rows of a task's long measurements, in the file {@code rows.jsonl} of its folder: each is put
 * on the disk as soon as it is measured, with a checksum. A row that is damaged is measured again,
 * and so are those behind it. Rows are known by the fingerprint of their measurement: where a
 * network has other bits than it had, they are none of its measurement.
 */
final class RowJournal implements Journal, AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * A row as it is kept.
   *
   * @param measurement the fingerprint of its measurement
   * @param number which row
   * @param values its numbers by name
   * @param sha256 the checksum of the rest
   */
  @JsonPropertyOrder({"measurement", "number", "values", "sha256"})
  private record Kept(String measurement, int number, Map<String, Double> values, String sha256) {

    private record Content(String measurement, int number, Map<String, Double> values) {}

    static Kept of(Row row, Map<String, Double> values) {
      return of(row.measurement(), row.number(), values);
    }

    private static Kept of(String measurement, int number, Map<String, Double> values) {
      String content = Json.line(new Content(measurement, number, values));
      return new Kept(
          measurement, number, values, Sha256.of(content.getBytes(StandardCharsets.UTF_8)));
    }

    boolean isWhole() {
      return measurement != null && values != null && equals(of(measurement, number, values));
    }

    Key key() {
      return new Key(measurement, number);
    }
  }

  private record Key(String measurement, int number) {
    static Key of(Row row) {
      return new Key(row.measurement(), row.number());
    }
  }

  private final Path file;
  private final RowWatch watch;
  private final Map<Key, Parameters<Double>> rows = new LinkedHashMap<>();
  private Optional<JsonLines> lines = Optional.empty();

  private RowJournal(Path file, RowWatch watch) {
    this.file = file;
    this.watch = watch;
  }

  /**
   * Opens the journal of a task with what is whole in it; no file is made before there is a row.
   *
   * @param watch who is told of each row
   */
  static RowJournal open(Path folder, RowWatch watch) {
    RowJournal journal = new RowJournal(folder.resolve("rows.jsonl"), watch);
    try {
      if (Files.exists(journal.file)) {
        journal.appending().cut(journal.read());
      }
    } catch (IOException e) {
      throw Json.unwritable(journal.file, e);
    }
    return journal;
  }

  /** Reads the rows that are whole, up to the first that is not; how many bytes they take. */
  private long read() throws IOException {
    long bytes = 0;
    byte[] content = Files.readAllBytes(file);
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        long end = bytes + line.length() + 1;
        Optional<Kept> kept = end <= content.length ? parsed(line) : Optional.empty();
        if (kept.isEmpty()) {
          return bytes;
        }
        rows.put(kept.get().key(), new Parameters<>(kept.get().values()));
        bytes = end;
      }
    }
    return bytes;
  }

  private static Optional<Kept> parsed(String line) {
    try {
      return Optional.ofNullable(JSON.readValue(line, Kept.class)).filter(Kept::isWhole);
    } catch (JsonProcessingException damaged) {
      return Optional.empty();
    }
  }

  private JsonLines appending() {
    JsonLines appending = lines.orElseGet(() -> JsonLines.open(file));
    lines = Optional.of(appending);
    return appending;
  }

  @Override
  public Parameters<Double> row(Row row, Supplier<Parameters<Double>> measured) {
    Parameters<Double> kept = rows.get(Key.of(row));
    if (kept != null) {
      watch.kept(row);
      return kept;
    }
    Parameters<Double> found = measured.get();
    rows.put(Key.of(row), found);
    appending().append(Kept.of(row, found.byPath()));
    appending().force();
    watch.measured(row);
    return found;
  }

  /** Forgets every row: what they were measured for is on the disk. */
  void clear() {
    rows.clear();
    close();
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw Json.unwritable(file, e);
    }
  }

  @Override
  public void close() {
    lines.ifPresent(JsonLines::close);
    lines = Optional.empty();
  }
}
