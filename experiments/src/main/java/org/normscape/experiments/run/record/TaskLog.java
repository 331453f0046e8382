package org.normscape.experiments.run.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.normscape.backend.Array;
import org.normscape.experiments.interchange.SafeTensors;
import org.normscape.experiments.report.metrics.Metrics;
import org.normscape.experiments.report.metrics.Series;
import org.normscape.experiments.run.Conduct;
import org.normscape.experiments.run.Ending;
import org.normscape.experiments.run.RunLog;
import org.normscape.experiments.run.Task;
import org.normscape.experiments.run.TaskState;
import org.normscape.experiments.run.TaskStatus;
import org.normscape.experiments.run.checkpoint.Checkpoint;
import org.normscape.experiments.run.checkpoint.Checkpoints;
import org.normscape.experiments.run.file.Extent;
import org.normscape.experiments.run.file.Json;
import org.normscape.experiments.run.file.JsonLines;
import org.normscape.experiments.run.file.WholeFile;
import org.normscape.experiments.run.progress.Progress;
import org.normscape.experiments.spec.CheckpointSpec;
import org.normscape.objective.Point;
import org.normscape.params.Parameters;
import org.normscape.probe.Journal;
import org.normscape.probe.Past;
import org.normscape.probe.Quantity;
import org.normscape.probe.Reading;
import org.normscape.replay.HostArray;

/**
 * What one task records: what is measured and, where it is asked for, a fingerprint of the network
 * after every update. Both are files of one JSON object a line, which can be read while the task
 * goes on; whatever was flushed stays when it is killed. Beside them lie its checkpoints, and what
 * has become of it.
 */
public final class TaskLog implements AutoCloseable {

  private static final double NANOSECONDS_PER_MINUTE = Duration.ofMinutes(1).toNanos();
  private static final double NANOSECONDS_PER_SECOND = Duration.ofSeconds(1).toNanos();

  private final Task task;
  private final Conduct conduct;
  private final JsonLines metrics;
  private final Optional<JsonLines> fingerprints;
  private final Map<Path, JsonLines> files = new LinkedHashMap<>();
  private final Checkpoints checkpoints;
  private final Sketch sketch;
  private final Watched watched = new Watched();
  private Past past = watched;
  private long lastKept = System.nanoTime();
  private Optional<RowJournal> rows = Optional.empty();
  private long begun = System.nanoTime();
  private @Nullable Double spentBefore = 0.0;

  private TaskLog(
      Task task,
      Conduct conduct,
      JsonLines metrics,
      Optional<JsonLines> fingerprints,
      Sketch sketch) {
    this.task = task;
    this.conduct = conduct;
    this.metrics = metrics;
    this.fingerprints = fingerprints;
    this.checkpoints = Checkpoints.of(task.folder());
    this.sketch = sketch;
    files.put(task.metrics(), metrics);
    fingerprints.ifPresent(lines -> files.put(task.fingerprints(), lines));
  }

  /** Opens the files of a task, to go on behind what they have. */
  public static TaskLog open(
      Task task, RunLog.Fingerprints prints, Sketch sketch, Conduct conduct) {
    try {
      Files.createDirectories(task.folder());
    } catch (IOException e) {
      throw Json.unwritable(task.folder(), e);
    }
    return new TaskLog(
        task,
        conduct,
        JsonLines.open(task.metrics()),
        prints == RunLog.Fingerprints.ALWAYS
            ? Optional.of(JsonLines.open(task.fingerprints()))
            : Optional.empty(),
        sketch);
  }

  /** Appends a number that has one value in a step. */
  public void record(int step, Quantity quantity, double value) {
    record(step, quantity.name(), value, Map.of());
  }

  /** Appends what an instrument read. */
  public void record(int step, Reading reading) {
    record(step, reading.metric(), reading.value(), reading.at());
  }

  /** Appends a number by the name of its quantity. */
  public void record(int step, String metric, double value, Map<String, Double> at) {
    metrics.append(new Metric(task.cell(), task.seed(), step, metric, value, at));
    if (at.isEmpty()) {
      watched.see(metric, step, value);
    }
  }

  /** What was measured lately, for schedules that depend on it. */
  public Past past() {
    return past;
  }

  /** Takes what was measured lately from another log, so that schedules say the same for both. */
  public void follow(TaskLog leader) {
    past = leader.watched;
  }

  /**
   * Appends the fingerprint of the network after this many updates, where that is asked for.
   *
   * @param memory what the optimizer remembers
   */
  public void fingerprint(int step, Point<Array> point, Parameters<Array> memory) {
    fingerprints.ifPresent(
        file ->
            file.append(
                NetworkFingerprint.of(task.cell(), task.seed(), step, point, memory, sketch)));
  }

