package org.normscape.experiments.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.normscape.experiments.Sha256;
import org.normscape.experiments.UserError;
import org.normscape.experiments.run.file.Json;

/**
 * The folder of one run, {@code <date>-<name>-<short hash>}: {@code config.json}, {@code
 * provenance.json}, {@code kernels.json}, {@code quantities.json}, a folder for each task in {@code
 * tasks/}, {@code figures/}, {@code report.html}.
 *
 * @param path where it is
 */
public record RunDirectory(Path path) {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss", Locale.ROOT);
  private static final int HASH_DIGITS = 8;

  /** Keys in alphabetical order: that of some maps is another one in each process. */
  private static final ObjectMapper SORTED =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  /**
   * Makes the folder and writes its configuration.
   *
   * @param parent the folder that runs go into; made when missing
   * @param name the name of the experiment
   * @param config the fully resolved configuration
   * @param data the SHA-256 of what each cell reads, by name; the short hash is that of both
   * @throws UserError when the folder cannot be written
   */
  public static RunDirectory create(
      Path parent, String name, Object config, Map<String, ?> data, LocalDateTime now) {
    String hash = sha256(Map.of("config", config, "data", data));
    String stem = DATE.format(now) + "-" + name + "-" + hash.substring(0, HASH_DIGITS);
    if (Files.isRegularFile(parent)) {
      throw UserError.usage(
          "%s: must be a folder, but it is a file. To fix: name another folder with --out."
              .formatted(parent));
    }
    try {
      Files.createDirectories(parent);
      RunDirectory run = new RunDirectory(unused(parent, stem));
      Files.createDirectory(run.figures());
      Json.write(run.config(), config);
      return run;
    } catch (IOException e) {
      throw Json.unwritable(parent, e);
    }
  }

  private static Path unused(Path parent, String stem) throws IOException {
    Path path = parent.resolve(stem);
    for (int next = 2; ; next++) {
      try {
        return Files.createDirectory(path);
      } catch (FileAlreadyExistsException e) {
        path = parent.resolve(stem + "-" + next);
      }
    }
  }

  /** The SHA-256 of a configuration's JSON, in hexadecimal, whatever the order of its keys. */
  public static String sha256(Object config) {
    try {
      Object plain = SORTED.convertValue(config, Object.class);
      byte[] text = SORTED.writeValueAsString(plain).getBytes(StandardCharsets.UTF_8);
      return Sha256.of(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The fully resolved configuration. */
  public Path config() {
    return path.resolve("config.json");
  }

  /** How the run came about, and how it ended. */
  public Path provenance() {
    return path.resolve("provenance.json");
  }

  /** Which native kernels computed it, and what an audit found of them. */
  public Path kernels() {
    return path.resolve("kernels.json");
  }

  /** The figures. */
  public Path figures() {
    return path.resolve("figures");
  }

  /** The report. */
  public Path report() {
    return path.resolve("report.html");
  }

  /** What went wrong, in full, when something did that should not. */
  public Path error() {
    return path.resolve("error.log");
  }
}
