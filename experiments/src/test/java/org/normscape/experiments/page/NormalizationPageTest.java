package org.normscape.experiments.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The page about normalizations says what the records say and what they are found to be. */
final class NormalizationPageTest {

  private static final Path PAGE = Path.of("..", "docs", "normalizations.md");
  private static final String RENEW =
      "./mvnw -pl experiments -am test -Dtest=NormalizationPageTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Dnormscape.golden.write=true";

  @Test
  void isWhatTheRecordsSay() throws IOException {
    List<String> page = Files.readAllLines(PAGE);
    List<String> renewed = renewed(page, NormalizationPage.ofAll().parts());
    if (Boolean.getBoolean("normscape.golden.write")) {
      Files.writeString(PAGE, String.join("\n", renewed) + "\n");
    } else {
      assertThat(page).as("renew it by\n  %s", RENEW).isEqualTo(renewed);
    }
  }

  /** The page with its parts, each between a line that begins it and one that ends it. */
  private static List<String> renewed(List<String> page, Map<String, List<String>> parts) {
    List<String> renewed = new ArrayList<>();
    Iterator<String> lines = page.iterator();
    while (lines.hasNext()) {
      String line = lines.next();
      renewed.add(line);
      parts.forEach(
          (name, part) -> {
            if (line.equals("<!-- generated: %s -->".formatted(name))) {
              renewed.addAll(part);
              skipTo("<!-- end: %s -->".formatted(name), lines, renewed);
            }
          });
    }
    return renewed;
  }

  private static void skipTo(String end, Iterator<String> lines, List<String> renewed) {
    while (lines.hasNext()) {
      if (lines.next().equals(end)) {
        renewed.add(end);
        return;
      }
    }
    throw new IllegalStateException(PAGE + ": lacks the line " + end);
  }

  @Test
  void hasEveryPart() throws IOException {
    assertThat(Files.readAllLines(PAGE))
        .contains(
            "<!-- generated: facts -->",
            "<!-- generated: formulas -->",
            "<!-- generated: elsewhere -->");
  }
}
