package org.normscape.experiments.cli.option;

import org.normscape.experiments.UserError;
import picocli.CommandLine.Option;

/** The option that says how many tasks go on side by side. */
public final class JobsOption {

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "How many tasks go on side by side, with the same results; 1 if not given.")
  private int jobs = 1;

  /**
   * How many tasks go on side by side.
   *
   * @throws UserError when there would be none
   */
  public int jobs() {
    if (jobs < 1) {
      throw UserError.usage(
          "--jobs: must be at least 1, but it is %s. To fix: leave it out, or write --jobs 2."
              .formatted(jobs));
    }
    return jobs;
  }
}
