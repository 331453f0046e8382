package org.normscape.experiments.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.normscape.backend.Numerics;
import org.normscape.experiments.UserError;
import org.normscape.experiments.report.metrics.FingerprintsReader;
import org.normscape.experiments.report.metrics.RunDigest;
import org.normscape.experiments.report.metrics.RunRecord;
import org.normscape.experiments.run.Task;
import org.normscape.experiments.run.record.NetworkFingerprint;

/**
 * A finished run, read back.
 *
 * @param record its configuration, provenance and metrics
 * @param fingerprints the network after every update; none where they were not asked for
 */
public record RecordedRun(RunRecord record, List<NetworkFingerprint> fingerprints) {

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
    if (!record.isComplete()) {
      throw UserError.usage(
          "%s: a run that is compared must be complete, but its status is %s. To fix: run it again."
              .formatted(directory, record.status()));
    }
    return of(record);
  }

  /** The run whose files these are, which has measured all it will. */
  public static RecordedRun of(RunRecord record) throws IOException {
    List<NetworkFingerprint> fingerprints = new ArrayList<>();
    for (Task task : record.tasks()) {
      FingerprintsReader.read(task.fingerprints(), fingerprints::add);
    }
    return new RecordedRun(record, fingerprints);
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
    RunDigest digest = new RunDigest();
    digest.add(record.metrics());
    fingerprints.forEach(digest::add);
    return digest.hex();
  }
}
