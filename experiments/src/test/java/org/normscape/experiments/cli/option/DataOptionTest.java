package org.normscape.experiments.cli.option;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.normscape.experiments.cli.result.WrittenReports;
import org.normscape.experiments.cli.surroundings.Surroundings;
import org.normscape.experiments.spec.Catalog;
import org.normscape.experiments.spec.CellSpec;
import org.normscape.experiments.task.ExperimentRun;

/** Data that the environment names is named in the command that runs the same again. */
final class DataOptionTest {

  @TempDir private Path home;

  private Surroundings surroundings(Map<String, String> environment) {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    return new Surroundings(
        nowhere,
        nowhere,
        false,
        environment,
        home,
        Clock.systemUTC(),
        ExperimentRun::run,
        new WrittenReports(),
        List.of());
  }

  private static List<CellSpec> cells(String source) {
    return Catalog.resolve(
            "landscape", "smoke", List.of(Catalog.override("--set", "data.source=" + source)))
        .cells();
  }

  @Test
  void the_folder_of_the_environment_counts_where_it_is_read() {
    Surroundings named = surroundings(Map.of("NORMSCAPE_DATA", "/some/where"));
    DataOption option = new DataOption();
    assertThat(option.fromEnvironment(named, cells("cifar10"))).contains(Path.of("/some/where"));
    assertThat(option.fromEnvironment(named, cells("stripes"))).isEmpty();
    assertThat(option.fromEnvironment(surroundings(Map.of()), cells("cifar10"))).isEmpty();
  }
}
