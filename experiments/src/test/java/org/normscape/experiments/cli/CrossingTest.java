package org.normscape.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.normscape.experiments.report.metrics.RunRecord;
import org.normscape.experiments.report.metrics.Series;
import org.normscape.experiments.run.Experiment;
import org.normscape.experiments.task.ExperimentRun;

/** Probes that measure when a quantity has crossed a bound. */
final class CrossingTest {

  private static final String TEXT =
      """
      name = crossing
      backend = reference
      numerics = precise
      seeds = [1]
      steps = 12
      model { kind = multilayer-perceptron, hidden = [4] }
      data {
        source { kind = gaussian-linear-map, examples = 24, inputs = 5, outputs = 3 }
        batch = 6
      }
      optimizer { kind = sgd, learning-rate = 0.01 }
      evaluation { every = 1 }
      cells = [{ name = net, normalization = batch-norm }]
      """;

  @TempDir private Path home;

  private CommandLineRun run(Experiment carriedOut, String name, String probes) throws IOException {
    Path file = Files.writeString(home.resolve(name + ".conf"), TEXT + probes);
    return CommandLineRun.of(
        home, carriedOut, "run", file.toString(), "--out", home.resolve(name).toString());
  }

  private Path folder(String name) throws IOException {
    try (Stream<Path> runs = Files.list(home.resolve(name))) {
      return runs.findFirst().orElseThrow();
    }
  }

  private List<Series.Sample> samples(String name, String metric) throws IOException {
    return RunRecord.read(folder(name)).metrics().of("net", 1, metric).orElseThrow().samples();
  }

  private static String sharpness(String quantity, double bound) {
    return "probes.sam-sharpness.when { kind = crossing, quantity = \"%s\", bound = %s, way = either }"
        .formatted(quantity, bound);
  }

  /** A bound in the middle of the first change, so that there is a crossing, and what to expect. */
  private static double bound(List<Series.Sample> samples) {
    return (samples.get(0).value() + samples.get(1).value()) / 2;
  }

  private static List<Integer> crossed(List<Series.Sample> samples, double bound) {
    return IntStream.range(1, samples.size())
        .filter(i -> samples.get(i - 1).value() < bound != samples.get(i).value() < bound)
        .map(i -> samples.get(i).step() + 1)
        .filter(step -> step <= 12)
        .boxed()
        .toList();
  }

  @ParameterizedTest
  @CsvSource({"train_loss", "test_loss"})
  void measuresAtTheStepAfterACrossing(String quantity) throws IOException {
    assertThat(run(ExperimentRun::run, "plain", "").exitCode()).isZero();
    List<Series.Sample> losses = samples("plain", quantity);
    String probe = sharpness(quantity, bound(losses));
    CommandLineRun run = run(ExperimentRun::run, "probed", probe);
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(samples("probed", "sam_sharpness").stream().map(Series.Sample::step))
        .isNotEmpty()
        .isEqualTo(crossed(losses, bound(losses)));
    for (int step : List.of(2, 3, 4)) {
      String stopped = "stopped" + step;
      assertThat(run(Stopping.after(step), stopped, probe).exitCode()).isEqualTo(130);
      Path folder = folder(stopped);
      assertThat(
              CommandLineRun.of(home, ExperimentRun::run, "resume", folder.toString()).exitCode())
          .isZero();
      assertThat(RunRecord.read(folder).digest())
          .isEqualTo(RunRecord.read(folder("probed")).digest());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "train_los | must be a quantity of this cell that has one value a step, but it is \"train_los\". To fix: write \"train_loss\".",
        "sam_sharpness | must be measured by something else first, but it is \"sam_sharpness\". To fix: put \"every\" beside it with any-of, or name a quantity of another probe.",
        "train_loss/dense1 | must be of the whole network, but it is \"train_loss/dense1\". To fix: write \"train_loss\"."
      })
  void refusesWhatIsNotMeasured(String quantity, String sentence) throws IOException {
    CommandLineRun run = run(ExperimentRun::run, "refused", sharpness(quantity, 1));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .contains("cell \"net\": probes.sam-sharpness.when.quantity: " + sentence)
        .doesNotContain("\tat ");
    assertThat(home.resolve("refused")).doesNotExist();
  }

  @Test
  void aPartOfTheNetworkHasToBeNamed() throws IOException {
    String probes = "probes.activation-statistics = {}\n" + sharpness("activation_mean", 0);
    CommandLineRun run = run(ExperimentRun::run, "refused", probes);
    assertThat(run.err())
        .contains("must have a part of the network behind a slash, one of [activation1, dense1, ");
    String named = "probes.activation-statistics = {}\n" + sharpness("activation_mean/norm1", 0);
    assertThat(run(ExperimentRun::run, "named", named).exitCode()).isZero();
  }
}
