package org.normscape.bench;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.normscape.bench.measure.Answer;
import org.normscape.bench.measure.Effort;
import org.normscape.bench.measure.Outcome;
import org.normscape.bench.measure.Question;
import org.normscape.bench.measure.Run;
import org.normscape.bench.measure.Table;
import org.normscape.bench.question.Ceilings;
import org.normscape.bench.question.Questions;
import org.normscape.experiments.UserError;
import org.normscape.experiments.cli.surroundings.Complaints;
import org.normscape.experiments.cli.surroundings.Terminal;
import org.normscape.experiments.run.progress.Progress;
import org.normscape.experiments.run.progress.ProgressBars;
import org.normscape.experiments.run.progress.ProgressLines;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The program {@code normscape bench}: asks questions, or lists them. */
@Command(
    name = "normscape bench",
    description = "How fast, next to whom: asks questions, each case in processes of its own.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    subcommands = {
      AccuracyWitness.class,
      DeviceSpeed.class,
      MemoryCurve.class,
      NumericsDrift.class
    },
    footer = {
      "",
      "Examples:",
      "  normscape bench                  what can be asked",
      "  normscape bench vgg-a --quick    whether everything runs, in a minute",
      "  normscape bench vgg-a            on a quiet machine",
      "  normscape bench all",
      "",
      "Exit codes: 0 done, 1 failed, some cases or all, 2 wrong usage."
    })
public final class Bench implements Callable<Integer> {

  private static final String ALL = "all";

  private static final Clock CLOCK = Clock.system(ZoneId.systemDefault());

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "NAME",
      arity = "0..*",
      description = "The questions to ask, or \"all\"; without one they are listed.")
  private List<String> names = List.of();

  @Option(names = "--quick", description = "Small networks and short runs: does everything run?")
  private boolean quick;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description =
          "How many processes each case gets, in turn with the others; 5 if not given, 2 with --quick.")
  private int rounds;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The folder that results go into; ${DEFAULT-VALUE} if not given.")
  private Path out = Path.of("runs");

  private Bench() {}

  /** Asks, and ends the Java virtual machine with the exit code. */
  public static void main(String... arguments) {
    Terminal.takeOver();
    System.exit(
        command(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8))
            .execute(arguments));
  }

  /** The command line. */
  static CommandLine command(PrintWriter out, PrintWriter err) {
    return new CommandLine(new Bench())
        .setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(Complaints::wrongUsage)
        .setExecutionExceptionHandler(Complaints::failed);
  }

  @Override
  public Integer call() {
    if (names.isEmpty()) {
      list();
      return 0;
    }
    List<Question> questions =
        names.equals(List.of(ALL))
            ? Questions.all()
            : names.stream().map(Questions::named).toList();
    Effort scale = quick ? Effort.QUICK : Effort.FULL;
    int visits = rounds(scale);
    AnswerFolder.prepare(out);
    boolean complete = true;
    try (Progress progress = progress()) {
      Run run = new Run(Worker.class.getName(), scale, visits, new Ceilings(), progress);
      for (Question question : questions) {
        complete &= answered(run.ask(question));
      }
    }
    return complete ? 0 : 1;
  }

  private int rounds(Effort scale) {
    if (!spec.commandLine().getParseResult().hasMatchedOption("--rounds")) {
      return scale.pace().rounds();
    }
    if (rounds < 1) {
      throw UserError.usage(
          "--rounds: there must be at least 1, but %s was given. To fix: ask for more."
              .formatted(rounds));
    }
    return rounds;
  }

  private void list() {
    PrintWriter out = spec.commandLine().getOut();
    out.println("Questions: normscape bench NAME… [--quick]");
    Questions.all().forEach(q -> out.printf("  %-20s %s%n", q.name(), q.sentence()));
    out.printf("  %-20s %s%n", ALL, "All of these, one after the other.");
    out.println("With options of their own: normscape bench NAME --help");
    spec.subcommands()
        .forEach(
            (name, command) ->
                out.printf(
                    "  %-20s %s%n",
                    name, command.getCommandSpec().usageMessage().description()[0]));
    out.flush();
  }

  /** Shows an answer and writes it down; whether no case failed. */
  private boolean answered(Answer answer) {
    PrintWriter out = spec.commandLine().getOut();
    out.print(Table.of(answer));
    out.println(AnswerFolder.write(this.out, answer, LocalDateTime.now(CLOCK)));
    out.flush();
    return answer.outcomes().stream().allMatch(Outcome::isMeasured);
  }

  private Progress progress() {
    PrintWriter err = spec.commandLine().getErr();
    return Terminal.isThere()
        ? new ProgressBars(err, System.getenv(), Terminal.columns())
        : new ProgressLines(err, CLOCK);
  }
}
