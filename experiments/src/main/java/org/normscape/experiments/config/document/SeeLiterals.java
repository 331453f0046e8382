package org.normscape.experiments.config.document;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the Javadoc of a class says in quotes behind {@code @see}, each in one line. The library
 * that reads Javadoc leaves out what goes on in a second line.
 */
final class SeeLiterals {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern LITERAL = Pattern.compile("(?m)^\\s*@see\\s+\"([^\"]*)\"");

  private SeeLiterals() {}

  /** Those of a class; none where its build kept no Javadoc. */
  static List<String> of(Class<?> type) {
    String name = "/%s__Javadoc.json".formatted(type.getName().replace('.', '/'));
    try (InputStream kept = type.getResourceAsStream(name)) {
      return kept == null ? List.of() : in(JSON.readTree(kept).path("doc").asText());
    } catch (IOException e) {
      throw new UncheckedIOException("the Javadoc of " + type.getName(), e);
    }
  }

  private static List<String> in(String javadoc) {
    return LITERAL
        .matcher(javadoc)
        .results()
        .map(literal -> literal.group(1).strip().replaceAll("\\s+", " "))
        .toList();
  }
}
