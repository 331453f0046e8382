package org.normscape.experiments.cli.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.normscape.experiments.UserError;
import org.normscape.experiments.cli.CommandLineRun;
import org.normscape.experiments.cli.Stopping;
import org.normscape.experiments.run.Experiment;
import org.normscape.experiments.spec.CellSpec;
import org.normscape.experiments.task.ExperimentRun;
import org.normscape.probe.TrainingQuantities;

/** All results from one command, with a short experiment in place of training. */
final class ReproduceCommandTest {

  @TempDir private Path home;

  private final List<String> carriedOut = new ArrayList<>();

  private final Experiment falling =
      (spec, backend, data, log, progress) -> {
        carriedOut.add(spec.name());
        for (CellSpec cell : spec.cells()) {
          for (long seed : spec.seeds()) {
            log.task(cell.name(), seed).record(0, TrainingQuantities.TRAIN_LOSS, 2.0);
            log.task(cell.name(), seed).record(1, TrainingQuantities.TRAIN_LOSS, 1.0);
          }
        }
      };

  private CommandLineRun reproduce(Experiment experiment, String... more) {
    return reproduceOn("reference", experiment, more);
  }

  private CommandLineRun reproduceOn(String backend, Experiment experiment, String... more) {
    return CommandLineRun.of(
        home,
        experiment,
        Stream.concat(
                Stream.of("reproduce", "--scale", "tiny", "--backend", backend), Stream.of(more))
            .toArray(String[]::new));
  }

  private String[] landscape(String... more) {
    return Stream.concat(
            Stream.of(
                "--only",
                "landscape,deep-linear",
                "--runs",
                home.resolve("runs").toString(),
                "--out",
                home.resolve("results").toString()),
            Stream.of(more))
        .toArray(String[]::new);
  }

  private String page(String name) throws IOException {
    return Files.readString(home.resolve("results").resolve(name));
  }

  @Test
  void pages_are_written_and_what_is_there_is_not_run_again() throws IOException {
    CommandLineRun first = reproduce(falling, landscape());
    assertThat(first.exitCode()).as(first.err()).isZero();
    assertThat(first.err())
        .contains(
            "[1/2] deep-linear on reference: at most 10 s, as its scale promises; left in all: at most 20 s");
    assertThat(carriedOut).containsExactly("deep-linear", "landscape");
    assertThat(page("README.md")).contains("| [landscape](landscape.md) |", "| complete |");
    assertThat(page("landscape.md"))
        .contains(
            "# The loss along the gradient", "## How it was made", "| Command | `normscape run")
        .contains("![training loss: ", "](figures/landscape-reference-training-curves.svg)")
        .contains("- **training loss, L(θ; B)**: The loss of the batch")
        .containsPattern("\\| Processor \\| .+, \\d+ cores? \\|")
        .doesNotContain(home.toString());
    assertThat(home.resolve("results/figures"))
        .isDirectoryContaining("glob:**/landscape-reference-training-curves.svg");
    assertThat(page("results.json")).doesNotContain(home.toString());
    CommandLineRun second = reproduce(falling, landscape());
    assertThat(second.exitCode()).isZero();
    assertThat(second.err()).contains("landscape on reference: there already");
    assertThat(carriedOut).hasSize(2);
  }

  @Test
  void a_failed_experiment_does_not_stop_the_others() throws IOException {
    Experiment failing =
        (spec, backend, data, log, progress) -> {
          if (spec.name().equals("deep-linear")) {
            throw UserError.failure("disk: must have space, but it is full. To fix: free some.");
          }
          falling.run(spec, backend, data, log, progress);
        };
    CommandLineRun run = reproduce(failing, landscape());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("failed: deep-linear on reference: disk: must have space");
    assertThat(carriedOut).containsExactly("landscape");
    assertThat(page("README.md")).contains("failed: disk: must have space", "| complete |");
    assertThat(page("deep-linear.md")).contains("There is no run: disk: must have space");
  }

  @Test
  void tasks_go_on_side_by_side_where_asked() throws IOException {
    List<Integer> jobs = new ArrayList<>();
    Experiment asked =
        (spec, backend, data, log, progress) -> {
          jobs.add(log.conduct().jobs());
          falling.run(spec, backend, data, log, progress);
        };
    assertThat(reproduce(asked, only("deep-linear")).exitCode()).isZero();
    assertThat(reproduce(asked, only("landscape", "--jobs", "2")).exitCode()).isZero();
    assertThat(jobs).containsExactly(1, 2);
    assertThat(reproduce(asked, only("landscape", "--jobs", "0")).err())
        .startsWith("--jobs: must be at least 1, but it is 0.");
  }

  /** Results come together over commands, those of one experiment on several backends too. */
  @Test
  void results_of_other_commands_stay() throws IOException {
    assertThat(reproduce(falling, only("deep-linear")).exitCode()).isZero();
    assertThat(reproduce(falling, landscape()).exitCode()).isZero();
    assertThat(reproduceOn("nd4j", falling, landscape()).exitCode()).isZero();
    assertThat(carriedOut).containsExactly("deep-linear", "landscape", "deep-linear", "landscape");
    assertThat(page("README.md").lines().filter(line -> line.startsWith("| [")))
        .hasSize(4)
        .anyMatch(line -> line.matches(".*\\[deep-linear\\].* reference .*"))
        .anyMatch(line -> line.matches(".*\\[deep-linear\\].* nd4j .*"));
    assertThat(page("landscape.md"))
        .contains("## Claims on reference", "## Claims on nd4j", "|  | reference | nd4j |")
        .contains("figures/landscape-reference-training-curves.svg)\n\n![")
        .containsOnlyOnce("## Training\n");
  }

