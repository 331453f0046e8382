package org.normscape.experiments.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.normscape.backend.Numerics;
import org.normscape.experiments.UserError;
import org.normscape.experiments.report.metrics.RunRecord;
import org.normscape.experiments.report.metrics.Series;
import org.normscape.experiments.run.NetworkFingerprint;
import org.normscape.experiments.run.RunDirectory;
import org.normscape.experiments.run.Status;
import org.normscape.replay.Fingerprint;

/**
 * A finished run, read back.
 *
 * @param record its configuration, provenance and metrics
 * @param fingerprints the network after every update; none where they were not asked for
 */
public record RecordedRun(RunRecord record, List<NetworkFingerprint> fingerprints) {

  private static final ObjectMapper JSON = new ObjectMapper();

  public RecordedRun {
    fingerprints = List.copyOf(fingerprints);
  }

  /**
   * Reads a run's folder.
   *
   * @throws UserError when it is none, or the run has not ended
   */
  public static RecordedRun read(Path directory) throws IOException {
    RunRecord record = RunRecord.read(directory);
    String status = record.provenance().path("status").asText("unknown");
    if (!status.equals(Status.COMPLETE.word())) {
      throw UserError.usage(
          "%s: a run that is compared must be complete, but its status is %s. To fix: run it again."
              .formatted(directory, status));
    }
    return of(record);
  }

  /** The run whose files these are, which has measured all it will. */
  public static RecordedRun of(RunRecord record) throws IOException {
    return new RecordedRun(
        record, fingerprints(new RunDirectory(record.directory()).fingerprints()));
  }

  private static List<NetworkFingerprint> fingerprints(Path file) throws IOException {
    List<NetworkFingerprint> read = new ArrayList<>();
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        try {
          read.add(JSON.readValue(line, NetworkFingerprint.class));
        } catch (JsonProcessingException broken) {
          throw UserError.failure(
              "%s: every line must be a fingerprint, but line %d is not. To fix: run the experiment again."
                  .formatted(file, read.size() + 1),
              broken);
        }
      }
    }
    return read;
  }

  /** What was promised of the numbers. */
  public Numerics numerics() {
    return Numerics.valueOf(record.setting("numerics").orElse("fast").toUpperCase(Locale.ROOT));
  }

  /** How many numbers were measured. */
  public int measured() {
    return record.metrics().series().stream().mapToInt(s -> s.samples().size()).sum();
  }

  /**
   * The SHA-256 of everything that was measured, bit by bit, and of all fingerprints. It does not
   * depend on how numbers are written.
   */
  public String digest() {
    Fingerprint digest = new Fingerprint();
    for (Series series : record.metrics().series()) {
      digest.add(series.cell()).add(String.valueOf(series.seed())).add(series.metric());
      new TreeMap<>(series.at()).forEach((name, value) -> digest.add(name).add(value));
      series.samples().forEach(sample -> digest.add(sample.step(), sample.value()));
    }
    for (NetworkFingerprint print : fingerprints) {
      digest.add(print.cell()).add(String.valueOf(print.seed())).add(print.step());
      digest.add(print.parameters()).add(print.state()).add(print.memory());
    }
    return digest.hex();
  }
}
