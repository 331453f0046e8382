package org.normscape.experiments.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.normscape.backend.Backend;
import org.normscape.backend.Numerics;
import org.normscape.experiments.UserError;
import org.normscape.experiments.report.metrics.QuantitiesFile;
import org.normscape.experiments.report.metrics.RunFiles;
import org.normscape.experiments.report.metrics.RunRecord;
import org.normscape.experiments.run.checkpoint.Interrupted;
import org.normscape.experiments.run.file.Json;
import org.normscape.experiments.run.file.Together;
import org.normscape.experiments.run.lock.RunLock;
import org.normscape.experiments.run.progress.Progress;
import org.normscape.experiments.spec.ExperimentSpec;
import org.normscape.experiments.spec.SpecJson;
import org.normscape.experiments.verify.RecordedRun;

/**
 * One run from its folder to its end. However it ends, by itself, by an error or by Ctrl-C, its
 * folder says so, and it can go on later.
 *
 * @param spec what is carried out
 * @param experiment what carries it out
 * @param data what its cells are trained and tested on
 * @param backend what computes
 * @param command the arguments with which it can be started again
 * @param fingerprints when a fingerprint of a network is kept
 * @param clock the time
 * @param conduct how it is carried out
 */
public record Session(
    ExperimentSpec spec,
    Experiment experiment,
    Datasets data,
    Backend backend,
    List<String> command,
    Fingerprints fingerprints,
    Clock clock,
    Conduct conduct) {

  /** When a fingerprint of the network is kept after every update. */
  public enum Fingerprints {
    /** With {@code numerics = exact} alone. */
    WHERE_EXACT,
    /** Whatever the numerics are. */
    ALWAYS
  }

  /** Carries out the experiment in a new folder below {@code parent}, which is returned. */
  public Path carryOut(Path parent, Progress progress) {
    return carryOut(parent, Reuse.none(), progress);
  }

  /** The same, but for tasks that were done before: their results are copied. */
  @SuppressWarnings("try") // The lock is held, not used.
  public Path carryOut(Path parent, Reuse reuse, Progress progress) {
    RunDirectory run =
        RunDirectory.create(
            parent,
            spec.name(),
            SpecJson.tree(spec),
            data.hashes(spec.cells()),
            LocalDateTime.now(clock));
    try (RunLock lock = RunLock.take(run.path())) {
      Map<Path, Identity> identities = Identity.of(spec, backend, data, run.path());
      begin(run, identities);
      for (Map.Entry<Path, Identity> task : identities.entrySet()) {
        reuse.into(task.getKey(), task.getValue());
      }
      return carryOut(run, progress);
    } catch (IOException e) {
      throw Json.unwritable(run.path(), e);
    }
  }

  /**
   * Goes on with the tasks of a run that have not ended.
   *
   * @throws UserError when it would not be the same run any more
   */
  @SuppressWarnings("try") // The lock is held, not used.
  public Path goOn(RunDirectory run, Progress progress) {
    try (RunLock lock = RunLock.take(run.path())) {
      Map<Path, Identity> identities = Identity.of(spec, backend, data, run.path());
      for (Map.Entry<Path, Identity> task : identities.entrySet()) {
        Optional<Identity> before = Identity.read(task.getKey());
        before.ifPresent(it -> task.getValue().checkUnchanged(it, run.path()));
      }
      ConfigKeys.checkUnchanged(run);
      begin(run, identities);
      return carryOut(run, progress);
    } catch (IOException e) {
      throw unreadable(run, e);
    }
  }

  /** Writes what a run is before anything of it is done. */
  private void begin(RunDirectory run, Map<Path, Identity> identities) {
    Together.forEach(
        identities.entrySet(), identity -> identity.getValue().write(identity.getKey()));
    try {
      QuantitiesFile.write(run.path(), spec.quantities());
    } catch (IOException e) {
      throw Json.unwritable(run.path(), e);
    }
  }

  @SuppressWarnings("try") // The watch is held, not used.
  private Path carryOut(RunDirectory run, Progress progress) throws IOException {
    Provenance provenance = started(RunFiles.config(run.path()));
    provenance.write(run);
    progress.note("run: " + run.path());
    Conduct own = conduct.with(spec.checkpoint(), () -> KernelRecord.of(backend).write(run));
    try (RunLog log = new RunLog(run.path(), prints(), own);
        Interruptions watch = Interruptions.watch(conduct.stop(), progress)) {
      experiment.run(spec, backend, data, log, progress);
    } catch (Interrupted e) {
      throw ended(run, provenance, Status.INTERRUPTED, interrupted(run));
    } catch (UserError e) {
      throw ended(run, provenance, Status.FAILED, e);
    } catch (RuntimeException | Error e) {
      String sentence = ErrorLog.write(e, run.error());
      throw ended(run, provenance, Status.FAILED, UserError.failure(sentence, e));
    }
    KernelRecord.of(backend).write(run);
    provenance.completed(clock.instant(), digest(run)).write(run);
    return run.path();
  }

  private UserError interrupted(RunDirectory run) {
    return UserError.interrupted(
        "interrupted; what was measured is kept. To go on: "
            + Continuation.command(run.path(), command));
  }

  private RunLog.Fingerprints prints() {
    return fingerprints == Fingerprints.ALWAYS || spec.numerics() == Numerics.EXACT
        ? RunLog.Fingerprints.ALWAYS
        : RunLog.Fingerprints.NEVER;
  }

  private static String digest(RunDirectory run) {
    try {
      return RecordedRun.of(RunRecord.read(run.path())).digest();
    } catch (IOException e) {
      throw unreadable(run, e);
    }
  }

  private static UserError unreadable(RunDirectory run, IOException cause) {
    return UserError.failure(
        "%s: what was measured must be readable, but it is not (%s). To fix: see to the disk, and run it again."
            .formatted(run.path(), cause),
        cause);
  }

  private Provenance started(JsonNode config) {
    return new Provenance(
        Status.RUNNING,
        clock.instant().toString(),
        null,
        command,
        RunDirectory.sha256(config),
        ConfigKeys.of(config),
        spec.numerics().name().toLowerCase(Locale.ROOT),
        Provenance.describe(backend.info()),
        data.provenance(spec.cells()),
        spec.seeds(),
        Environment.describe(),
        null);
  }

  private UserError ended(RunDirectory run, Provenance provenance, Status status, UserError error) {
    try {
      KernelRecord.of(backend).write(run);
      provenance.broken(status, clock.instant()).write(run);
    } catch (UserError alsoThis) {
      error.addSuppressed(alsoThis);
    }
    return error;
  }
}
