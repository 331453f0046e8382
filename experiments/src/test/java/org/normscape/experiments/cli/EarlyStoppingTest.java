package org.normscape.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.normscape.experiments.report.metrics.RunRecord;
import org.normscape.experiments.run.Experiment;
import org.normscape.experiments.run.Task;
import org.normscape.experiments.task.ExperimentRun;

/** Tasks that end before their last step, by rules that decide the same whenever they are asked. */
final class EarlyStoppingTest {

  private static final String[] HALVING = {
    "--set",
    "successive-halving={rungs=[3,8],reduction-factor=2,quantity=train_loss,best=smallest}",
    "--seeds",
    "1..4"
  };

  @TempDir private Path home;

  private Path experiment = Path.of("");

  @BeforeEach
  void write() throws IOException {
    experiment = home.resolve("small.conf");
    try (var text =
        Objects.requireNonNull(EarlyStoppingTest.class.getResourceAsStream("/run/small.conf"))) {
      Files.write(experiment, text.readAllBytes());
    }
  }

  private CommandLineRun run(Experiment carriedOut, String folder, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "run",
                experiment.toString(),
                "--numerics",
                "precise",
                "--out",
                home.resolve(folder).toString()));
    arguments.addAll(List.of(more));
    return CommandLineRun.of(home, carriedOut, arguments.toArray(String[]::new));
  }

  private CommandLineRun done(String folder, String... more) {
    CommandLineRun run = run(ExperimentRun::run, folder, more);
    assertThat(run.exitCode()).as(run.err()).isZero();
    return run;
  }

  private Path folder(String name) throws IOException {
    try (Stream<Path> runs = Files.list(home.resolve(name))) {
      return runs.findFirst().orElseThrow();
    }
  }

  private JsonNode task(String folder, String cell, int seed) throws IOException {
    Path task = Task.of(folder(folder), cell, seed).folder();
    return new ObjectMapper().readTree(task.resolve("task.json").toFile());
  }

  private List<Double> losses(String folder, String cell, int seed) throws IOException {
    return RunRecord.read(folder(folder))
        .metrics()
        .of(cell, seed, "train_loss")
        .orElseThrow()
        .values();
  }

  /** Stops a run again and again, and goes on with it to its end; its digest. */
  private String resumed(String folder, String... more) throws IOException {
    assertThat(run(Stopping.after(5), folder, more).exitCode()).isEqualTo(130);
    Path run = folder(folder);
    for (int steps = 7; steps < 60; steps += 9) {
      CommandLineRun.of(home, Stopping.after(steps), "resume", run.toString());
    }
    CommandLineRun ended = CommandLineRun.of(home, ExperimentRun::run, "resume", run.toString());
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    return RunRecord.read(run).digest();
  }

  @Test
  void aLossAboveTheThresholdIsADivergence() throws IOException {
    done("free");
    double first = losses("free", "plain", 1).get(0);
    String threshold = "early-stopping.divergence-threshold=" + first * 0.999;
    CommandLineRun run = done("run", "--set", threshold);
    assertThat(run.err()).contains("plain, seed 1, at step 0").doesNotContain("\tat ");
    JsonNode ended = task("run", "plain", 1);
    assertThat(ended.path("state").asText()).isEqualTo("diverged");
    assertThat(ended.path("updates").asInt()).isEqualTo(1);
    assertThat(ended.path("reason").asText())
        .isEqualTo("the loss is %s at step 0".formatted(first));
    assertThat(losses("run", "plain", 1)).containsExactly(first);
  }

  /** The rule once more in a plain loop over what was measured without it. */
  @Test
  void aLossThatNoLongerFallsStopsItsTask() throws IOException {
    done("free");
    double minDelta = 0.02;
    int patience = 2;
    String[] rule = {
      "--set", "early-stopping={patience=%s,min-delta=%s}".formatted(patience, minDelta)
    };
    done("run", rule);
    int stopped = 0;
    for (String cell : List.of("plain", "noisy")) {
      for (int seed : List.of(1, 2)) {
        List<Double> free = losses("free", cell, seed);
        int expected = free.size();
        double least = Double.POSITIVE_INFINITY;
        int waited = 0;
        for (int step = 0; step < free.size() - 1 && expected == free.size(); step++) {
          waited = free.get(step) < least - minDelta ? 0 : waited + 1;
          least = waited == 0 ? free.get(step) : least;
          expected = waited == patience ? step + 1 : expected;
        }
        assertThat(losses("run", cell, seed)).isEqualTo(free.subList(0, expected));
        JsonNode task = task("run", cell, seed);
        assertThat(task.path("updates").asInt()).isEqualTo(expected);
        boolean isStopped = expected < free.size();
        stopped += isStopped ? 1 : 0;
        assertThat(task.path("state").asText()).isEqualTo(isStopped ? "stopped" : "done");
        assertThat(task.has("reason")).isEqualTo(isStopped);
      }
    }
    assertThat(stopped).isPositive();
    assertThat(resumed("resumed", rule)).isEqualTo(RunRecord.read(folder("run")).digest());
  }

  /** Which tasks are kept, worked out from a run in which all are. */
  @Test
  void theBestGoOnFromEachRung() throws IOException {
    done("free", "--seeds", "1..4");
    done("run", HALVING);
    List<String> alive = new ArrayList<>();
    for (int seed = 1; seed <= 4; seed++) {
      alive.add("plain " + seed);
      alive.add("noisy " + seed);
    }
    for (int rung : List.of(3, 8)) {
      List<String> ranked = new ArrayList<>(alive);
      List<Double> losses = new ArrayList<>();
      for (String place : alive) {
        losses.add(
            losses("free", place.substring(0, 5), Integer.parseInt(place.substring(6)))
                .get(rung - 1));
      }
      ranked.sort(Comparator.comparing(place -> losses.get(alive.indexOf(place))));
      List<String> kept = ranked.subList(0, alive.size() / 2);
      for (String place : ranked.subList(alive.size() / 2, alive.size())) {
        String cell = place.substring(0, 5);
        int seed = Integer.parseInt(place.substring(6));
        JsonNode task = task("run", cell, seed);
        assertThat(task.path("state").asText()).as(place).isEqualTo("pruned");
        assertThat(task.path("updates").asInt()).isEqualTo(rung);
        assertThat(task.path("reason").asText())
            .startsWith("successive halving at %s updates: train_loss is ".formatted(rung));
        assertThat(losses("run", cell, seed)).hasSize(rung);
      }
      alive.retainAll(kept);
    }
    for (String place : alive) {
      String cell = place.substring(0, 5);
      int seed = Integer.parseInt(place.substring(6));
      assertThat(losses("run", cell, seed)).isEqualTo(losses("free", cell, seed));
    }
    List<String> table = Files.readAllLines(folder("run").resolve("tasks.csv"));
    assertThat(table.stream().filter(line -> line.contains(",pruned,"))).hasSize(6);
    assertThat(table.stream().filter(line -> line.contains(",done,"))).hasSize(2);
  }

  @Test
  void aRunThatWasStoppedKeepsTheSameTasks() throws IOException {
    done("whole", HALVING);
    String digest = RunRecord.read(folder("whole")).digest();
    assertThat(resumed("resumed", HALVING)).isEqualTo(digest);
    assertThat(folder("resumed").resolve("successive-halving.json"))
        .hasSameTextualContentAs(folder("whole").resolve("successive-halving.json"));
    done(
        "jobs", Stream.concat(Stream.of(HALVING), Stream.of("--jobs", "3")).toArray(String[]::new));
    assertThat(RunRecord.read(folder("jobs")).digest()).isEqualTo(digest);
    CommandLineRun runs =
        CommandLineRun.of(
            home, ExperimentRun::run, "runs", "--tasks", home.resolve("whole").toString());
    assertThat(runs.out()).contains("complete", "100.0 %", ": pruned, 3 of 12 steps: successive");
  }

  /** A sweep without the rule goes on with what was pruned. */
  @Test
  void whatWasPrunedIsTrainedOnByASweepWithoutTheRule() throws IOException {
    done("runs", HALVING);
    CommandLineRun sweep =
        CommandLineRun.of(
            home,
            ExperimentRun::run,
            "sweep",
            experiment.toString(),
            "--numerics",
            "precise",
            "--out",
            home.resolve("runs").toString(),
            "--seeds",
            "1..4");
    assertThat(sweep.exitCode()).as(sweep.err()).isZero();
    assertThat(sweep.err().lines().filter(line -> line.endsWith("goes on after step 3")))
        .hasSize(4);
    assertThat(sweep.err().lines().filter(line -> line.endsWith("goes on after step 8")))
        .hasSize(2);
  }

  @Test
  void rulesThatCannotBeAreRefusedAtOnce() {
    assertThat(
            run(ExperimentRun::run, "a", HALVING[0], HALVING[1].replace("train_loss", "tain_loss"))
                .err())
        .contains(
            "successive-halving.quantity: must be a quantity that is measured, but it is \"tain_loss\". To fix: write \"train_loss\".");
    assertThat(run(ExperimentRun::run, "a", HALVING[0], HALVING[1].replace("8", "12")).err())
        .contains("successive-halving.rungs: must be less than 12");
    assertThat(run(ExperimentRun::run, "a", HALVING[0], HALVING[1].replace("3,8", "8,3")).err())
        .contains("successive-halving.rungs", "must be numbers of updates in ascending order");
    assertThat(run(ExperimentRun::run, "a", "--set", "early-stopping.patience=0").err())
        .contains("early-stopping.patience", "must be at least 1");
    assertThat(home.resolve("a")).doesNotExist();
  }
}
