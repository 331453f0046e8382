package org.normscape.experiments.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.normscape.experiments.config.Binder;
import org.normscape.experiments.config.document.Reference;

class TemplateTest {

  @TempDir Path folder;

  static List<String> experiments() {
    return Catalog.names();
  }

  @ParameterizedTest
  @MethodSource("experiments")
  void saysWhatTheExperimentSays(String experiment) throws IOException {
    ExperimentSpec spec = Catalog.resolve(experiment, Catalog.defaultScale(experiment), List.of());
    Path file = folder.resolve("mine.conf");
    Files.write(file, new Template(spec, reference()).lines("mine"));

    ExperimentSpec mine = Catalog.resolve(file.toString(), Catalog.FULL, List.of());

    assertThat(mine.name()).isEqualTo("mine");
    assertThat(mine.cells()).isEqualTo(spec.cells());
    assertThat(mine.figures()).isEqualTo(spec.figures());
    assertThat(mine.claims()).isEqualTo(spec.claims());
    assertThat(mine.seeds()).isEqualTo(spec.seeds());
    assertThat(mine.description()).isEqualTo(spec.description());
    assertThat(mine.numerics()).isEqualTo(spec.numerics());
  }

  @Test
  void keepsKeysInsideThatAreCalledAsThoseOfTheWholeFile() throws IOException {
    ExperimentSpec spec =
        Catalog.resolve(
            "landscape",
            "tiny",
            List.of(Catalog.override("test", "probes.far={kind=line, scale=distance}")));
    Path file = folder.resolve("mine.conf");
    Files.write(file, new Template(spec, reference()).lines("mine"));

    assertThat(Catalog.resolve(file.toString(), Catalog.FULL, List.of()).cells())
        .isEqualTo(spec.cells());
  }

  @ParameterizedTest
  @MethodSource("experiments")
  void explainsEveryKeyThatCellsShare(String experiment) {
    ExperimentSpec spec = Catalog.resolve(experiment, Catalog.defaultScale(experiment), List.of());
    List<String> lines = new Template(spec, reference()).lines("mine");
    List<String> shared =
        lines.subList(lines.indexOf("# What all cells share.") + 1, lines.indexOf("cells = ["));
    for (int i = 1; i < shared.size(); i++) {
      if (shared.get(i).contains(" = ") && !shared.get(i).startsWith("#")) {
        assertThat(shared.get(i - 1)).as(shared.get(i)).startsWith("#");
      }
    }
  }

  private static Reference reference() {
    Binder binder = Binder.of(Thread.currentThread().getContextClassLoader());
    return new Reference(binder.forms(), Vocabulary.nouns());
  }
}
