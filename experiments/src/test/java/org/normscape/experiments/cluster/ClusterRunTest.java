package org.normscape.experiments.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.normscape.backend.Backend;
import org.normscape.backend.Backends;
import org.normscape.backend.Compilation;
import org.normscape.backend.Executable;
import org.normscape.backend.ForwardingBackend;
import org.normscape.experiments.UserError;
import org.normscape.experiments.data.DataContext;
import org.normscape.experiments.run.Conduct;
import org.normscape.experiments.run.Datasets;
import org.normscape.experiments.run.Experiment;
import org.normscape.experiments.run.Identity;
import org.normscape.experiments.run.RunLog;
import org.normscape.experiments.run.Task;
import org.normscape.experiments.run.TaskState;
import org.normscape.experiments.run.TaskStatus;
import org.normscape.experiments.run.checkpoint.Interrupted;
import org.normscape.experiments.run.progress.NoProgress;
import org.normscape.experiments.run.progress.Progress;
import org.normscape.experiments.spec.Catalog;
import org.normscape.experiments.spec.ExperimentSpec;
import org.normscape.experiments.task.ExperimentRun;
import org.normscape.ir.Program;

/** Runs on a cluster leave what runs on one machine leave, whatever happens to workers. */
final class ClusterRunTest {

  private static final ClusterWorker.Opening REFERENCE =
      (spec, methods, progress) -> Backends.open("reference");

  @TempDir private Path folder;

  private Path experiment = Path.of("");

  @BeforeEach
  void write() throws IOException {
    experiment = folder.resolve("small.conf");
    try (InputStream text =
        Objects.requireNonNull(ClusterRunTest.class.getResourceAsStream("/run/small.conf"))) {
      Files.write(experiment, text.readAllBytes());
    }
  }

  private ExperimentSpec spec(String... settings) {
    return Catalog.resolve(
        experiment.toString(),
        Catalog.defaultScale(experiment.toString()),
        Stream.of(settings).map(setting -> Catalog.override("--set", setting)).toList());
  }

  private Datasets data() {
    return new Datasets(new DataContext(Optional.empty(), Map.of(), folder.resolve("home"), 1));
  }

  private FakeCluster cluster(int places, ClusterWorker.Opening opening, Long... faults) {
    return new FakeCluster(places, opening, this::data, List.of(faults));
  }

  private Path run(String name, ExperimentSpec spec, Experiment experiment, Conduct conduct) {
    return run(name, spec, experiment, conduct, new NoProgress());
  }

  private Path run(
      String name, ExperimentSpec spec, Experiment experiment, Conduct conduct, Progress progress) {
    Path run = folder.resolve(name);
    try (Backend backend = Backends.open("reference");
        RunLog log =
            new RunLog(
                run, RunLog.Fingerprints.ALWAYS, conduct.with(spec.checkpoint(), () -> {}))) {
      Identity.of(spec, backend, data(), run).forEach((task, identity) -> identity.write(task));
      experiment.run(spec, backend, data(), log, progress);
    }
    return run;
  }

