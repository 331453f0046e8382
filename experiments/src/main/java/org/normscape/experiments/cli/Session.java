package org.normscape.experiments.cli;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.normscape.backend.Backend;
import org.normscape.experiments.UserError;
import org.normscape.experiments.data.Dataset;
import org.normscape.experiments.run.Environment;
import org.normscape.experiments.run.MetricsLog;
import org.normscape.experiments.run.Progress;
import org.normscape.experiments.run.Provenance;
import org.normscape.experiments.run.RunDirectory;
import org.normscape.experiments.run.Status;
import org.normscape.experiments.spec.ExperimentSpec;
import org.normscape.experiments.spec.RecordTree;

/**
 * One run from its folder to its end. However it ends, by itself, by an error or by Ctrl-C, its
 * folder says so and what was measured can be read.
 */
record Session(
    Surroundings surroundings,
    ExperimentSpec spec,
    Dataset data,
    Backend backend,
    List<String> command) {

  /** Carries out the experiment in a new folder, which is returned. */
  Path carryOut(Path parent, Progress progress) {
    Object config = RecordTree.of(spec);
    LocalDateTime now = LocalDateTime.now(surroundings.clock());
    RunDirectory run = RunDirectory.create(parent, spec.name(), config, now);
    Provenance provenance = started(config);
    provenance.write(run);
    progress.note("run: " + run.path());
    try (MetricsLog log = MetricsLog.open(run.metrics())) {
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
    end(run, provenance, Status.COMPLETE);
    return run.path();
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
        Environment.describe());
  }

  private void interrupt(RunDirectory run, Provenance provenance, MetricsLog log) {
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
    provenance.ended(status, surroundings.clock().instant()).write(run);
  }
}
