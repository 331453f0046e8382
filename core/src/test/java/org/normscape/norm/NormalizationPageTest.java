package org.normscape.norm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.normscape.component.Name;

/** The page about normalizations has a line for each of activations. */
class NormalizationPageTest {

  private static final Path PAGE = Path.of("..", "docs", "normalizations.md");

  static Stream<String> names() {
    return ServiceLoader.load(Normalization.class).stream()
        .map(ServiceLoader.Provider::type)
        .filter(ActivationNormalization.class::isAssignableFrom)
        .map(Name::of);
  }

  @ParameterizedTest
  @MethodSource("names")
  void saysWhatItIs(String name) throws IOException {
    assertThat(Files.readAllLines(PAGE)).anyMatch(line -> line.startsWith("| `" + name + "` | "));
  }
}
