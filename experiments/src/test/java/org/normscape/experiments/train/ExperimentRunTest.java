package org.normscape.experiments.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.normscape.backend.Backend;
import org.normscape.backend.Backends;
import org.normscape.experiments.data.Dataset;
import org.normscape.experiments.data.Procedural;
import org.normscape.experiments.run.NoProgress;
import org.normscape.experiments.run.RunLog;
import org.normscape.experiments.spec.Catalog;
import org.normscape.experiments.spec.ExperimentSpec;

class ExperimentRunTest {

  private static final Dataset DATA = Procedural.generate(1, 32, 16);

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
                    "data.batch=8",
                    "probe.landscape.every=2",
                    "evaluation.every=2"))
            .map(setting -> Catalog.override("--set", setting))
            .toList());
  }

  private List<String> run(String name, ExperimentSpec spec) throws IOException {
    Path file = folder.resolve(name);
    try (Backend backend = Backends.open("reference");
        RunLog log = RunLog.open(file)) {
      ExperimentRun.run(spec, backend, DATA, log, new NoProgress());
    }
    return Files.readAllLines(file);
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
    String norm = "normalization{kind=layer-norm,epsilon=1e-5,affine=with}";
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
    List<String> often = run("often", spec("probe.landscape.every=1"));
    List<String> once = run("once", spec("probe.landscape.every=1000"));
    assertThat(often).containsAll(once);
  }

  @Test
  void recordsThatANetworkDivergedAndGoesOnWithTheNext() throws IOException {
    List<String> lines = run("diverged", spec("optimizer.learning-rate=1e200", "steps=4"));
    assertThat(count(lines, "diverged")).isEqualTo(2);
    assertThat(lines.get(lines.size() - 1)).contains("\"batch-norm\"").contains("diverged");
    assertThat(lines).anyMatch(line -> line.contains("\"value\":\"NaN\""));
  }
}
