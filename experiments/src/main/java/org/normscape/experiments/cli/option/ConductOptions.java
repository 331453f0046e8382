package org.normscape.experiments.cli.option;

import org.normscape.experiments.UserError;
import org.normscape.experiments.run.Conduct;
import picocli.CommandLine.Option;

/** The options that say how a run is carried out, and change none of its results. */
public final class ConductOptions {

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "How many tasks go on side by side, with the same results; 1 if not given.")
  private int jobs = 1;

  @Option(
      names = "--fail-fast",
      description =
          "End the other tasks when one fails. Without it they are carried out, and the exit code is 1 at the end.")
  private boolean failFast;

  /**
   * How the run is carried out.
   *
   * @throws UserError when there would be no job
   */
  public Conduct conduct() {
    if (jobs < 1) {
      throw UserError.usage(
          "--jobs: must be at least 1, but it is %s. To fix: leave it out, or write --jobs 2."
              .formatted(jobs));
    }
    return new Conduct().with(jobs, failFast ? Conduct.OnFailure.STOP : Conduct.OnFailure.GO_ON);
  }
}
