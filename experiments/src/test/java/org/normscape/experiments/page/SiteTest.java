package org.normscape.experiments.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every page of docs and of its tutorials stands in the navigation of the site. */
final class SiteTest {

  private static final Path DOCS = Path.of("../docs");

  @Test
  void everyPageStandsInTheNavigation() throws IOException {
    String navigation = Files.readString(DOCS.resolve(".vitepress/config.mjs"));
    assertThat(names(DOCS)).contains("start", "gpu", "cluster");
    for (Path folder : List.of(DOCS, DOCS.resolve("tutorials"))) {
      assertThat(names(folder))
          .allMatch(
              name ->
                  navigation.contains("'%s'".formatted(name))
                      || navigation.contains("docs/%s.md".formatted(name)));
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".md"))
          .map(name -> name.substring(0, name.length() - ".md".length()))
          .sorted()
          .toList();
    }
  }
}