  /** Every file of a run by name, as text that can be compared: without how long it took. */
  private static Map<String, String> files(Path run) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(run.resolve("tasks"))) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(
            run.relativize(file).toString(),
            new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                .replaceAll(",\\s+\"seconds\" : [^,\\s]+", ""));
      }
    }
    return files;
  }

  @Test
  void aClusterLeavesTheFilesOfOneMachine() throws IOException {
    Map<String, String> here = files(run("here", spec(), ExperimentRun::run, new Conduct()));
    Map<String, String> there =
        files(run("there", spec(), new ClusterRun(cluster(2, REFERENCE)), new Conduct()));
    assertThat(there).isEqualTo(here);
    assertThat(here.keySet()).hasSize(4 * 5);
  }

  /** Wires break at random moments; the message names the seed. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void tasksOfLostWorkersAreDoneAgainToTheSameBits(int places) throws IOException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    Long[] faults =
        Stream.generate(() -> 200 + random.nextLong(3_000)).limit(2).toArray(Long[]::new);
    FakeCluster cluster = cluster(places, REFERENCE, faults);
    Map<String, String> here = files(run("here", spec(), ExperimentRun::run, new Conduct()));
    Map<String, String> there = files(run("there", spec(), new ClusterRun(cluster), new Conduct()));
    assertThat(there).as("seed %s, faults %s", seed, List.of(faults)).isEqualTo(here);
    assertThat(cluster.lost())
        .as("seed %s: of two places, one may come when all is done", seed)
        .isBetween(places == 1 ? 2 : 1, 2);
  }

  /** Whoever waits at a rung leaves a checkpoint there, and who waits depends on who comes last. */
  private static Map<String, String> filesButCheckpoints(Path run) throws IOException {
    Map<String, String> files = files(run);
    files.keySet().removeIf(name -> name.contains("/checkpoints/"));
    return files;
  }

  /** Whoever waits at a rung goes on with another worker, or is pruned. */
  @Test
  void rungsOfSuccessiveHalvingAreThoseOfOneMachine() throws IOException {
    ExperimentSpec spec =
        spec(
            "successive-halving={rungs=[2,3],reduction-factor=2,quantity=train_loss,best=smallest}");
    Path here = run("here", spec, ExperimentRun::run, new Conduct());
    Path there = run("there", spec, new ClusterRun(cluster(2, REFERENCE)), new Conduct());
    assertThat(filesButCheckpoints(there)).isEqualTo(filesButCheckpoints(here));
    assertThat(there.resolve("successive-halving.json"))
        .hasSameTextualContentAs(here.resolve("successive-halving.json"));
    assertThat(files(there).values().stream().filter(text -> text.contains("\"pruned\"")))
        .hasSize(3);
  }

  /** A backend that fails to compile a number of times. */
  private record Failing(Backend backend, AtomicInteger failures) implements ForwardingBackend {
    @Override
    public Executable compile(Program program, Compilation compilation) {
      if (failures.getAndDecrement() > 0) {
        throw new IllegalStateException("no luck");
      }
      return backend.compile(program, compilation);
    }
  }

  private static ClusterWorker.Opening failing(int times) {
    AtomicInteger failures = new AtomicInteger(times);
    return (spec, methods, progress) -> new Failing(Backends.open("reference"), failures);
  }

  private ExperimentSpec oneCell() {
    return spec("seeds=[1,2,3]", "cells=[{name=plain,normalization=none}]");
  }

  @Test
  void aTaskThatFailsTwiceIsTriedAThirdTime() throws IOException {
    Map<String, String> here = files(run("here", oneCell(), ExperimentRun::run, new Conduct()));
    ClusterRun twice = new ClusterRun(cluster(1, failing(2)));
    assertThat(files(run("there", oneCell(), twice, new Conduct()))).isEqualTo(here);
  }

  @Test
  void aTaskThatFailsEachTimeIsReportedAsOneOfThisMachineIs() throws IOException {
    ClusterRun thrice = new ClusterRun(cluster(1, failing(3)));
    assertThatThrownBy(() -> run("there", oneCell(), thrice, new Conduct()))
        .isInstanceOf(UserError.class)
        .hasMessageMatching(
            "run: every task must end, but 1 of 3 failed: plain, seed 1[.] The first says: normscape: failed in a way that was not foreseen [(]java.lang.IllegalStateException: java.lang.IllegalStateException: no luck, on .*");
    List<TaskState> states = new ArrayList<>();
    for (long seed = 1; seed <= 3; seed++) {
      states.add(TaskStatus.read(task(seed)).state());
    }
    assertThat(states).containsExactly(TaskState.FAILED, TaskState.DONE, TaskState.DONE);
    assertThat(task(1).resolve("error.log"))
        .content()
        .contains("no luck", "ClusterRunTest$Failing.compile");
  }

  private Path task(long seed) {
    return Task.of(folder.resolve("there"), "plain", seed).folder();
  }

  private ExperimentSpec longer() {
    return spec(
        "steps=4000",
        "seeds=[1]",
        "cells=[{name=plain,normalization=none}]",
        "checkpoint.every-steps=1000",
        "evaluation.every=1000",
        "probes.curvature.when.every=2000");
  }

  /** Ends a run as soon as something of its first task can be read in its folder. */
  private void runAndEnd(Experiment experiment) throws InterruptedException {
    Conduct conduct = new Conduct();
    Path metrics = task(1).resolve("metrics.jsonl");
    Thread watch =
        new Thread(
            () -> {
              while (metrics.toFile().length() == 0) {
                Thread.onSpinWait();
              }
              conduct.stop().ask();
            });
    watch.start();
    assertThatThrownBy(() -> run("there", longer(), experiment, conduct))
        .isInstanceOf(Interrupted.class);
    watch.join();
  }

  /** What is measured is here while the task goes on; the run goes on without a cluster. */
  @Test
  void aRunThatWasEndedOnAClusterGoesOnHere() throws Exception {
    runAndEnd(new ClusterRun(cluster(1, REFERENCE)));
    assertThat(TaskStatus.read(task(1)).state()).isEqualTo(TaskState.INTERRUPTED);
    assertThat(task(1).resolve("checkpoints")).isNotEmptyDirectory();
    assertThat(files(run("there", longer(), ExperimentRun::run, new Conduct())))
        .isEqualTo(files(run("here", longer(), ExperimentRun::run, new Conduct())));
  }

  @Test
  void aRunThatWasEndedHereGoesOnOnACluster() throws Exception {
    runAndEnd(ExperimentRun::run);
    ClusterRun cluster = new ClusterRun(cluster(2, REFERENCE));
    assertThat(files(run("there", longer(), cluster, new Conduct())))
        .isEqualTo(files(run("here", longer(), ExperimentRun::run, new Conduct())));
  }

  /** Ends a run after its first step. */
  private record StopAtOnce(Conduct conduct) implements Progress {
    @Override
    public void begin(String task, long units) {}

    @Override
    public void advance(long units, String detail) {
      conduct.stop().ask();
    }

    @Override
    public void note(String line) {}

    @Override
    public void close() {}
  }

  /** The other steps take less than the second after which a worker sends what has changed. */
  @Test
  void checkpointsThatAWorkerTakesAwayAtOnceAreTakenAwayHere() throws IOException {
    Conduct conduct = new Conduct();
    Progress stop = new StopAtOnce(conduct);
    assertThatThrownBy(() -> run("there", oneCell(), ExperimentRun::run, conduct, stop))
        .isInstanceOf(Interrupted.class);
    assertThat(task(1).resolve("checkpoints")).isNotEmptyDirectory();
    ClusterRun cluster = new ClusterRun(cluster(1, REFERENCE));
    assertThat(files(run("there", oneCell(), cluster, new Conduct())))
        .isEqualTo(files(run("here", oneCell(), ExperimentRun::run, new Conduct())));
  }

  @Test
  void aClusterOnWhichNobodyCanWorkEndsTheRunWithWhatWorkersSay() {
    ClusterWorker.Opening unable =
        (spec, methods, progress) -> {
          throw UserError.failure("backend: the natives must load, but they do not.");
        };
    assertThatThrownBy(
            () -> run("there", spec(), new ClusterRun(cluster(1, unable)), new Conduct()))
        .isInstanceOf(UserError.class)
        .hasMessage("backend: the natives must load, but they do not.");
  }

  @Test
  void aWorkerWithOtherDataIsNotBelieved() {
    ExperimentSpec spec = spec("seeds=[1]", "cells=[{name=plain,normalization=none}]");
    FakeCluster others =
        new FakeCluster(
            1,
            REFERENCE,
            () -> new Datasets(new DataContext(Optional.empty(), Map.of(), folder, 2)),
            List.of());
    assertThatThrownBy(() -> run("there", spec, new ClusterRun(others), new Conduct()))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith(
            "worker: must compute what the driver would, but here these are others: data.");
  }
}
