package org.normscape.experiments.report.metrics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.normscape.experiments.Nearest;
import org.normscape.experiments.UserError;

/** The files at the top of a run's folder, as JSON. */
public final class RunFiles {

  static final String CONFIG = "config.json";
  static final String PROVENANCE = "provenance.json";

  private static final ObjectMapper JSON = new ObjectMapper();

  private RunFiles() {}

  /** Whether a folder is that of a run. */
  public static boolean isRun(Path directory) {
    return Files.isDirectory(directory) && Files.exists(directory.resolve(CONFIG));
  }

  /**
   * Checks that a folder is that of a run.
   *
   * @throws UserError when it is not
   */
  public static void check(Path directory) {
    if (!isRun(directory)) {
      throw UserError.usage(
          "run: must be a directory with a config.json in it, but %s is not one. To fix: %s."
              .formatted(directory, remedy(directory)));
    }
  }

  /** The run beside a folder whose name is nearest; how runs are named, when none is near. */
  private static String remedy(Path directory) {
    return Nearest.to(String.valueOf(directory.getFileName()), runsBeside(directory))
        .map(near -> "write \"%s\"".formatted(directory.resolveSibling(near)))
        .orElse("name one that \"normscape run\" has made, such as runs/<date>-<name>-<hash>");
  }

  private static List<String> runsBeside(Path directory) {
    Path parent = directory.toAbsolutePath().getParent();
    if (parent == null || !Files.isDirectory(parent) || !Files.isReadable(parent)) {
      return List.of();
    }
    try (Stream<Path> beside = Files.list(parent)) {
      return beside.filter(RunFiles::isRun).map(run -> run.getFileName().toString()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * How a run came about; missing where that is not written, or cannot be read any more.
   *
   * @throws UserError when the folder is not that of a run
   */
  public static JsonNode provenance(Path run) throws IOException {
    check(run);
    try {
      return json(run.resolve(PROVENANCE));
    } catch (UserError damaged) {
      return MissingNode.getInstance();
    }
  }

  /**
   * The configuration of a run.
   *
   * @throws UserError when the folder is not that of a run, or the file is damaged
   */
  public static JsonNode config(Path run) throws IOException {
    check(run);
    return json(run.resolve(CONFIG));
  }

  /**
   * A file of a run; missing where there is none.
   *
   * @throws UserError when it is not JSON
   */
  static JsonNode json(Path file) throws IOException {
    if (!Files.exists(file)) {
      return MissingNode.getInstance();
    }
    try {
      return JSON.readTree(Files.readAllBytes(file));
    } catch (JsonProcessingException broken) {
      throw UserError.failure(
          "%s: a run keeps JSON there, but it is not JSON. To fix: restore the file, or run the experiment again."
              .formatted(file),
          broken);
    }
  }
}
