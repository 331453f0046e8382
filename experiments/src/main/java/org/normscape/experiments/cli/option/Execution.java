package org.normscape.experiments.cli.option;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.normscape.backend.Backend;
import org.normscape.backend.Device;
import org.normscape.backend.audit.Auditor;
import org.normscape.experiments.cli.surroundings.Screens;
import org.normscape.experiments.cli.surroundings.Surroundings;
import org.normscape.experiments.export.Export;
import org.normscape.experiments.report.metrics.Metrics;
import org.normscape.experiments.report.metrics.RunRecord;
import org.normscape.experiments.report.table.ResultTables;
import org.normscape.experiments.run.Datasets;
import org.normscape.experiments.run.KernelRecord;
import org.normscape.experiments.run.progress.Paced;
import org.normscape.experiments.run.progress.Progress;
import org.normscape.experiments.spec.ExperimentSpec;
import org.normscape.experiments.task.Blueprints;

/**
 * A run from its specification to its report, as commands carry it out.
 *
 * @param surroundings what the command takes from outside
 * @param spec what is carried out
 * @param data what its cells are trained and tested on
 * @param methods the run whose methods compute each kernel; without it, those of this machine
 * @param exports where else it is brought
 * @param voice how much is said
 */
public record Execution(
    Surroundings surroundings,
    ExperimentSpec spec,
    Datasets data,
    Optional<Path> methods,
    List<Export> exports,
    Screens.Voice voice) {

  /**
   * Opens the backend, has the run carried out there and reports on it; its folder.
   *
   * @param run carries it out
   */
  public Path carryOut(Run run) throws IOException {
    Path folder = watched(run);
    report(folder);
    return folder;
  }

  private Path watched(Run run) {
    try (Progress progress = Screens.progress(surroundings, voice)) {
      progress.note(
          "reading the data and loading %s, which takes some seconds".formatted(spec.backend()));
      Blueprints blueprints = Blueprints.check(spec, data);
      blueprints.notes().forEach(progress::note);
      return carryOut(run, Paced.of(progress, blueprints.costs()));
    }
  }

  /** Carries out a run on a backend, and gives its folder. */
  @FunctionalInterface
  public interface Run {

    /** Carries it out and gives its folder. */
    Path on(Backend backend, Progress progress);
  }

  private Path carryOut(Run run, Progress progress) {
    try (Backend backend =
        surroundings
            .backends(Device.parse(spec.device()))
            .open(spec.backend(), auditor(progress))) {
      progress.note(
          "%s at scale %s on %s %s (%s), numerics %s"
              .formatted(
                  spec.name(),
                  spec.scale(),
                  spec.backend(),
                  backend.info().version(),
                  backend.info().device(),
                  spec.numerics().name().toLowerCase(Locale.ROOT)));
      data.describe(spec.cells()).forEach(line -> progress.note("data: " + line));
      return run.on(backend, progress);
    }
  }

  private Auditor auditor(Progress progress) {
    Auditor auditor = surroundings.auditor(spec.audit(), progress::note);
    return methods.map(run -> auditor.pinning(KernelRecord.read(run))).orElse(auditor);
  }

  private void report(Path run) throws IOException {
    PrintWriter terminal = surroundings.out();
    RunRecord record;
    try {
      record = RunRecord.read(run);
      ResultTables.write(record);
      say(surroundings.reports().write(run));
      for (Export export : exports) {
        say(export.write(record) + "\n");
      }
    } finally {
      terminal.println(run);
      terminal.flush();
    }
    warn(record.metrics().divergences());
  }

  private void say(String text) {
    surroundings.out().print(voice == Screens.Voice.QUIET ? "" : text);
  }

  /** The last word on a terminal, and not where a script reads the folder. */
  private void warn(List<Metrics.Divergence> diverged) {
    if (!diverged.isEmpty()) {
      surroundings
          .err()
          .println(
              "diverged: "
                  + diverged.stream()
                      .map(d -> "%s, seed %s, at step %s".formatted(d.cell(), d.seed(), d.step()))
                      .collect(Collectors.joining("; "))
                  + ". A loss was no longer finite there, or above its threshold.");
    }
  }
}
