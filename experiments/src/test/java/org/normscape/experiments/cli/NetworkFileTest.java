package org.normscape.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.normscape.experiments.report.metrics.Metrics;
import org.normscape.experiments.report.metrics.RunRecord;
import org.normscape.experiments.report.metrics.Series;
import org.normscape.experiments.run.Experiment;
import org.normscape.experiments.task.ExperimentRun;

/** Probes between the network of a run and that of another one, in a file. */
final class NetworkFileTest {

  private static final String TEXT =
      """
      name = two
      backend = reference
      numerics = precise
      seeds = [1]
      steps = 4
      model { kind = multilayer-perceptron, hidden = [4] }
      data {
        source { kind = gaussian-linear-map, examples = 24, inputs = 5, outputs = 3 }
        batch = 6
      }
      optimizer { kind = sgd, learning-rate = 0.01 }
      cells = [{ name = net, normalization = batch-norm }]
      """;

  @TempDir private Path home;

  private Path network = Path.of("");

  @BeforeEach
  void train() throws IOException {
    assertThat(run("first", TEXT).exitCode()).isZero();
    network = folder("first").resolve("tasks/net/seed-1/network.safetensors");
    assertThat(network).exists();
  }

  private CommandLineRun run(String name, String text) throws IOException {
    return run(ExperimentRun::run, name, text);
  }

  private CommandLineRun run(Experiment carriedOut, String name, String text) throws IOException {
    Path experiment = Files.writeString(home.resolve(name + ".conf"), text);
    return CommandLineRun.of(
        home, carriedOut, "run", experiment.toString(), "--out", home.resolve(name).toString());
  }

  private Path folder(String name) throws IOException {
    try (Stream<Path> runs = Files.list(home.resolve(name))) {
      return runs.findFirst().orElseThrow();
    }
  }

  private String barrier(String more) {
    return TEXT
        + "probes.barrier { kind = loss-barrier, from { kind = network-file, file = \"%s\" } }\n%s"
            .formatted(network, more);
  }

  private List<Double> losses(String name) throws IOException {
    Metrics metrics = RunRecord.read(folder(name)).metrics();
    return metrics.all("interpolation_loss").flatMap(s -> s.values().stream()).toList();
  }

  @Test
  void fromANetworkToItselfNothingChanges() throws IOException {
    CommandLineRun run = run("same", barrier(""));
    assertThat(run.exitCode()).as(run.err()).isZero();
    List<Double> losses = losses("same");
    assertThat(losses).hasSize(11).allSatisfy(loss -> assertThat(loss).isPositive());
    assertThat(losses).allSatisfy(loss -> assertThat(loss).isCloseTo(losses.get(0), within(1e-12)));
  }

  @Test
  void theNetworkOfAnotherSeedIsAnotherEnd() throws IOException {
    CommandLineRun run = run("other", barrier("seeds = [2]\n"));
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(losses("other")).hasSize(11).doesNotHaveDuplicates();
    Series start =
        RunRecord.read(folder("other")).metrics().all("barrier").findFirst().orElseThrow();
    assertThat(start.values().get(0)).isNotNegative();
  }

  /** The hash of the file belongs to what a run is. */
  @Test
  void aRunDoesNotGoOnWithAFileThatHasChanged() throws IOException {
    assertThat(run("second", TEXT + "seeds = [2]\n").exitCode()).isZero();
    assertThat(run(Stopping.after(2), "stopped", barrier("")).exitCode()).isEqualTo(130);
    byte[] before = Files.readAllBytes(network);
    Files.copy(
        folder("second").resolve("tasks/net/seed-2/network.safetensors"),
        network,
        StandardCopyOption.REPLACE_EXISTING);
    CommandLineRun changed = resume("stopped");
    assertThat(changed.exitCode()).isEqualTo(2);
    assertThat(changed.err())
        .contains("these have changed since: files.%s (\"".formatted(network))
        .contains("To fix: undo that, or start a new run.")
        .doesNotContain("\tat ");
    Files.write(network, before);
    CommandLineRun same = resume("stopped");
    assertThat(same.exitCode()).as(same.err()).isZero();
  }

  private CommandLineRun resume(String name) throws IOException {
    return CommandLineRun.of(home, ExperimentRun::run, "resume", folder(name).toString());
  }

  @Test
  void aFileOfAnotherNetworkIsRefusedBeforeTheRun() throws IOException {
    CommandLineRun run = run("wrong", barrier("model.hidden = [5]\n"));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .contains(
            "probes.barrier.from.file: must hold dense1.weight of shape [5,5], as the network has it")
        .contains("To fix: name the file of a network of the same model and normalization.")
        .doesNotContain("\tat ");
    CommandLineRun missing =
        run("missing", barrier("").replace("network.safetensors", "nothing.safetensors"));
    assertThat(missing.exitCode()).isEqualTo(2);
    assertThat(missing.err()).contains("nothing.safetensors cannot be read");
  }
}