  /**
   * Begins the task, or goes on with it: from its newest checkpoint that is not damaged, with what
   * was recorded up to there; all else that was recorded is taken away.
   *
   * @param name what the task is called
   * @param progress is told of each checkpoint that is damaged, and of the rows of long
   *     measurements
   * @return where to go on from; none where the task begins
   */
  public Optional<Checkpoint> begin(String name, Progress progress) {
    Optional<Checkpoints.Found> found =
        checkpoints
            .newest(progress::note)
            .filter(it -> it.files().keySet().equals(extents().keySet()));
    Map<String, Extent> then = found.map(Checkpoints.Found::files).orElse(Map.of());
    spentBefore = found.isEmpty() ? Double.valueOf(0) : status().seconds();
    begun = System.nanoTime();
    files.forEach((file, lines) -> lines.cut(bytes(then, file)));
    watched.clear();
    become(TaskStatus.of(TaskState.RUNNING));
    RowWatch watch = new RowWatch(name, conduct.stop(), progress, InstantSource.system());
    rows = Optional.of(RowJournal.open(task.folder(), watch));
    return found.map(Checkpoints.Found::checkpoint);
  }

  private TaskStatus status() {
    try {
      return TaskStatus.read(task.folder());
    } catch (IOException e) {
      throw Json.unwritable(task.folder(), e);
    }
  }

  /** The time spent on the task, in seconds; null where a part of it was not written down. */
  private @Nullable Double seconds() {
    double now = (System.nanoTime() - begun) / NANOSECONDS_PER_SECOND;
    return spentBefore == null ? null : Double.valueOf(spentBefore + now);
  }

  /** What was recorded of a metric that varies with nothing but the step, in order. */
  public List<Series.Sample> recorded(String quantity) {
    try {
      return Metrics.read(task.metrics())
          .of(task.cell(), task.seed(), quantity)
          .map(Series::samples)
          .orElse(List.of());
    } catch (IOException e) {
      throw Json.unwritable(task.metrics(), e);
    }
  }

  /** Goes on from what was recorded of metrics that schedules look at. */
  public void recall(Set<String> watchedMetrics) {
    watchedMetrics.forEach(metric -> watched.recall(metric, recorded(metric)));
  }

  private static long bytes(Map<String, Extent> files, Path file) {
    Extent extent = files.get(name(file));
    return extent == null ? 0 : extent.bytes();
  }

  private Map<String, Extent> extents() {
    Map<String, Extent> extents = new LinkedHashMap<>();
    files.forEach((file, lines) -> extents.put(name(file), lines.settled()));
    return extents;
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  /**
   * Where the rows of long measurements are kept until the next checkpoint, which holds what came
   * of them; nowhere before the task begins.
   */
  public Journal journal() {
    return rows.<Journal>map(journal -> journal).orElse(Journal.NONE);
  }

  /** Whether it is time to {@link #keep} where the task is after this many updates. */
  public boolean isCheckpointDue(int updates) {
    double minutes = (System.nanoTime() - lastKept) / NANOSECONDS_PER_MINUTE;
    return conduct.checkpoint().isDue(updates, minutes);
  }

  /** Puts on the disk where the task is, with everything recorded up to here. */
  public void keep(Checkpoint checkpoint) {
    conduct.beforeCheckpoint().run();
    checkpoints.write(checkpoint, extents(), conduct.checkpoint().keep());
    rows.ifPresent(RowJournal::clear);
    lastKept = System.nanoTime();
  }

  /** Says that the task was interrupted; it can go on later. */
  public void interrupted() {
    become(TaskStatus.of(TaskState.INTERRUPTED, seconds()));
  }

  /** Says that the task waits for others where it is; it can go on later. */
  public void waiting() {
    become(TaskStatus.of(TaskState.WAITING, seconds()));
  }

  /** Says that the task does not go on in this run, since others were better. */
  public void pruned(int updates, String reason) {
    TaskStatus before = status();
    become(new TaskStatus(TaskState.PRUNED, reason, updates, before.seconds(), before.files()));
  }

  /** Says that the task failed, and why. */
  public void failed(String reason) {
    become(TaskStatus.failed(reason));
  }

  /** Says that all is recorded that will be; checkpoints are of no use any more. */
  public void ended(Ending how) {
    become(new TaskStatus(how.state(), how.reason(), how.updates(), seconds(), extents()));
    checkpoints.clear();
    rows.ifPresent(RowJournal::clear);
  }

  /**
   * Keeps the trained network in {@code network.safetensors}, where that is asked for.
   *
   * @param arrays what it has learned and what it remembers
   */
  public void network(Supplier<Parameters<HostArray>> arrays) {
    if (conduct.checkpoint().network() == CheckpointSpec.Network.KEEP) {
      Path file = task.folder().resolve("network.safetensors");
      try {
        WholeFile.write(file, out -> SafeTensors.write(arrays.get(), Map.of(), out));
      } catch (IOException e) {
        throw Json.unwritable(file, e);
      }
    }
  }

  private void become(TaskStatus status) {
    status.write(task.folder());
  }

  /** Where unforeseen errors of the task are written down. */
  public Path errors() {
    return task.folder().resolve("error.log");
  }

  /** Puts what was recorded on the disk, so that it can be read. */
  public void flush() {
    metrics.flush();
    fingerprints.ifPresent(JsonLines::flush);
  }

  @Override
  public void close() {
    try (metrics) {
      fingerprints.ifPresent(JsonLines::close);
      rows.ifPresent(RowJournal::close);
    }
  }
}
