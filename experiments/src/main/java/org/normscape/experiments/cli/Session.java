package org.normscape.experiments.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.normscape.backend.Backend;
import org.normscape.backend.Numerics;
import org.normscape.experiments.UserError;
import org.normscape.experiments.data.Dataset;
import org.normscape.experiments.report.metrics.RunRecord;
import org.normscape.experiments.run.Environment;
import org.normscape.experiments.run.KernelRecord;
import org.normscape.experiments.run.Progress;
import org.normscape.experiments.run.Provenance;
import org.normscape.experiments.run.RunDirectory;
import org.normscape.experiments.run.RunLog;
import org.normscape.experiments.run.Status;
import org.normscape.experiments.spec.ExperimentSpec;
import org.normscape.experiments.spec.RecordTree;
import org.normscape.experiments.verify.RecordedRun;

/**
 * One run from its folder to its end. However it ends, by itself, by an error or by Ctrl-C, its
 * folder says so and what was measured can be read.
 */
record Session(
    Surroundings surroundings,
    ExperimentSpec spec,
    Dataset data,
    Backend backend,
    List<String> command,
    Fingerprints fingerprints) {

  /** When a fingerprint of the network is kept after every update. */
  enum Fingerprints {
    WHERE_EXACT,
    ALWAYS
  }

  /** Carries out the experiment in a new folder, which is returned. */
  Path carryOut(Path parent, Progress progress) {
    Object config = RecordTree.of(spec);
    LocalDateTime now = LocalDateTime.now(surroundings.clock());
    RunDirectory run = RunDirectory.create(parent, spec.name(), config, now);
    Provenance provenance = started(config);
    provenance.write(run);
    progress.note("run: " + run.path());
    try (RunLog log = log(run)) {
      Thread interrupted = new Thread(() -> interrupt(run, provenance, log));
      Runtime.getRuntime().addShutdownHook(interrupted);
      try {
        surroundings.experiment().run(spec, backend, data, log, progress);
      } finally {
        forget(interrupted);
      }
    } catch (UserError e) {
      throw ended(run, provenance, e);
    } catch (RuntimeException | Error e) {
      String sentence = Complaints.unexpected(e, run.error());
      throw ended(run, provenance, UserError.failure(sentence, e));
    }
    KernelRecord.of(backend).write(run);
    provenance.completed(surroundings.clock().instant(), digest(run)).write(run);
    return run.path();
  }

  private RunLog log(RunDirectory run) {
    return fingerprints == Fingerprints.ALWAYS || spec.numerics() == Numerics.EXACT
        ? RunLog.open(run.metrics(), run.fingerprints())
        : RunLog.open(run.metrics());
  }

  private static String digest(RunDirectory run) {
    try {
      return RecordedRun.of(RunRecord.read(run.path())).digest();
    } catch (IOException e) {
      throw UserError.failure(
          "%s: what was measured must be readable, but it is not (%s). To fix: see to the disk, and run it again."
              .formatted(run.path(), e),
          e);
    }
  }

  private Provenance started(Object config) {
    return new Provenance(
        Status.RUNNING,
        surroundings.clock().instant().toString(),
        null,
        command,
        RunDirectory.sha256(config),
        spec.numerics().name().toLowerCase(Locale.ROOT),
        Provenance.describe(backend.info()),
        data.name(),
        data.sha256(),
        spec.seeds(),
        Environment.describe(),
        null);
  }

  private void interrupt(RunDirectory run, Provenance provenance, RunLog log) {
    log.flush();
    end(run, provenance, Status.INTERRUPTED);
    surroundings.err().printf("%ninterrupted; what was measured is in %s%n", run.path());
  }

  /** Takes the hook away, unless it is the one that is ending the program. */
  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ending) {
      throw UserError.failure("run: was interrupted. To fix: run it again.", ending);
    }
  }

  private UserError ended(RunDirectory run, Provenance provenance, UserError error) {
    try {
      end(run, provenance, Status.FAILED);
    } catch (UserError alsoThis) {
      error.addSuppressed(alsoThis);
    }
    return error;
  }

  private void end(RunDirectory run, Provenance provenance, Status status) {
    KernelRecord.of(backend).write(run);
    provenance.broken(status, surroundings.clock().instant()).write(run);
  }
}
