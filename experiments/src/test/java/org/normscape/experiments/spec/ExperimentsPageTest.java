package org.normscape.experiments.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page about experiments has a line for each, with its title. */
final class ExperimentsPageTest {

  private static final Path PAGE = Path.of("..", "docs", "experiments.md");

  static List<String> names() {
    return Catalog.names();
  }

  @ParameterizedTest
  @MethodSource("names")
  void saysWhatItIs(String name) throws IOException {
    String title = Catalog.resolve(name, Catalog.defaultScale(name), List.of()).title();
    assertThat(Files.readAllLines(PAGE))
        .anyMatch(line -> line.startsWith("| `%s` | %s | ".formatted(name, title)));
  }
}
