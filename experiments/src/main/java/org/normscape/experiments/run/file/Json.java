package org.normscape.experiments.run.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.normscape.experiments.UserError;

/** JSON as runs keep it: doubles in full precision, infinite ones and NaN as strings. */
public final class Json {

  private static final ObjectMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  /** One line. */
  public static String line(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Several lines, for people too. */
  public static String pretty(Object value) {
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts a file in place at once, so that a reader sees the old one or the new one. */
  public static void write(Path file, Object value) {
    try {
      WholeFile.write(file, pretty(value).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  /** The error of a user who asked for results to go where they cannot. */
  public static UserError unwritable(Path file, IOException cause) {
    return UserError.failure(
        "%s: must be writable, but it is not (%s). To fix: see to its rights and the space on its disk, or name another folder with --out."
            .formatted(file, reason(cause)),
        cause);
  }

  private static String reason(IOException cause) {
    String message = cause.getMessage();
    String kind = cause.getClass().getSimpleName().replace("Exception", "");
    return message == null ? kind : kind + ": " + message;
  }
}
