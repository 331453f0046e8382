package org.normscape.experiments.cli.surroundings;

import com.google.inject.Module;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.normscape.backend.Backend;
import org.normscape.backend.Device;
import org.normscape.backend.audit.Audit;
import org.normscape.backend.audit.Auditor;
import org.normscape.experiments.run.Conduct;
import org.normscape.experiments.run.Datasets;
import org.normscape.experiments.run.Experiment;
import org.normscape.experiments.run.Session;
import org.normscape.experiments.spec.ExperimentSpec;

/**
 * What commands take from outside.
 *
 * @param out where results go
 * @param err where complaints and progress go
 * @param terminal whether a person looks at a terminal
 * @param environment the environment variables
 * @param home the user's home
 * @param clock the time
 * @param experiment what carries out a specification
 * @param reports what turns runs into a report
 * @param modules what brings backends, beside the modules on the class path
 */
public record Surroundings(
    PrintWriter out,
    PrintWriter err,
    boolean terminal,
    Map<String, String> environment,
    Path home,
    Clock clock,
    Experiment experiment,
    ReportWriter reports,
    List<Module> modules) {

  /** The backends there are on a device. */
  public Injection backends(Device device) {
    return Injection.on(device, modules);
  }

  /**
   * What holds kernels against plain Java; what it finds is kept in the user's cache.
   *
   * @param notices takes one sentence for each kernel that is wrong
   */
  public Auditor auditor(Audit audit, Consumer<String> notices) {
    return new Auditor(audit, Auditor.folder(environment, home), Map.of(), notices);
  }

  /** These, with something else in place of training. */
  public Surroundings carryingOut(Experiment other) {
    return new Surroundings(out, err, terminal, environment, home, clock, other, reports, modules);
  }

  /** These, with results and complaints going elsewhere. */
  public Surroundings writingTo(PrintWriter results, PrintWriter complaints) {
    return new Surroundings(
        results, complaints, terminal, environment, home, clock, experiment, reports, modules);
  }

  /** A run of an experiment that is not going on. */
  public Session session(
      ExperimentSpec spec,
      Datasets data,
      Backend backend,
      List<String> command,
      Session.Fingerprints fingerprints,
      Conduct conduct) {
    return new Session(spec, experiment, data, backend, command, fingerprints, clock, conduct);
  }

  /** Turns runs into reports; both give a summary for the terminal. */
  public interface ReportWriter {

    /** Writes the report of a run into its folder. */
    String write(Path run) throws IOException;

    /** Writes a report that shows several runs side by side into a folder of its own. */
    String compare(List<Path> runs, Path folder) throws IOException;
  }
}
