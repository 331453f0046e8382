package org.normscape.experiments.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.Config;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.normscape.experiments.UserError;
import org.normscape.model.MultilayerPerceptron;
import org.normscape.nn.activation.Relu;
import org.normscape.nn.initialization.He;
import org.normscape.norm.LayerNorm;
import org.normscape.probe.landscape.Landscape;
import org.normscape.probe.sharpness.CriticalSharpness;

/** The experiments that are there, at every scale, and what may be said wrong about them. */
final class CatalogTest {

  static Stream<ExperimentSpec> everything() {
    return Catalog.names().stream()
        .flatMap(
            name ->
                Catalog.scales(name).stream()
                    .map(scale -> Catalog.resolve(name, scale, List.of())));
  }

  @Test
  void everyExperimentIsThereAtFourScales() {
    assertThat(Catalog.names()).contains("landscape");
    for (String name : Catalog.names()) {
      assertThat(Catalog.scales(name)).as(name).contains("tiny", "smoke", "laptop", "paper");
    }
  }

  @ParameterizedTest
  @MethodSource("everything")
  void configurationIsReadBackAsItWasWritten(ExperimentSpec spec) {
    assertThat(SpecJson.read(SpecJson.write(spec), "config.json")).isEqualTo(spec);
  }

  /** All but those whose cells show one probe each. */
  static Stream<ExperimentSpec> studies() {
    return everything().filter(spec -> !spec.name().equals("all-probes"));
  }

  /** Kalra (2026): it costs nine forward passes, and says how close training is to the edge. */
  @ParameterizedTest
  @MethodSource("studies")
  void everythingThatTrainsMeasuresCriticalSharpness(ExperimentSpec spec) {
    assertThat(spec.cells().stream().filter(cell -> cell.steps() > 1))
        .as("%s at %s", spec.name(), spec.scale())
        .allSatisfy(
            cell ->
                assertThat(cell.probes().values())
                    .hasAtLeastOneElementOfType(CriticalSharpness.class));
  }

  @Test
  void thePaperScaleIsThePapersOwn() {
    ExperimentSpec paper = Catalog.resolve("landscape", "paper", List.of());
    for (CellSpec cell : paper.cells()) {
      assertThat(cell.steps()).isEqualTo(15_000);
      assertThat(cell.data().batch()).isEqualTo(128);
      assertThat(cell.optimizer().learningRate()).isEqualTo(0.1);
      assertThat(landscape(cell).stepLengths()).contains(0.5, 1.0, 2.0, 4.0);
    }
    assertThat(paper.scale()).isEqualTo("paper");
  }

  @Test
  void settingsLieOverTheFileAndTheFirstWins() {
    ExperimentSpec spec =
        Catalog.resolve(
            "landscape",
            "smoke",
            List.of(
                Catalog.override("--set", "optimizer.learning-rate=0.01"),
                Catalog.override("--set", "optimizer.learning-rate=0.02"),
                Catalog.override("--set", "probes.landscape.step-lengths=[1, 2]")));
    CellSpec cell = spec.cell("batch-norm");
    assertThat(cell.optimizer().learningRate()).isEqualTo(0.01);
    assertThat(landscape(cell).stepLengths()).containsExactly(1.0, 2.0);
  }

  private static Landscape landscape(CellSpec cell) {
    return (Landscape) Objects.requireNonNull(cell.probes().get("landscape"));
  }

  @Test
  void errorsNameTheSettingAndAllAreSaidAtOnce() {
    assertThatThrownBy(
            () ->
                Catalog.resolve(
                    "landscape",
                    "smoke",
                    List.of(
                        Catalog.override("--set", "optimizer.learning-rat=1"),
                        Catalog.override("--set", "steps=-1"),
                        Catalog.override("--set", "data.batch=2000"))))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(
            "optimizer.learning-rat (--set optimizer.learning-rat=1): there is no such key in optimizer, only [kind, learning-rate, schedule, weight-decay], but it was set. To fix: write \"optimizer.learning-rate\".")
        .hasMessageContaining("steps (--set steps=-1): must be at least 0, but it is -1.")
        .hasMessageContaining(
            "data.batch (--set data.batch=2000): must be at most train-examples, here 1024, but it is 2000.");
  }

  @Test
  void aGroupOfAnotherKindTakesThePlaceOfTheOneBeneath() {
    ExperimentSpec spec =
        Catalog.resolve(
            "landscape",
            "smoke",
            List.of(
                Catalog.override(
                    "--set", "model={kind=multilayer-perceptron,hidden=[9],initializer=he}")));
    assertThat(spec.cell("standard").model())
        .isEqualTo(new MultilayerPerceptron(List.of(9), new Relu(), new He()));
  }

  @Test
  void aSettingMayChangeOneCell() {
    ExperimentSpec spec =
        Catalog.resolve(
            "landscape",
            "smoke",
            List.of(
                Catalog.override("--set", "cells.batch-norm.optimizer.learning-rate=0.5"),
                Catalog.override("--set", "cells.standard.normalization=layer-norm")));
    assertThat(spec.cell("batch-norm").optimizer().learningRate()).isEqualTo(0.5);
    assertThat(spec.cell("standard").optimizer().learningRate()).isEqualTo(0.1);
    assertThat(spec.cell("standard").normalization()).isEqualTo(new LayerNorm());
    fails("cells.batchnorm.steps=1")
        .hasMessage(
            "cells.batchnorm (--set cells.batchnorm.steps=1): there is no such cell, only [batch-norm, standard], but it was set. To fix: write \"batch-norm\".");
  }

