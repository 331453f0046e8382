package org.normscape.experiments.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.normscape.experiments.cli.CommandLineRun;
import org.normscape.experiments.run.Experiment;
import org.normscape.probe.TrainingQuantities;

/** Finished runs held against each other. */
final class CompareCommandTest {

  @TempDir private Path home;

  /** Measures the same at every step, but for one number. */
  private static Experiment measuring(double atStepTwo) {
    return measuring(2, atStepTwo);
  }

  private static Experiment measuring(int place, double there) {
    return (spec, backend, data, log, progress) -> {
      for (int step = 0; step < 4; step++) {
        double loss = step == place ? there : 1.0 / (step + 3);
        log.task("standard", 1).record(step, TrainingQuantities.TRAIN_ACCURACY, 0.5);
        log.task("standard", 1).record(step, TrainingQuantities.TRAIN_LOSS, loss);
      }
    };
  }

  /** Measures as {@link #measuring(double)} does, and stops early. */
  private static Experiment stoppingAt(int steps, double atStepTwo) {
    return (spec, backend, data, log, progress) -> {
      for (int step = 0; step < 4; step++) {
        log.task("standard", 1).record(step, TrainingQuantities.TRAIN_ACCURACY, 0.5);
        if (step < steps) {
          double loss = step == 2 ? atStepTwo : 1.0 / (step + 3);
          log.task("standard", 1).record(step, TrainingQuantities.TRAIN_LOSS, loss);
        }
      }
    };
  }

