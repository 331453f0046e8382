package org.normscape.experiments.export.tensorboard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.normscape.experiments.export.Export;
import org.normscape.experiments.report.metrics.RunRecord;
import org.normscape.experiments.report.metrics.Series;
import org.normscape.experiments.run.Task;
import org.normscape.experiments.run.file.Json;
import org.normscape.experiments.run.file.WholeFile;

/**
 * The folder {@code tensorboard} of a run: {@code <cell>/seed-<seed>/} holds one event file for
 * each task, which is a run to TensorBoard. A scalar is there for each quantity that varies with
 * nothing but the step; those of parts of a network have the part behind a slash. TensorBoard keeps
 * single precision. All events have the time at which the run was started: what counts is their
 * step.
 */
public final class TensorBoard implements Export {

  private static final String FOLDER = "tensorboard";
  private static final String PREFIX = "events.out.tfevents.";
  private static final String SUFFIX = ".normscape";

  @Override
  public String write(RunRecord run) {
    Path folder = run.directory().resolve(FOLDER);
    Instant started = Export.moment(run, "started");
    for (Task task : run.tasks()) {
      List<Series> scalars = Export.scalars(run, task);
      if (!scalars.isEmpty()) {
        Path its = folder.resolve(task.cell()).resolve("seed-" + task.seed());
        write(its, started, events(scalars, started));
      }
    }
    return "tensorboard " + folder;
  }

  private static byte[] events(List<Series> scalars, Instant started) {
    Map<Integer, Map<String, Double>> bySteps = new TreeMap<>();
    for (Series series : scalars) {
      series
          .samples()
          .forEach(
              sample ->
                  bySteps
                      .computeIfAbsent(sample.step(), step -> new TreeMap<>())
                      .put(series.metric(), sample.value()));
    }
    EventFile file = new EventFile(started);
    bySteps.forEach(file::add);
    return file.bytes();
  }

  private static void write(Path folder, Instant started, byte[] events) {
    try {
      Files.createDirectories(folder);
      for (Path old : files(folder)) {
        Files.delete(old);
      }
      WholeFile.write(folder.resolve(PREFIX + started.getEpochSecond() + SUFFIX), events);
    } catch (IOException e) {
      throw Json.unwritable(folder, e);
    }
  }

  /** What an earlier export has left in a folder: TensorBoard would show it too. */
  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> name(file).startsWith(PREFIX)).toList();
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