  /** What a failed run leaves of an earlier result: neither claims nor figures. */
  @Test
  void figures_that_no_page_shows_are_deleted() throws IOException {
    String figure = "glob:**/landscape-reference-training-curves.svg";
    assertThat(reproduce(falling, only("landscape")).exitCode()).isZero();
    assertThat(home.resolve("results/figures")).isDirectoryContaining(figure);
    Experiment failing =
        (spec, backend, data, log, progress) -> {
          throw UserError.failure("disk: must have space, but it is full. To fix: free some.");
        };
    String[] elsewhere = only("landscape");
    elsewhere[3] = home.resolve("other-runs").toString();
    assertThat(reproduce(failing, elsewhere).exitCode()).isEqualTo(1);
    assertThat(home.resolve("results/figures")).isDirectoryNotContaining(figure);
    assertThat(page("landscape.md")).contains("There is no run").doesNotContain("![");
  }

  @Test
  void earlier_results_that_cannot_be_read_are_named_before_anything_is_run() throws IOException {
    Files.createDirectories(home.resolve("results"));
    Files.writeString(home.resolve("results/results.json"), "{");
    CommandLineRun run = reproduce(falling, landscape());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("results.json: must hold the results of earlier commands");
    assertThat(carriedOut).isEmpty();
  }

  @Test
  void a_dry_run_runs_nothing_and_says_what_it_would_cost() {
    CommandLineRun run = reproduce(falling, landscape("--dry-run"));
    assertThat(run.exitCode()).isZero();
    assertThat(run.out().lines().map(String::strip))
        .anyMatch(
            line -> line.matches("landscape on reference +at most 10 s, as its scale promises"))
        .contains("left in all: at most 20 s");
    assertThat(carriedOut).isEmpty();
    assertThat(home.resolve("results")).doesNotExist();
  }

  /** What an estimate rests on is said with it. */
  @Test
  void a_dry_run_knows_what_was_run_here_before() throws IOException {
    Path runs = home.resolve("runs");
    assertThat(run("run", "deep-linear", "--scale", "tiny", "--seeds", "7").exitCode()).isZero();
    assertThat(reproduce(falling, landscape("--dry-run")).out().lines().map(String::strip))
        .anyMatch(line -> line.matches("deep-linear on reference +about 1 s, as it took before"))
        .contains("left in all: at most 10 s");
    try (Stream<Path> files = Files.walk(runs)) {
      for (Path config : files.filter(file -> file.endsWith("config.json")).toList()) {
        String text = Files.readString(config);
        Files.writeString(config, text.replace("\"deep-linear\"", "\"another\""));
      }
    }
    assertThat(reproduce(falling, landscape("--dry-run")).out())
        .containsPattern("deep-linear on reference +about \\d+ s, as tasks like its own took");
  }

  /** A result that is there says what it cost, though its run is gone. */
  @Test
  void a_dry_run_knows_what_the_results_cost() {
    assertThat(reproduce(falling, landscape()).exitCode()).isZero();
    String[] elsewhere = landscape("--dry-run");
    elsewhere[3] = home.resolve("other-runs").toString();
    CommandLineRun run = reproduce(falling, elsewhere);
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out().lines().map(String::strip))
        .anyMatch(
            line ->
                line.matches("landscape on reference +about 1 s, as the result that is there took"))
        .contains("left in all: about 2 s");
  }

  private CommandLineRun run(String... arguments) {
    return CommandLineRun.of(
        home,
        ExperimentRun::run,
        Stream.concat(
                Stream.of(arguments),
                Stream.of("--backend", "reference", "--out", home.resolve("runs").toString()))
            .toArray(String[]::new));
  }

  /** Ctrl-C ends all of it, and the same command goes on with what was begun. */
  @Test
  void a_run_that_was_stopped_goes_on() throws IOException {
    CommandLineRun stopped = reproduce(Stopping.after(2), landscape());
    assertThat(stopped.exitCode()).isEqualTo(130);
    assertThat(stopped.err())
        .contains("[1/2] deep-linear", "To go on: normscape resume ")
        .endsWith("interrupted; what was measured is kept. To go on: give the same command again\n")
        .doesNotContain("[2/2]");
    assertThat(reproduce(falling, landscape("--dry-run")).out())
        .containsPattern("deep-linear on reference +goes on: .*deep-linear-.*; anew at most 10 s");
    CommandLineRun again = reproduce(ExperimentRun::run, only("deep-linear"));
    assertThat(again.exitCode()).as(again.err()).isZero();
    assertThat(again.err()).contains("goes on after step 2");
    assertThat(home.resolve("runs").toFile().list()).hasSize(1);
    assertThat(reproduce(falling, only("deep-linear")).err()).contains("there already");
    assertThat(carriedOut).isEmpty();
  }

  private String[] only(String experiment, String... more) {
    String[] all = landscape(more);
    all[1] = experiment;
    return all;
  }

  @Test
  void an_experiment_that_is_not_there_is_refused() {
    CommandLineRun run = reproduce(falling, "--only", "landscap");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--only: must be some of").contains("write \"landscape\"");
  }
}
