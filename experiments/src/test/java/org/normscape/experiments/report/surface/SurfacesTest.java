package org.normscape.experiments.report.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.normscape.experiments.interchange.StructuredGridTest;
import org.normscape.experiments.report.metrics.Metrics;
import org.normscape.experiments.report.metrics.Series;
import org.normscape.probe.Quantities;
import org.normscape.probe.Quantity;

/** Surfaces of a run that is made up. */
final class SurfacesTest {

  private static final Quantity ALPHA = quantity("alpha");
  private static final Quantity BETA = quantity("beta");
  private static final Quantity LOSS = quantity("height").along(ALPHA, BETA);
  private static final Quantity SHARE = quantity("share").along(ALPHA, BETA);
  private static final Quantity LINE = quantity("line").along(ALPHA);
  private static final Quantities DECLARED =
      new Quantities(List.of(ALPHA, BETA, LOSS, SHARE, LINE));

  @TempDir private Path folder;

  private static Quantity quantity(String name) {
    return Quantity.of(name, name, "", "1", "Something.");
  }

  private static Series at(String metric, Map<String, Double> at, double... values) {
    List<Series.Sample> samples = new ArrayList<>();
    for (double value : values) {
      samples.add(new Series.Sample(10 * samples.size(), value));
    }
    return new Series("net", 3, metric, at, samples);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  @Test
  void eachStepHasAFileWithAllThatVariesWithTheSameTwo() throws Exception {
    List<Series> series = new ArrayList<>(List.of(at("line", Map.of("alpha", 1.0), 9)));
    // β grows fastest, as probes measure; in the file α does.
    for (double alpha : List.of(-1.0, 1.0)) {
      for (double beta : List.of(0.0, 2.0, 4.0)) {
        Map<String, Double> place = Map.of("alpha", alpha, "beta", beta);
        series.add(at("height", place, alpha + beta, alpha * beta));
      }
    }
    series.add(at("share", Map.of("alpha", 1.0, "beta", 2.0), 0.5));
    int count = new Surfaces(new Metrics(series, DECLARED)).write(folder);
    assertThat(count).isEqualTo(2);
    assertThat(files())
        .containsExactly("net/seed-3/step-0/alpha-beta.vts", "net/seed-3/step-10/alpha-beta.vts");
    Map<String, List<Double>> first =
        StructuredGridTest.arrays(
            Files.readAllBytes(folder.resolve("net/seed-3/step-0/alpha-beta.vts")));
    assertThat(first.get("height")).containsExactly(-1.0, 1.0, 1.0, 3.0, 3.0, 5.0);
    assertThat(first.get("share"))
        .containsExactly(Double.NaN, Double.NaN, Double.NaN, 0.5, Double.NaN, Double.NaN);
    Map<String, List<Double>> second =
        StructuredGridTest.arrays(
            Files.readAllBytes(folder.resolve("net/seed-3/step-10/alpha-beta.vts")));
    assertThat(second.get("height")).containsExactly(-0.0, 0.0, -2.0, 2.0, -4.0, 4.0);
    assertThat(second).doesNotContainKey("share");
  }

  @Test
  void whatIsNoSurfaceHasNoFolder() throws IOException {
    Metrics metrics = new Metrics(List.of(at("line", Map.of("alpha", 1.0), 9)), DECLARED);
    assertThat(new Surfaces(metrics).write(folder.resolve("surfaces"))).isZero();
    assertThat(files()).isEmpty();
    assertThat(folder.resolve("surfaces")).doesNotExist();
  }
}
