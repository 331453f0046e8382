package org.normscape.experiments.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.normscape.experiments.cli.CommandLineRun;
import org.normscape.experiments.report.metrics.RunRecord;
import org.normscape.experiments.run.Experiment;
import org.normscape.experiments.run.checkpoint.Interrupted;
import org.normscape.experiments.task.ExperimentRun;

/** Networks that were trained before, measured from the file with their weights. */
final class ProbeCommandTest {

  private static final String NETWORK =
      """
      backend = reference
      numerics = exact
      model { kind = multilayer-perceptron, hidden = [6] }
      normalization = batch-norm
      data { source { kind = stripes, train-examples = 48, test-examples = 24 }, batch = 12 }
      """;

  @TempDir private Path home;

  private Path described = Path.of("");
  private Path weights = Path.of("");

  @BeforeEach
  void train() throws IOException {
    described = Files.writeString(home.resolve("network.conf"), NETWORK);
    Path trained =
        Files.writeString(home.resolve("trained.conf"), NETWORK + "optimizer = sgd\nsteps = 5\n");
    Path out = home.resolve("trained");
    CommandLineRun run =
        CommandLineRun.of(
            home, ExperimentRun::run, "run", trained.toString(), "--out", out.toString());
    assertThat(run.exitCode()).as(run.err()).isZero();
    weights = folder(out).resolve("tasks/network/seed-1/network.safetensors");
  }

  @Test
  void testsTheNetworkThatWasTrained() throws IOException {
    CommandLineRun run = probe("--probe", "sam-sharpness");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(last(folder(home.resolve("probed")), "test_loss"))
        .isEqualTo(last(folder(home.resolve("trained")), "test_loss"));
  }

  @Test
  void measuresWhatIsAskedForAndSaysHowItIsDrawn() throws IOException {
    CommandLineRun run =
        probe("--probe", "plane,sam-sharpness", "--set", "probes.plane.passes=forward");
    assertThat(run.exitCode()).as(run.err()).isZero();
    Path folder = folder(home.resolve("probed"));
    RunRecord record = RunRecord.read(folder);
    assertThat(record.config().path("figures").findValuesAsText("name")).contains("plane-loss");
    assertThat(record.metrics().of("network", 1, "sam_sharpness")).isPresent();
  }

  @Test
  void refusesWeightsOfAnotherNetworkBeforeAFolderIsMade() throws IOException {
    Files.writeString(described, NETWORK.replace("[6]", "[7]"));
    CommandLineRun run = probe("--probe", "sam-sharpness");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .contains("weights: ", "must fit the network", "To fix: describe the network");
    assertThat(home.resolve("probed")).doesNotExist();
  }

  @Test
  void namesTheFileThatIsNotThere() {
    weights = home.resolve("none.safetensors");
    CommandLineRun run = probe("--probe", "sam-sharpness");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("none.safetensors", "there is no such file");
  }

  @Test
  void namesTheOptionWhoseFileIsNotThere() {
    described = home.resolve("missing.conf");
    CommandLineRun run = probe("--probe", "sam-sharpness");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .startsWith("--model: must be a file that describes a network, ")
        .contains("missing.conf\" is neither. To fix: ")
        .hasLineCount(1);
  }

  /** It was stopped before its first measurement. */
  @Test
  void goesOnWhereItWasStopped() throws IOException {
    Experiment stopped =
        (spec, backend, data, log, progress) -> {
          log.task("network", 2).begin("network, seed 2", progress);
          throw new Interrupted();
        };
    assertThat(probe(stopped, "probed", "--probe", "sam-sharpness", "--seeds", "1,2").exitCode())
        .isEqualTo(130);
    Path run = folder(home.resolve("probed"));
    CommandLineRun resumed = CommandLineRun.of(home, ExperimentRun::run, "resume", run.toString());
    assertThat(resumed.exitCode()).as(resumed.err()).isZero();
    assertThat(
            probe(ExperimentRun::run, "whole", "--probe", "sam-sharpness", "--seeds", "1,2")
                .exitCode())
        .isZero();
    assertThat(RunRecord.read(run).digest())
        .isEqualTo(RunRecord.read(folder(home.resolve("whole"))).digest());
  }

  private CommandLineRun probe(String... more) {
    return probe(ExperimentRun::run, "probed", more);
  }

  private CommandLineRun probe(Experiment carriedOut, String out, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "probe",
                "--model",
                described.toString(),
                "--weights",
                weights.toString(),
                "--convention",
                "normscape",
                "--out",
                home.resolve(out).toString()));
    arguments.addAll(List.of(more));
    return CommandLineRun.of(home, carriedOut, arguments.toArray(String[]::new));
  }

  private static Path folder(Path parent) throws IOException {
    try (Stream<Path> runs = Files.list(parent)) {
      return runs.findFirst().orElseThrow();
    }
  }

  private static double last(Path run, String metric) throws IOException {
    List<Double> values =
        RunRecord.read(run).metrics().of("network", 1, metric).orElseThrow().values();
    return values.get(values.size() - 1);
  }
}
