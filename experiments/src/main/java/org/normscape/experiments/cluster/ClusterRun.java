package org.normscape.experiments.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.normscape.backend.Backend;
import org.normscape.experiments.UserError;
import org.normscape.experiments.run.Conduct;
import org.normscape.experiments.run.Datasets;
import org.normscape.experiments.run.Experiment;
import org.normscape.experiments.run.RunLog;
import org.normscape.experiments.run.checkpoint.Interrupted;
import org.normscape.experiments.run.checkpoint.Stop;
import org.normscape.experiments.run.progress.Progress;
import org.normscape.experiments.spec.ExperimentSpec;
import org.normscape.experiments.task.ExperimentRun;
import org.normscape.experiments.task.Failures;
import org.normscape.experiments.task.TaskQueue;

/**
 * Carries out the tasks of an experiment that have not ended on a cluster.
 *
 * @param cluster what lends places
 */
public record ClusterRun(Cluster cluster) implements Experiment {

  private static final Duration LOOK = Duration.ofMillis(200);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** More places than this are never asked for. */
  private static final int PLACES = 1000;

  @Override
  public void run(
      ExperimentSpec spec, Backend backend, Datasets data, RunLog log, Progress progress) {
    List<TaskQueue.Planned> planned = TaskQueue.Planned.all(spec);
    ExperimentRun.byRungs(
        spec, planned, log, progress, tasks -> carryOut(spec, backend, log, progress, tasks));
  }

  private void carryOut(
      ExperimentSpec spec,
      Backend backend,
      RunLog log,
      Progress progress,
      List<TaskQueue.Planned> tasks) {
    progress.begin(spec.name(), TaskQueue.Planned.units(tasks, progress));
    TaskQueue queue = TaskQueue.unfinished(tasks, log, progress);
    Failures failures = new Failures(log, progress);
    Dispatch dispatch = new Dispatch(queue, failures, () -> onFailure(log.conduct()));
    if (queue.size() > 0) {
      carryOut(drive(spec, backend, log, progress, dispatch), queue.size());
    }
    failures.check(tasks.size());
    if (log.conduct().stop().isAsked()
        && tasks.stream().anyMatch(task -> !log.hasEnded(task.cell().name(), task.seed()))) {
      throw new Interrupted();
    }
  }

  private static Drive drive(
      ExperimentSpec spec, Backend backend, RunLog log, Progress progress, Dispatch dispatch) {
    try {
      return Drive.of(spec, backend, log, progress, dispatch);
    } catch (IOException e) {
      throw UserError.failure(
          "%s: kernels.json must be as the run has left it, but it cannot be read (%s). To fix: start a new run."
              .formatted(log.folder(), e),
          e);
    }
  }

  private static void onFailure(Conduct conduct) {
    if (conduct.onFailure() == Conduct.OnFailure.STOP) {
      conduct.stop().ask();
    }
  }

  private void carryOut(Drive drive, int tasks) {
    drive.progress().note("asking %s for %s places".formatted(cluster.name(), places(tasks)));
    try (Desk desk = Desk.open(drive, cluster.listensAt(), cluster.files());
        Cluster.Places places =
            cluster.open(
                new Cluster.Request(places(tasks), desk.port(), desk.token(), words(drive)))) {
      try {
        attend(drive, desk, places);
      } finally {
        drive.dispatch().stop();
      }
    } catch (IOException e) {
      throw UserError.failure(
          "%s: must be reachable from here, but it is not (%s). To fix: see that this machine may open a port and start a process."
              .formatted(cluster.name(), e),
          e);
    }
  }

  private static Path words(Drive drive) {
    return drive.log().folder().resolve("cluster.log");
  }

  private static int places(int tasks) {
    return Math.min(tasks, PLACES);
  }

  private void attend(Drive drive, Desk desk, Cluster.Places places) {
    Stop stop = drive.log().conduct().stop();
    Patience patience = new Patience(PATIENCE);
    while (!drive.dispatch().isOverWithin(LOOK)) {
      if (stop.isAsked()) {
        drive.dispatch().stop();
        desk.endAll();
      }
      Optional<String> ended = places.ended();
      if (ended.isPresent() && !drive.dispatch().isOverWithin(LOOK)) {
        throw UserError.failure(drive.unable().stream().findFirst().orElse(ended.get()));
      }
      if (desk.workers() == 0 && patience.hasJustEnded()) {
        drive
            .progress()
            .note(
                "%s has lent no place yet; its own words are in %s"
                    .formatted(cluster.name(), words(drive)));
      }
    }
  }
}
