package org.normscape.experiments.report.metrics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.normscape.experiments.UserError;

/**
 * What a run directory holds. A run that is still going, or that was killed, has the same files
 * with less in them.
 *
 * @param config the resolved configuration; missing when the run has not written it
 * @param provenance versions, hashes and environment; missing when the run has not written them
 */
public record RunRecord(Path directory, JsonNode config, JsonNode provenance, Metrics metrics) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Reads a run directory.
   *
   * @throws UserError when it is not one, or a file in it is broken
   */
  public static RunRecord read(Path directory) throws IOException {
    if (!Files.isDirectory(directory) || !Files.exists(directory.resolve("config.json"))) {
      throw UserError.usage(
          "run: must be a directory with a config.json in it, but %s is not one. To fix: name one that \"normscape run\" has made, such as runs/<date>-<name>-<hash>."
              .formatted(directory));
    }
    return new RunRecord(
        directory,
        json(directory.resolve("config.json")),
        json(directory.resolve("provenance.json")),
        MetricsReader.read(directory.resolve("metrics.jsonl")));
  }

  /** The name of the run directory. */
  public String name() {
    return directory.toAbsolutePath().normalize().getFileName().toString();
  }

  /** A setting at the top of the configuration, as text. */
  public Optional<String> setting(String key) {
    return Optional.of(config.path(key)).filter(JsonNode::isValueNode).map(JsonNode::asText);
  }

  private static JsonNode json(Path file) throws IOException {
    if (!Files.exists(file)) {
      return MissingNode.getInstance();
    }
    try {
      return JSON.readTree(Files.readString(file));
    } catch (JsonProcessingException broken) {
      throw UserError.failure(
          "%s: a run keeps JSON there, but it is not JSON. To fix: restore the file, or run the experiment again."
              .formatted(file),
          broken);
    }
  }
}
