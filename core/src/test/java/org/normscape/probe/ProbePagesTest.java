package org.normscape.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.normscape.component.Name;

/** The pages about probes have a line for each that says what it measures and costs. */
class ProbePagesTest {

  private static final Path DOCS = Path.of("..", "docs");

  static Stream<String> names() {
    return ProbesTest.probes().stream().map(probe -> Name.of(probe.getClass())).sorted();
  }

  @ParameterizedTest
  @MethodSource("names")
  void saysWhatAProbeMeasuresAndCosts(String name) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.addAll(Files.readAllLines(DOCS.resolve("probes.md")));
    lines.addAll(Files.readAllLines(DOCS.resolve("curvature.md")));
    assertThat(lines)
        .filteredOn(line -> line.startsWith("| `" + name + "` | "))
        .singleElement()
        .satisfies(line -> assertThat(line.split("\\|")).hasSizeGreaterThanOrEqualTo(4));
  }
}
