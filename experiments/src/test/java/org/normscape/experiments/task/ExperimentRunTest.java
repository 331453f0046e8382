package org.normscape.experiments.task;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.normscape.backend.Backend;
import org.normscape.backend.Backends;
import org.normscape.check.Elsewhere;
import org.normscape.experiments.UserError;
import org.normscape.experiments.cli.Stopping;
import org.normscape.experiments.data.DataContext;
import org.normscape.experiments.run.Datasets;
import org.normscape.experiments.run.Experiment;
import org.normscape.experiments.run.RunLog;
import org.normscape.experiments.run.Task;
import org.normscape.experiments.run.checkpoint.Interrupted;
import org.normscape.experiments.run.progress.NoProgress;
import org.normscape.experiments.spec.Catalog;
import org.normscape.experiments.spec.CellSpec;
import org.normscape.experiments.spec.ExperimentSpec;

class ExperimentRunTest {

  @TempDir Path folder;

  /** The landscape experiment, so small that loops in plain Java do it in a second. */
  private static ExperimentSpec spec(String... settings) {
    return Catalog.resolve(
        "landscape",
        "smoke",
        Stream.concat(
                Stream.of(settings),
                Stream.of(
                    "numerics=precise",
                    "steps=3",
                    "model.width=1",
                    "data={source={kind=stripes,train-examples=32,test-examples=16},train-examples=32,test-examples=16,batch=8}",
                    "probes.landscape.when.every=2",
                    "evaluation.every=2"))
            .map(setting -> Catalog.override("--set", setting))
            .toList());
  }

  private Datasets data() {
    return new Datasets(new DataContext(Optional.empty(), Map.of(), folder.resolve("home"), 1));
  }

  private List<String> run(String name, ExperimentSpec spec) throws IOException {
    try (Backend backend = Backends.open("reference")) {
      carryOut(ExperimentRun::run, name, spec, backend);
    }
    return lines(name, spec);
  }

  private void carryOut(Experiment experiment, String name, ExperimentSpec spec, Backend backend) {
    try (RunLog log = new RunLog(folder.resolve(name), RunLog.Fingerprints.NEVER)) {
      experiment.run(spec, backend, data(), log, new NoProgress());
    }
  }

  private List<String> lines(String name, ExperimentSpec spec) throws IOException {
    Path run = folder.resolve(name);
    List<String> lines = new ArrayList<>();
    for (CellSpec cell : spec.cells()) {
      for (long seed : spec.seeds()) {
        lines.addAll(Files.readAllLines(Task.of(run, cell.name(), seed).metrics()));
      }
    }
    return lines;
  }

  @Test
  void recordsEveryQuantityOfEachCell() throws IOException {
    List<String> lines = run("metrics", spec());
    for (String cell : List.of("standard", "batch-norm")) {
      List<String> own = lines.stream().filter(line -> line.contains(cell)).toList();
      assertThat(count(own, "train_loss")).isEqualTo(3);
      assertThat(count(own, "train_accuracy")).isEqualTo(3);
      assertThat(count(own, "test_accuracy")).isEqualTo(2);
      assertThat(count(own, "test_loss")).isEqualTo(2);
      assertThat(count(own, "probe_loss")).isEqualTo(2);
      assertThat(count(own, "effective_beta_max")).isEqualTo(2);
      assertThat(count(own, "loss_along_gradient")).isEqualTo(2 * 4);
      assertThat(count(own, "gradient_cosine")).isEqualTo(2 * 4);
    }
  }

  @Test
  void trainsACellWithLayerNormalization() throws IOException {
    String norm = "normalization=layer-norm";
    List<String> losses = losses(run("layers", spec("cells=[{name=standard," + norm + "}]")));
    assertThat(losses).hasSize(3).doesNotContainAnyElementsOf(losses(run("metrics", spec())));
  }

  private static List<String> losses(List<String> lines) {
    return lines.stream().filter(line -> line.contains("\"train_loss\"")).toList();
  }

  private static long count(List<String> lines, String metric) {
    return lines.stream().filter(line -> line.contains("\"" + metric + "\"")).count();
  }

  @Test
  void givesTheSameNumbersTwiceAndOthersForAnotherSeed() throws IOException {
    List<String> first = run("first", spec());
    assertThat(run("second", spec())).isEqualTo(first);
    assertThat(run("third", spec("seeds=[2]"))).doesNotContainAnyElementsOf(first);
  }

  @Test
  void trainsAlikeWhetherItIsProbedOrNot() throws IOException {
    List<String> often = run("often", spec("probes.landscape.when.every=1"));
    List<String> once = run("once", spec("probes.landscape.when.every=1000"));
    assertThat(often).containsAll(once);
  }

  @Test
  void recordsThatANetworkDivergedAndGoesOnWithTheNext() throws IOException {
    List<String> lines = run("diverged", spec("optimizer.learning-rate=1e200", "steps=4"));
    assertThat(count(lines, "diverged")).isEqualTo(2);
    assertThat(lines).anyMatch(line -> line.contains("batch-norm") && line.contains("diverged"));
    assertThat(count(lines, "train_loss")).isLessThan(2 * 4);
    assertThat(lines).anyMatch(line -> line.contains("\"value\":\"NaN\""));
  }

