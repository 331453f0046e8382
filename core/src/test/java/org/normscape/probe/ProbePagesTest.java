package org.normscape.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.normscape.component.Name;

/**
 * The pages about probes: each has a line that says what it measures and costs, and one page is
 * made of what the quantities declare. {@code -Dnormscape.golden.write=true} writes it anew.
 */
class ProbePagesTest {

  private static final Path DOCS = Path.of("..", "docs");
  private static final Path QUANTITIES = DOCS.resolve("quantities.md");

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

  @Test
  void quantitiesAreThoseThatProbesDeclare() throws IOException {
    if (Boolean.getBoolean("normscape.golden.write")) {
      Files.writeString(QUANTITIES, page());
    }
    assertThat(Files.readString(QUANTITIES)).isEqualTo(page());
  }

  private static String page() {
    StringBuilder page = new StringBuilder();
    page.append("# Quantities\n\n");
    page.append(
        """
        What each probe records, with its defaults. This page is made of the declarations of the quantities; a test holds it
        against them and, with `-Dnormscape.golden.write=true`, writes it. [probes.md](probes.md) and [curvature.md](curvature.md)
        say what probes cost and what confounds them. Every quantity varies with the step, and with what is named here.

        """);
    ProbesTest.probes().stream()
        .sorted(Comparator.comparing(probe -> Name.of(probe.getClass())))
        .forEach(probe -> append(page, probe));
    return page.toString();
  }

  private static void append(StringBuilder page, Probe probe) {
    page.append("## `%s`\n\n".formatted(Name.of(probe.getClass())));
    page.append("| quantity | what it is | unit | varies with | from |\n|---|---|---|---|---|\n");
    probe.quantities().forEach(quantity -> page.append(line(quantity)));
    page.append('\n');
  }

  private static String line(Quantity quantity) {
    String symbol = quantity.symbol().isEmpty() ? "" : quantity.symbol() + ". ";
    return "| `%s` | %s%s | %s | %s | %s |\n"
        .formatted(
            quantity.name(),
            cell(symbol),
            cell(quantity.definition()),
            quantity.unit(),
            String.join(", ", quantity.axes()),
            cell(quantity.source()));
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }
}
