package org.normscape.experiments.run;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.normscape.backend.Backend;
import org.normscape.backend.Numerics;
import org.normscape.experiments.UserError;
import org.normscape.experiments.report.metrics.QuantitiesFile;
import org.normscape.experiments.report.metrics.RunRecord;
import org.normscape.experiments.spec.ExperimentSpec;
import org.normscape.experiments.spec.SpecJson;
import org.normscape.experiments.verify.RecordedRun;
import org.normscape.probe.Quantities;

/**
 * One run from its folder to its end. However it ends, by itself, by an error or by Ctrl-C, its
 * folder says so and what was measured can be read.
 *
 * @param spec what is carried out
 * @param experiment what carries it out
 * @param data what its cells are trained and tested on
 * @param backend what computes
 * @param command the arguments with which it can be started again
 * @param fingerprints when a fingerprint of a network is kept
 * @param clock the time
 * @param err where an interruption is told
 */
public record Session(
    ExperimentSpec spec,
    Experiment experiment,
    Datasets data,
    Backend backend,
    List<String> command,
    Fingerprints fingerprints,
    Clock clock,
    PrintWriter err) {

  /** When a fingerprint of the network is kept after every update. */
  public enum Fingerprints {
    WHERE_EXACT,
    ALWAYS
  }

  /** Carries out the experiment in a new folder below {@code parent}, which is returned. */
  public Path carryOut(Path parent, Progress progress) {
    Object config = SpecJson.tree(spec);
    RunDirectory run = RunDirectory.create(parent, spec.name(), config, LocalDateTime.now(clock));
    Provenance provenance = started(config);
    provenance.write(run);
    write(run, spec.quantities());
    progress.note("run: " + run.path());
    try (RunLog log = new RunLog(run.path(), prints())) {
      Thread interrupted = new Thread(() -> interrupt(run, provenance, log));
      Runtime.getRuntime().addShutdownHook(interrupted);
      try {
        experiment.run(spec, backend, data, log, progress);
      } finally {
        forget(interrupted);
      }
    } catch (UserError e) {
      throw ended(run, provenance, e);
    } catch (RuntimeException | Error e) {
      String sentence = ErrorLog.write(e, run.error());
      throw ended(run, provenance, UserError.failure(sentence, e));
    }
    KernelRecord.of(backend).write(run);
    provenance.completed(clock.instant(), digest(run)).write(run);
    return run.path();
  }

  private static void write(RunDirectory run, Quantities quantities) {
    try {
      QuantitiesFile.write(run.path(), quantities);
    } catch (IOException e) {
      throw Json.unwritable(run.path(), e);
    }
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
      throw UserError.failure(
          "%s: what was measured must be readable, but it is not (%s). To fix: see to the disk, and run it again."
              .formatted(run.path(), e),
          e);
    }
  }

  private Provenance started(Object config) {
    return new Provenance(
        Status.RUNNING,
        clock.instant().toString(),
        null,
        command,
        RunDirectory.sha256(config),
        spec.numerics().name().toLowerCase(Locale.ROOT),
        Provenance.describe(backend.info()),
        data.provenance(spec.cells()),
        spec.seeds(),
        Environment.describe(),
        null);
  }

  private void interrupt(RunDirectory run, Provenance provenance, RunLog log) {
    log.flush();
    end(run, provenance, Status.INTERRUPTED);
    err.printf("%ninterrupted; what was measured is in %s%n", run.path());
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
    provenance.broken(status, clock.instant()).write(run);
  }
}