  /** The last update is one too, and only a test looks at the network after it. */
  @Test
  void recordsThatTheLastUpdateLedNowhere() throws IOException {
    List<String> lines =
        run(
            "last",
            spec("optimizer.learning-rate=1e200", "steps=1", "probes.landscape.when.first=100"));
    assertThat(lines.stream().filter(line -> line.contains("\"train_loss\"")))
        .hasSize(2)
        .noneMatch(line -> line.contains("NaN"));
    assertThat(lines)
        .contains(
            "{\"cell\":\"standard\",\"seed\":1,\"step\":1,\"metric\":\"diverged\",\"value\":1.0}")
        .contains(
            "{\"cell\":\"standard\",\"seed\":1,\"step\":1,\"metric\":\"test_accuracy\",\"value\":\"NaN\"}");
  }

  /** A network may train on while a longer step than its own would lead nowhere. */
  @Test
  void takesNoNetworkToHaveDivergedWhereAStepOfAProbeLedNowhere() throws IOException {
    List<String> lines = run("probed", spec("steps=1", "probes.landscape.step-lengths=[1e200]"));
    assertThat(lines).anyMatch(line -> line.contains("loss_band_high") && line.contains("NaN"));
    assertThat(count(lines, "diverged")).isZero();
    assertThat(count(lines, "test_loss")).isEqualTo(2);
  }

  @Test
  void aStepLengthThatIsZeroInItsTypeIsRefused() {
    ExperimentSpec tooShort = spec("numerics=fast", "probes.landscape.step-lengths=[1e-300]");
    assertThatThrownBy(() -> Blueprints.check(tooShort, data()))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith(
            "cell \"standard\": probes.landscape.step-lengths: times the learning rate must be numbers other than 0 in the objective's type, f32, but it is 1.0E-300 times 0.1, which is 0 or infinite there. To fix: ");
  }

  @Test
  void aLossThatDoesNotTakeTheTargetsOfTheDataIsRefused() {
    ExperimentSpec numbers = spec("loss=squared-error");
    assertThatThrownBy(() -> Blueprints.check(numbers, data()))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith(
            "cell \"standard\": loss: must take the targets of the data, which are 10 classes (i32[")
        .hasMessageContaining("but squared-error takes f64[")
        .hasMessageContaining("To fix: leave it out");
  }

  @Test
  void aGroupOfParametersThatNoCellHasIsRefused() {
    ExperimentSpec none = spec("optimizer={kind=parameter-group,parameters=\"attention.*\"}");
    assertThatThrownBy(() -> Blueprints.check(none, data()))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith(
            "cell \"standard\": optimizer.parameters: must match the whole path of a parameter, one of conv1.weight, ")
        .hasMessageContaining("but it is \"attention.*\". To fix: ");
  }

  /**
   * At a short step nothing has changed, whatever function is looked at. Not at the first: biases
   * that are 0 put units of a relu on its kink.
   */
  @ParameterizedTest
  @CsvSource({
    "batch, included", "batch, excluded", "batch-frozen-running, included",
    "batch-frozen-running, excluded", "running, included", "running, excluded"
  })
  void whatIsMeasuredTendsToWhatIsAtTheStart(String statistics, String penalty) throws IOException {
    List<String> lines =
        run(
            statistics + penalty,
            spec(
                "probes.landscape.when.first=1",
                "probes.landscape.when.every=1",
                "probes.landscape.statistics=" + statistics,
                "probes.landscape.weight-decay=" + penalty,
                "probes.landscape.step-lengths=[1e-9, 1e-7]",
                "optimizer.weight-decay={factor=0.5,applies-to=weights}"));
    assertThat(values(lines, "relative_gradient_difference")).hasSize(8).allMatch(v -> v < 1e-4);
    assertThat(values(lines, "gradient_cosine")).hasSize(8).allMatch(v -> v > 1 - 1e-6);
    List<Double> losses = values(lines, "loss_along_gradient");
    List<Double> centres = values(lines, "probe_loss");
    for (int i = 0; i < losses.size(); i++) {
      assertThat(losses.get(i)).isCloseTo(centres.get(i / 2), within(1e-6));
    }
  }

  private static List<Double> values(List<String> lines, String metric) {
    return lines.stream()
        .filter(line -> line.contains("\"" + metric + "\""))
        .map(line -> Double.valueOf(line.replaceAll(".*\"value\":([^,}]+).*", "$1")))
        .toList();
  }

  /** After the last update there is one more point, and one more batch to measure on. */
  @Test
  void measuresAtInitializationAndAfterTheLastUpdate() throws IOException {
    ExperimentSpec spec =
        Catalog.resolve(
            "landscape",
            "tiny",
            List.of(
                Catalog.override("--set", "steps=3"),
                Catalog.override("--set", "numerics=precise"),
                Catalog.override(
                    "--set", "probes.landscape.when={kind=any-of,schedules=[at-start,at-end]}")));
    List<String> lines = run("ends", spec);
    assertThat(values(lines, "probe_loss")).hasSize(4);
    assertThat(lines)
        .anyMatch(line -> line.contains("\"step\":0,\"metric\":\"probe_loss\""))
        .anyMatch(line -> line.contains("\"step\":3,\"metric\":\"probe_loss\""));
  }

