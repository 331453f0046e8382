package org.normscape.experiments.report.metrics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.normscape.experiments.UserError;
import org.normscape.probe.Quantities;
import org.normscape.probe.Quantity;

/**
 * {@code quantities.json} of a run: what the names in its metrics mean, as they were declared when
 * it was made. It is written before anything is measured.
 */
public final class QuantitiesFile {

  /** What it is called. */
  public static final String NAME = "quantities.json";

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private QuantitiesFile() {}

  /** Writes it into a run's folder. */
  public static void write(Path run, Quantities quantities) throws IOException {
    Files.writeString(
        run.resolve(NAME),
        JSON.writerWithDefaultPrettyPrinter().writeValueAsString(quantities.all()) + "\n");
  }

  /**
   * Reads it from a run's folder; nothing is declared when it is not there yet.
   *
   * @throws UserError when it holds something else
   */
  public static Quantities read(Path run) throws IOException {
    Path file = run.resolve(NAME);
    if (!Files.exists(file)) {
      return new Quantities(List.of());
    }
    try {
      return new Quantities(
          JSON.readValue(Files.readString(file), new TypeReference<List<Quantity>>() {}));
    } catch (JsonProcessingException | IllegalArgumentException broken) {
      throw UserError.failure(
          "%s: must be a list of declared quantities, but it is not (%s). To fix: restore the file, or run the experiment again."
              .formatted(file, firstLine(broken)),
          broken);
    }
  }

  private static String firstLine(Exception broken) {
    return String.valueOf(broken.getMessage()).lines().findFirst().orElse("");
  }
}
