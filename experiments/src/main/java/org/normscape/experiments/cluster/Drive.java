package org.normscape.experiments.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.normscape.backend.Backend;
import org.normscape.experiments.run.KernelRecord;
import org.normscape.experiments.run.RunDirectory;
import org.normscape.experiments.run.RunLog;
import org.normscape.experiments.run.file.Json;
import org.normscape.experiments.run.progress.Progress;
import org.normscape.experiments.spec.ExperimentSpec;
import org.normscape.experiments.spec.SpecJson;
import org.normscape.experiments.task.TaskQueue;

/**
 * A run whose tasks are carried out elsewhere: what all that attend to workers share.
 *
 * @param config the resolved configuration, as JSON
 * @param backend the driver's own backend, which keeps the methods that workers chose
 * @param log where the run is written
 * @param progress what is told on the way
 * @param dispatch which task goes to whom
 * @param unable what workers say that cannot work
 * @param told how much of each task was told, by its title
 */
record Drive(
    String config,
    Backend backend,
    RunLog log,
    Progress progress,
    Dispatch dispatch,
    List<String> unable,
    Map<String, Long> told) {

  /** A run that begins, or goes on with the methods of kernels that it had. */
  static Drive of(
      ExperimentSpec spec, Backend backend, RunLog log, Progress progress, Dispatch dispatch)
      throws IOException {
    Path before = new RunDirectory(log.folder()).kernels();
    if (Files.exists(before)) {
      KernelRecord.parse(Files.readAllBytes(before)).into(backend);
    }
    return new Drive(
        SpecJson.write(spec),
        backend,
        log,
        progress,
        dispatch,
        new CopyOnWriteArrayList<>(),
        new ConcurrentHashMap<>());
  }

  /** Keeps the methods of kernels that a worker has chosen. */
  void keep(KernelRecord chosen) {
    chosen.into(backend);
    log.conduct().beforeCheckpoint().run();
  }

  /** What a worker is told first. */
  Message.Setup setup() {
    return new Message.Setup(config, log.fingerprints(), Json.line(KernelRecord.of(backend)));
  }

  /** Tells that so much of a task is done; what was told before it was begun anew is not news. */
  void advanced(TaskQueue.Planned task, long steps, String detail) {
    long before = told.getOrDefault(task.title(), 0L);
    if (steps > before) {
      told.put(task.title(), steps);
      progress.advance(progress.units(task.cell().name(), steps - before), detail);
    }
  }
}