  @Test
  void aSettingForAllThatEveryCellSetsItselfIsRefused() {
    fails("normalization=layer-norm")
        .hasMessage(
            "normalization (--set normalization=layer-norm): must be of a single cell, since each of [batch-norm, standard] sets normalization itself, but it was set for all. To fix: set cells.batch-norm.normalization.");
    fails("normalization.epsilon=0.1")
        .hasMessage(
            "normalization.epsilon (--set normalization.epsilon=0.1): must be of a single cell, since each of [batch-norm, standard] sets normalization itself, but it was set for all. To fix: set cells.batch-norm.normalization.epsilon.");
    fails("probes.landscape.when.steps=[5]")
        .hasMessage(
            "probes.landscape.when.steps (--set probes.landscape.when.steps=[5]): there is no such key in probes.landscape.when, only [kind, every, first], but it was set. To fix: set probes.landscape.when.kind to \"at-steps\", or leave this key out.");
  }

  @Test
  void axesMakeACellForEveryCombination() {
    ExperimentSpec spec =
        Catalog.resolve(
            "landscape",
            "smoke",
            List.of(
                Catalog.override(
                    "--set",
                    "axes={\"optimizer.learning-rate\"=[0.1, 0.5], normalization=[none, layer-norm]}"),
                Catalog.override("--set", "cells=[{name=net}]")));
    assertThat(spec.cells())
        .extracting(CellSpec::name)
        .containsExactly(
            "net@normalization=none@learning-rate=0.1",
            "net@normalization=none@learning-rate=0.5",
            "net@normalization=layer-norm@learning-rate=0.1",
            "net@normalization=layer-norm@learning-rate=0.5");
    assertThat(spec.cells().get(3).optimizer().learningRate()).isEqualTo(0.5);
    assertThat(spec.cells().get(3).normalization()).isEqualTo(new LayerNorm());
    assertThat(SpecJson.read(SpecJson.write(spec), "config.json")).isEqualTo(spec);
  }

  @Test
  void aFileOfOnesOwnMayStartFromOurs(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("mine.conf");
    Files.writeString(
        file,
        """
        include "landscape"
        optimizer.learning-rate = 0.05
        cells.batch-norm.steps = 3
        cells.layers.normalization = layer-norm
        claims = []
        """);
    ExperimentSpec spec = Catalog.resolve(file.toString(), "smoke", List.of());
    assertThat(spec.cells())
        .extracting(CellSpec::name)
        .containsExactly("standard", "batch-norm", "layers");
    assertThat(spec.cell("batch-norm").steps()).isEqualTo(3);
    assertThat(spec.cell("layers").optimizer().learningRate()).isEqualTo(0.05);
  }

  @Test
  void aFileOfOnesOwnNeedsNoMoreThanWhatIsSpecial(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("small.conf");
    Files.writeString(file, "model = multilayer-perceptron\nsteps = 0\nprobes.landscape {}\n");
    ExperimentSpec spec = Catalog.resolve(file.toString(), Catalog.FULL, List.of());
    assertThat(spec.name()).isEqualTo("small");
    assertThat(spec.cells()).hasSize(1);
    assertThat(landscape(spec.cells().get(0))).isEqualTo(new Landscape());
  }

  @Test
  void aFileThatIncludesItselfIsRefused(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("loop.conf");
    Files.writeString(file, "include \"loop.conf\"\n");
    assertThatThrownBy(() -> Catalog.resolve(file.toString(), Catalog.FULL, List.of()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("a file must not include itself");
  }

  @Test
  void settingsThatAreNotSettingsAreRejected() {
    for (String setting : List.of("steps", "=3", "a=[1", "a=${b}", "")) {
      assertThatThrownBy(() -> Catalog.override("--set", setting))
          .isInstanceOf(UserError.class)
          .hasMessage(
              "--set: must be key=value in HOCON, but it is \"%s\". To fix: write it like optimizer.learning-rate=0.01."
                  .formatted(setting));
    }
  }

  @Test
  void unknownExperimentsAndScalesSuggestTheNearest() {
    assertThatThrownBy(() -> Catalog.resolve("landscap", "smoke", List.of()))
        .hasMessageContaining("it is \"landscap\". To fix: write \"landscape\".");
    assertThatThrownBy(() -> Catalog.resolve("landscape", "smok", List.of()))
        .hasMessage(
            "--scale: must be one of [laptop, paper, smoke, tiny], but it is \"smok\". To fix: write \"smoke\".");
  }

  @Test
  void whatIsNotAConfigurationIsSaidToBeNone() {
    assertThatThrownBy(() -> SpecJson.read("{", "config.json"))
        .hasMessage(
            "config.json: must be the configuration of a run as JSON, but it is not. To fix: run the experiment again.");
  }

  private static org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> fails(
      String setting) {
    List<Config> overrides = List.of(Catalog.override("--set", setting));
    return assertThatThrownBy(() -> Catalog.resolve("landscape", "smoke", overrides))
        .isInstanceOf(UserError.class);
  }
}