  private String run(Experiment experiment, String numerics, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of("run", "landscape", "--quiet", "--scale=tiny", "--backend=reference"));
    arguments.addAll(List.of("--out", home.toString(), "--numerics", numerics));
    arguments.addAll(List.of(more));
    return CommandLineRun.of(home, experiment, arguments.toArray(String[]::new)).out().strip();
  }

  private CommandLineRun compare(String... arguments) {
    List<String> all = new ArrayList<>(List.of("compare"));
    all.addAll(List.of(arguments));
    return CommandLineRun.of(home, measuring(0), all.toArray(String[]::new));
  }

  @Test
  void equalRunsAreEqual() {
    CommandLineRun run = compare(run(measuring(0.3), "exact"), run(measuring(0.3), "exact"));
    assertThat(run.out())
        .matches("equal: 8 numbers and 0 fingerprints of the network, digest [0-9a-f]{64}\n");
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void theOutcomeIsSaidAsJson() {
    String one = run(measuring(0.3), "exact");
    CommandLineRun same = compare(one, run(measuring(0.3), "exact"), "--json");
    assertThat(same.exitCode()).isZero();
    assertThat(same.out())
        .startsWith("{\n  \"holds\" : true,")
        .contains("\"numerics\" : \"exact\"", "\"equal\" : true", "\"measured\" : 8")
        .doesNotContain("first");
    CommandLineRun different = compare(one, run(measuring(0.3 + 0x1p-54), "exact"), "--json");
    assertThat(different.exitCode()).isEqualTo(3);
    assertThat(different.out())
        .startsWith("{\n  \"holds\" : false,")
        .contains("\"step\" : 2", "\"what\" : \"train_loss\"", "\"ulps\" : 1");
  }

  @Test
  void aRunThatIsMisspeltIsSuggested() {
    String one = run(measuring(0.3), "exact");
    CommandLineRun run = compare(one, one.replace("landscape", "landcape"));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).endsWith(" is not one. To fix: write \"%s\".\n".formatted(one));
  }

  @Test
  void howANumberIsWrittenDoesNotMatter() throws IOException {
    String one = run(measuring(0.3), "exact");
    String other = run(measuring(0.3), "exact");
    Path metrics = Path.of(other).resolve("tasks/standard/seed-1/metrics.jsonl");
    Files.writeString(metrics, Files.readString(metrics).replace("0.3}", "0.299999999999999989}"));
    assertThat(Files.readString(metrics)).contains("0.299999999999999989");
    assertThat(compare(one, other).exitCode()).isZero();
  }

  @Test
  void theFirstPlaceIsNamed() {
    String one = run(measuring(0.3), "exact");
    String other = run(measuring(0.3 + 0x1p-54), "exact");
    CommandLineRun run = compare(one, other);
    assertThat(run.out())
        .isEqualTo(
            """
            different: first in cell standard, seed 1, step 2: train_loss, which differs by 1 ulp
              %s  0.3 (0x1.3333333333333p-2)
              %s  0.30000000000000004 (0x1.3333333333334p-2)
            """
                .formatted(one, other));
    assertThat(run.exitCode()).isEqualTo(3);
  }

  @Test
  void theSignOfZeroIsABit() {
    CommandLineRun run = compare(run(measuring(0), "exact"), run(measuring(-0.0), "exact"));
    assertThat(run.exitCode()).isEqualTo(3);
  }

  @Test
  void ofOtherNumericsTheBeginningIsJudged() {
    String one = run(measuring(0, 0.3), "precise");
    CommandLineRun near = compare(one, run(measuring(0, 0.3 + 1e-15), "precise"));
    assertThat(near.out())
        .startsWith("within the tolerances at the beginning, which both computed from the same")
        .containsPattern(
            "train_loss +3.\\de-15 +1e-12 +3.\\de-15 +1e-12 +standard, seed 1, step 0");
    assertThat(near.exitCode()).isZero();
    CommandLineRun far = compare(one, run(measuring(0, 0.301), "precise"));
    assertThat(far.out()).startsWith("outside the tolerances at the beginning");
    assertThat(far.exitCode()).isEqualTo(3);
    CommandLineRun never = compare(one, run(measuring(0, Double.NaN), "precise"));
    assertThat(never.exitCode()).isEqualTo(3);
  }

  @Test
  void whatCameLaterIsSaidAndNotJudged() {
    CommandLineRun run = compare(run(measuring(0.3), "fast"), run(measuring(0.9), "fast"));
    assertThat(run.out())
        .startsWith("within the tolerances at the beginning")
        .contains(
            "later, not judged, since training carries any difference off: train_loss 6.7e-01 (standard, seed 1, step 2)");
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void aNumberThatOneOfThemLacksIsADifference() throws IOException {
    String one = run(measuring(0.3), "fast");
    String other = run(stoppingAt(3, 0.3), "fast");
    for (List<String> runs : List.of(List.of(one, other), List.of(other, one))) {
      CommandLineRun run = compare(runs.get(0), runs.get(1));
      assertThat(run.out())
          .startsWith("different: first in cell standard, seed 1, step 3: train_loss\n")
          .contains("%s  a number\n".formatted(one), "%s  nothing\n".formatted(other));
      assertThat(run.exitCode()).isEqualTo(3);
    }
  }

  @Test
  void aRunWhoseNumbersWereCutIsRefused() throws IOException {
    String one = run(measuring(0.3), "fast");
    String cut = run(measuring(0.3), "fast");
    Path metrics = Path.of(cut).resolve("tasks/standard/seed-1/metrics.jsonl");
    List<String> lines = Files.readAllLines(metrics);
    Files.write(metrics, lines.subList(0, lines.size() - 1));
    CommandLineRun run = compare(one, cut);
    assertThat(run.err()).contains("must have the digest that it wrote when it ended");
    assertThat(run.exitCode()).isEqualTo(1);
  }

  @Test
  void differencesAreDrawnWhereThatIsAsked() {
    Path figures = home.resolve("figures");
    CommandLineRun run =
        compare(
            run(measuring(0.3), "fast"),
            run(measuring(0.3000001), "fast"),
            "--figures",
            figures.toString());
    assertThat(run.out()).endsWith("figures  %s\n".formatted(figures));
    assertThat(figures.resolve("difference-1.svg")).isNotEmptyFile();
  }

  @Test
  void whatCannotBeComparedIsSaid() throws IOException {
    String one = run(measuring(0.3), "exact");
    refuses(
        "differ in seeds ([1], [2]), cells.standard.steps (4, 5), cells.batch-norm.steps (4, 5). To fix: compare runs of one experiment at one scale, with the same seeds, numerics and settings, on the same data.",
        one,
        run(measuring(0.3), "exact", "--seeds=2", "--set=steps=5"));
    refuses(
        "differ in numerics (\"exact\", \"precise\"). To fix:",
        one,
        run(measuring(0.3), "precise"));
    refuses("run: must be a directory with a config.json in it", one, home.toString());
    Path unfinished = Path.of(run(measuring(0.3), "exact"));
    Path provenance = unfinished.resolve("provenance.json");
    Files.writeString(
        provenance, Files.readString(provenance).replace("\"complete\"", "\"interrupted\""));
    refuses(
        "a run that is compared must be complete, but its status is interrupted. To fix: run it again.",
        one,
        unfinished.toString());
  }

  private void refuses(String reason, String one, String other) {
    CommandLineRun run = compare(one, other);
    assertThat(run.err()).contains(reason);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
  }
}