  /** Without steps the network is measured as it was initialized. */
  @Test
  void measuresWithoutAnyTraining() throws IOException {
    List<String> lines = run("untrained", spec("steps=0"));
    assertThat(values(lines, "probe_loss")).hasSize(2);
    assertThat(count(lines, "train_loss")).isZero();
  }

  /** What a task records does not depend on which other tasks there are. */
  @Test
  void aSeedGivesTheSameNumbersAloneAndAmongOthers() throws IOException {
    List<String> alone = run("alone", spec("seeds=[2]"));
    List<String> among = run("among", spec("seeds=[1, 2]"));
    assertThat(among.stream().filter(line -> line.contains("\"seed\":2,")))
        .containsExactlyElementsOf(alone);
  }

  /** Noise is drawn ahead there, from the first step or from where a task goes on. */
  @Test
  void noiseIsTheSameWhereADeviceLeavesTheCoresIdle() throws IOException {
    ExperimentSpec noisy = spec("cells=[{name=noisy,normalization=noisy-batch-norm}]");
    List<String> here = run("here", noisy);
    try (Backend elsewhere = new Elsewhere(Backends.open("reference"))) {
      carryOut(ExperimentRun::run, "there", noisy, elsewhere);
      assertThatThrownBy(() -> carryOut(Stopping.after(2), "stopped", noisy, elsewhere))
          .isInstanceOf(Interrupted.class);
      assertThat(losses(lines("stopped", noisy))).hasSize(2);
      carryOut(ExperimentRun::run, "stopped", noisy, elsewhere);
    }
    assertThat(lines("there", noisy)).isEqualTo(here);
    assertThat(lines("stopped", noisy)).isEqualTo(here);
    assertThat(losses(here)).hasSize(3);
  }

  /** Whatever cannot be carried out is refused before anything is compiled or written. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "data.batch=33; data.batch",
        "data.train-examples=33; data.train-examples: must be at most 32",
        "model.width=1000000; Shape: a tensor has at most",
        "probes.landscape.parameters=[shift]; probes.landscape.parameters: must name a role",
        "probes.sam-sharpness.parameters=[shift]; probes.sam-sharpness.parameters: must name a role",
        "probes.line.parameters=[shift]; probes.line.parameters: must name a role",
        "claims=[{sentence=x,effect={kind=value,of={cell=standard,quantity=nonsense}},expected.above=1}]; claims.0.effect.of.quantity: must be a quantity",
        "claims=[{sentence=x,effect={kind=value,of={cell=standrd,quantity=train_loss}},expected.above=1}]; claims.0.effect.of.cell: must be a cell",
        "claims=[{sentence=x,effect={kind=value,of={cell=standard,quantity=train_loss,at={layer=conv1}}},expected.above=1}]; claims.0.effect.of.at: must be an axis of train_loss",
        "probes.activation-statistics={},claims=[{sentence=x,effect={kind=value,of={cell=standard,quantity=activation_mean,at={layer=convv1}}},expected.above=1}]; claims.0.effect.of.at.layer: must be a part of standard",
        "claims=[{sentence=x,effect={kind=value,of={cell=standard,quantity=train_loss}},expected={above=2,below=1}}]; must be less than below",
        "model={kind=vgg,variant=vgg-a,width=1},data.source={kind=gaussian-linear-map}; at conv1"
      })
  void whatCannotBeCarriedOutIsRefused(String setting, String sentence) {
    assertThatThrownBy(() -> Blueprints.check(spec(setting.split(",(?=data[.])")), data()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void aBackwardPassThatIsNoDerivativeIsSaidBeforeTheRun() {
    String cells =
        "cells=[{name=usual,normalization=batch-norm},{name=held,normalization=ada-norm}]";
    assertThat(Blueprints.check(spec(cells), data()).notes())
        .singleElement(as(STRING))
        .startsWith("cell \"held\": the backward pass holds ")
        .contains(
            ".factor and ", "is no derivative of the loss; curvature is that of the loss with");
  }

  @Test
  void aBatchOfOneIsRefusedWhereItSaysNothing() {
    ExperimentSpec perceptron =
        Catalog.resolve(
            "all-probes",
            "tiny",
            List.of(
                Catalog.override("--set", "data.batch=1"),
                Catalog.override(
                    "--set", "normalization={kind=batch-norm,running-variance=biased}")));
    assertThatThrownBy(() -> Blueprints.check(perceptron, data()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(
            "cell \"perceptron\": data.batch: must be at least 2 where a normalization has no other number");
    String apart = "cells=[{name=a,normalization=layer-norm,probes.representations={}}]";
    assertThatThrownBy(() -> Blueprints.check(spec(apart, "data.batch=1"), data()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(
            "probes.representations.layers: must be of a batch of at least 2 examples");
  }
}
