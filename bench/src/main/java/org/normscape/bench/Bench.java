package org.normscape.bench;

import org.normscape.backend.BackendException;
import org.normscape.experiments.UserError;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of the questions that are whole runs; the others are JMH's. */
@Command(
    name = "bench",
    description = "How right and how lean Normscape is, next to its peers.",
    mixinStandardHelpOptions = true,
    subcommands = {
      AccuracyWitness.class,
      MemoryCurve.class,
      NumericsCost.class,
      NumericsDrift.class,
      TrainingSteps.class
    })
public final class Bench {

  private Bench() {}

  public static void main(String... arguments) {
    System.exit(
        new CommandLine(new Bench())
            .setExecutionExceptionHandler((error, command, parsed) -> report(error, command))
            .execute(arguments));
  }

  /** A user's mistake is one sentence; what nobody foresaw keeps its stack trace. */
  private static int report(Exception error, CommandLine command) throws Exception {
    if (error instanceof UserError
        || error instanceof BackendException
        || error instanceof IllegalArgumentException) {
      command.getErr().println(error.getMessage());
      return command.getCommandSpec().exitCodeOnExecutionException();
    }
    throw error;
  }
}
