package org.normscape.experiments.cli.option;

import org.normscape.experiments.run.Conduct;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say how a run is carried out, and change none of its results. */
public final class ConductOptions {

  @Mixin private JobsOption jobs = new JobsOption();

  @Option(
      names = "--fail-fast",
      description =
          "End the other tasks when one fails. Without it they are carried out, and the exit code is 1 at the end.")
  private boolean failFast;

  /**
   * How the run is carried out.
   *
   * @throws org.normscape.experiments.UserError when there would be no job
   */
  public Conduct conduct() {
    return new Conduct()
        .with(jobs.jobs(), failFast ? Conduct.OnFailure.STOP : Conduct.OnFailure.GO_ON);
  }
}
