package org.normscape.experiments.report.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.normscape.experiments.UserError;
import org.normscape.experiments.run.Status;
import org.normscape.experiments.run.Task;
import org.normscape.experiments.run.TaskStatus;

/**
 * What a run directory holds. A run that is still going, or that was killed, has the same files
 * with less in them.
 *
 * @param directory where it is
 * @param config the resolved configuration
 * @param provenance versions, hashes and environment; missing when the run has not written them
 * @param metrics what all its tasks measured, for each seed, for each cell
 */
public record RunRecord(Path directory, JsonNode config, JsonNode provenance, Metrics metrics) {

  /**
   * Reads a run directory.
   *
   * @throws UserError when it is not one, a file in it is broken, or what a complete run measured
   *     is not what its digest says
   */
  public static RunRecord read(Path directory) throws IOException {
    RunFiles.check(directory);
    JsonNode config = RunFiles.json(directory.resolve(RunFiles.CONFIG));
    List<Metrics> measured = new ArrayList<>();
    for (Task task : Task.of(directory, config)) {
      measured.add(Metrics.read(task.metrics()));
    }
    RunRecord run =
        new RunRecord(
            directory,
            config,
            RunFiles.json(directory.resolve(RunFiles.PROVENANCE)),
            Metrics.merged(measured).with(QuantitiesFile.read(directory)));
    run.check();
    return run;
  }

  private void check() throws IOException {
    Optional<String> kept =
        Optional.of(provenance.path("digest").asText()).filter(text -> !text.isEmpty());
    for (Task task : tasks()) {
      TaskStatus status = TaskStatus.read(task.folder());
      if (status.state().isEnded() && !status.isEnded(task.folder())) {
        throw UserError.failure(
            "%s: what a task recorded must be as it was when it ended, but one of its files was changed, cut or deleted since. To fix: restore it, or have the task done again with \"normscape resume\"."
                .formatted(task.folder()));
      }
    }
    if (isComplete() && kept.isPresent() && !kept.get().equals(digest())) {
      throw UserError.failure(
          "%s: what a complete run measured must have the digest that it wrote when it ended, %s, but its files have %s: one of them was changed, cut or deleted since. To fix: restore the files in its folder tasks, or run the experiment again."
              .formatted(directory, kept.get(), digest()));
    }
  }

  /** The digest of what was measured and of all fingerprints, as they are now. */
  public String digest() throws IOException {
    RunDigest digest = new RunDigest();
    digest.add(metrics);
    for (Task task : tasks()) {
      FingerprintsReader.read(task.fingerprints(), digest::add);
    }
    return digest.hex();
  }

  /** Its tasks in the order of its configuration. */
  public List<Task> tasks() {
    return Task.of(directory, config);
  }

  /** How far it has come, in a word; {@code unknown} where that is not written. */
  public String status() {
    return provenance.path("status").asText("unknown");
  }

  /** Whether it has measured all that it will. */
  public boolean isComplete() {
    return status().equals(Status.COMPLETE.word());
  }

  /** The name of the run directory. */
  public String name() {
    return directory.toAbsolutePath().normalize().getFileName().toString();
  }

  /** A setting at the top of the configuration, as text. */
  public Optional<String> setting(String key) {
    return Optional.of(config.path(key)).filter(JsonNode::isValueNode).map(JsonNode::asText);
  }
}
