package org.normscape.experiments.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.normscape.probe.Probe;
import org.normscape.probe.Quantities;
import org.normscape.probe.Quantity;

/**
 * What a quantity is called is known where it is declared, and nowhere else in this module. Axes,
 * such as {@code layer}, are words of the grammar of figures and of other settings too.
 */
final class QuantityNamesTest {

  private static final Path MAIN = Path.of("src/main");
  private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"|'([a-z_]+)'");

  private static Set<String> declared() {
    List<Probe> probes =
        ServiceLoader.load(Probe.class).stream().map(ServiceLoader.Provider::get).toList();
    assertThat(probes).isNotEmpty();
    List<Quantity> all = Quantities.of(probes).all();
    Set<String> axes = all.stream().flatMap(q -> q.axes().stream()).collect(Collectors.toSet());
    return all.stream()
        .map(Quantity::name)
        .filter(name -> !axes.contains(name))
        .collect(Collectors.toSet());
  }

  @Test
  void no_class_and_no_script_knows_a_quantity_by_name() throws IOException {
    Set<String> names = declared();
    assertThat(names).contains("train_loss", "effective_beta_max");
    try (Stream<Path> files = Files.walk(MAIN)) {
      List<Path> sources = files.filter(QuantityNamesTest::isCode).toList();
      assertThat(sources).hasSizeGreaterThan(100);
      assertThat(sources)
          .allSatisfy(file -> assertThat(texts(file)).doesNotContainAnyElementsOf(names));
    }
  }

  private static boolean isCode(Path file) {
    return Stream.of(".java", ".js", ".html").anyMatch(end -> file.toString().endsWith(end));
  }

  private static List<String> texts(Path file) {
    try {
      return TEXT.matcher(Files.readString(file)).results().map(QuantityNamesTest::inside).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String inside(MatchResult found) {
    return found.group(1) == null ? found.group(2) : found.group(1);
  }
}
