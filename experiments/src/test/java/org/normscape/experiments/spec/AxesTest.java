package org.normscape.experiments.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.Config;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.normscape.experiments.UserError;
import org.normscape.norm.LayerNorm;

/** Settings over which all cells of an experiment vary. */
final class AxesTest {

  private static ExperimentSpec swept(List<String> over, String... excluded) {
    List<Config> overrides = new ArrayList<>();
    over.forEach(axis -> overrides.add(Catalog.axis("--over", axis)));
    overrides.add(Catalog.exclusions("--exclude", Arrays.asList(excluded)));
    overrides.add(Catalog.override("--set", "claims=[]"));
    return Catalog.resolve("landscape", "smoke", overrides);
  }

  private static List<String> names(List<String> over, String... excluded) {
    return swept(over, excluded).cells().stream().map(CellSpec::name).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "log(1e-3,1,4); 0.001, 0.01, 0.1, 1.0",
        "log(1, 1e-2, 3); 1.0, 0.1, 0.01",
        "linear(0.1,0.3,3); 0.1, 0.2, 0.3",
        "range(1,9,4); 1.0, 5.0, 9.0",
        "range(0.1, 0.35, 0.1); 0.1, 0.2, 0.3",
        "[0.3, 0.1]; 0.3, 0.1"
      })
  void valuesAreListsOrWordsForThem(String values, String expected) {
    List<String> rates =
        swept(List.of("optimizer.learning-rate=" + values)).cells().stream()
            .filter(cell -> cell.name().startsWith("standard"))
            .map(cell -> String.valueOf(cell.optimizer().learningRate()))
            .toList();
    assertThat(String.join(", ", rates)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "log(0,1,3)",
        "log(1,2,1)",
        "range(1,2,0)",
        "range(2,1,1)",
        "linear(1,2,2.5)",
        "log(1,2)",
        "[]",
        "3"
      })
  void valuesThatAreNoneAreNamed(String values) {
    List<String> over = List.of("optimizer.learning-rate=" + values);
    assertThatThrownBy(() -> names(over))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("axes.optimizer.learning-rate (--over optimizer.learning-rate=")
        .hasMessageContaining("must be a list of values, at least one, but it is ")
        .hasMessageEndingWith("or log(first, last, count).");
  }

  /** What is swept over wins over what cells say; cells that are one then are one. */
  @Test
  void cellsThatDifferInNothingElseBecomeOne() {
    assertThat(names(List.of("normalization.kind=[none,layer-norm]", "steps=[3,4]")))
        .containsExactly(
            "network@kind=none@steps=3",
            "network@kind=none@steps=4",
            "network@kind=layer-norm@steps=3",
            "network@kind=layer-norm@steps=4");
    assertThat(
            swept(List.of("normalization.kind=[none,layer-norm]")).cells().get(1).normalization())
        .isEqualTo(new LayerNorm());
  }

  @Test
  void settingsVaryTogether() {
    ExperimentSpec spec = swept(List.of("optimizer.learning-rate,data.batch=[[0.1,16],[0.2,32]]"));
    assertThat(spec.cells())
        .extracting(CellSpec::name)
        .containsExactly(
            "standard@learning-rate=0.1@batch=16",
            "standard@learning-rate=0.2@batch=32",
            "batch-norm@learning-rate=0.1@batch=16",
            "batch-norm@learning-rate=0.2@batch=32");
    assertThat(spec.cells().get(1).data().batch()).isEqualTo(32);
    assertThatThrownBy(() -> names(List.of("optimizer.learning-rate,data.batch=[[0.1],[0.2,32]]")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("each value must be a list of 2");
  }

  @Test
  void cellsAreLeftOut() {
    List<String> over = List.of("optimizer.learning-rate=[0.1,1]");
    assertThat(names(over, "normalization=none,optimizer.learning-rate=1"))
        .containsExactly(
            "standard@learning-rate=0.1",
            "batch-norm@learning-rate=0.1",
            "batch-norm@learning-rate=1");
    assertThat(names(over, "normalization.kind=none", "optimizer.learning-rate=0.1"))
        .containsExactly("batch-norm@learning-rate=1");
  }

  @Test
  void whatIsNoAxisIsNamed() {
    assertThatThrownBy(() -> Catalog.axis("--over", "optimizer.learning-rate"))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith(
            "--over: must be key=value in HOCON, but it is \"optimizer.learning-rate\"");
    assertThatThrownBy(() -> names(List.of("optimizer.lr=[1,2]")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("optimizer.lr");
  }
}
