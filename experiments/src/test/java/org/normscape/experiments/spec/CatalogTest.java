package org.normscape.experiments.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.Config;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.normscape.experiments.UserError;
import org.normscape.norm.Affine;

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

  @Test
  void thePaperScaleIsThePapersOwn() {
    ExperimentSpec paper = Catalog.resolve("landscape", "paper", List.of());
    assertThat(paper.steps()).isEqualTo(15_000);
    assertThat(paper.data().batch()).isEqualTo(128);
    assertThat(paper.optimizer().learningRate()).isEqualTo(0.1);
    assertThat(paper.probe().landscape().orElseThrow().stepLengths()).contains(0.5, 1.0, 2.0, 4.0);
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
                Catalog.override("--set", "probe.landscape.step-lengths=[1, 2]")));
    assertThat(spec.optimizer().learningRate()).isEqualTo(0.01);
    assertThat(spec.probe().landscape().orElseThrow().stepLengths()).containsExactly(1.0, 2.0);
  }

  @Test
  void errorsNameTheSetting() {
    fails("optimizer.learning-rat=1")
        .hasMessage(
            "optimizer.learning-rat (--set optimizer.learning-rat=1): there is no such key in optimizer, only [kind, learning-rate, schedule, weight-decay], but it was set. To fix: write \"learning-rate\".");
    fails("steps=-1")
        .hasMessage(
            "steps (--set steps=-1): must be greater than 0, but it is -1. To fix: set a value that is allowed.");
    fails("data.batch=2000")
        .hasMessageContaining("must lie in [1, train-examples], here [1, 1024], but it is 2000.");
  }

  @Test
  void aGroupOfAnotherKindTakesThePlaceOfTheOneBeneath() {
    ExperimentSpec spec =
        Catalog.resolve(
            "landscape",
            "smoke",
            List.of(
                Catalog.override("--set", "model.units=5"),
                Catalog.override(
                    "--set", "model={kind=mlp,layers=2,units=9,initializer=he-normal}")));
    assertThat(spec.model())
        .isEqualTo(new ModelSpec.Mlp(2, 5, ModelSpec.InitializerSpec.HE_NORMAL));
    fails("model.kind=mlp")
        .hasMessage(
            "model.layers (--set model.kind=mlp): must be a whole number, but it is missing. To fix: set model.layers.");
  }

  @Test
  void aCellMayHaveLayerNormalization() {
    ExperimentSpec spec =
        Catalog.resolve(
            "landscape", "smoke", List.of(Catalog.override("--set", layerNorm("1e-5"))));
    assertThat(spec.cells())
        .containsExactly(
            new CellSpec("layer-norm", new NormalizationSpec.LayerNorm(1e-5, Affine.WITH)));
    assertThat(SpecJson.read(SpecJson.write(spec), "config.json")).isEqualTo(spec);
    fails(layerNorm("0"))
        .hasMessageContaining("epsilon")
        .hasMessageContaining("must be greater than 0, but it is 0.");
  }

  private static String layerNorm(String epsilon) {
    return "cells=[{name=layer-norm,normalization{kind=layer-norm,epsilon=%s,affine=with}}]"
        .formatted(epsilon);
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
