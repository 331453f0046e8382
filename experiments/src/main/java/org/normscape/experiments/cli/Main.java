package org.normscape.experiments.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.normscape.experiments.UserError;
import org.normscape.experiments.cli.data.DataCheckCommand;
import org.normscape.experiments.cli.data.DataCommand;
import org.normscape.experiments.cli.data.DataFetchCommand;
import org.normscape.experiments.cli.data.DataPathCommand;
import org.normscape.experiments.cli.guide.CompletionCommand;
import org.normscape.experiments.cli.guide.DescribeCommand;
import org.normscape.experiments.cli.guide.FlowingHelp;
import org.normscape.experiments.cli.guide.HelpCommand;
import org.normscape.experiments.cli.guide.InitCommand;
import org.normscape.experiments.cli.guide.ListCommand;
import org.normscape.experiments.cli.result.ClaimsCommand;
import org.normscape.experiments.cli.result.OpenCommand;
import org.normscape.experiments.cli.result.ReportCommand;
import org.normscape.experiments.cli.result.ReproduceCommand;
import org.normscape.experiments.cli.result.RunsCommand;
import org.normscape.experiments.cli.result.WrittenReports;
import org.normscape.experiments.cli.run.ProbeCommand;
import org.normscape.experiments.cli.run.ResumeCommand;
import org.normscape.experiments.cli.run.RunCommand;
import org.normscape.experiments.cli.run.SweepCommand;
import org.normscape.experiments.cli.run.WorkerCommand;
import org.normscape.experiments.cli.surroundings.Complaints;
import org.normscape.experiments.cli.surroundings.Extensions;
import org.normscape.experiments.cli.surroundings.Surroundings;
import org.normscape.experiments.cli.surroundings.Terminal;
import org.normscape.experiments.cli.verify.CertifyCommand;
import org.normscape.experiments.cli.verify.CompareCommand;
import org.normscape.experiments.cli.verify.DoctorCommand;
import org.normscape.experiments.cli.verify.VerifyCommand;
import org.normscape.experiments.task.ExperimentRun;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program {@code normscape}. */
@Command(
    name = "normscape",
    description =
        "A laboratory for one question: what does normalization do to the landscape that an optimizer walks on?",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  normscape run landscape --scale smoke      the whole way in seconds",
      "  normscape run my-experiment.conf           an experiment of your own",
      "  normscape init my-experiment.conf          such a file, with every key explained",
      "  normscape list normalizations              what an experiment can name",
      "  normscape run landscape                    minutes, and a figure to look at",
      "  normscape sweep landscape --over optimizer.learning-rate=log(1e-3,1,7)",
      "  normscape resume RUN                       goes on with a run that was stopped",
      "  normscape runs                             the runs there are, and how far they are",
      "  normscape describe landscape               what it does and what can be set",
      "  normscape claims                           what the papers claim, as it was measured",
      "  normscape reproduce --dry-run              all experiments, and what they cost",
      "  normscape verify                           the same bits on every backend",
      "  normscape certify                          right numbers on this machine?",
      "  normscape doctor                           what works on this machine",
      "  normscape bench                            how fast, next to whom (builds more)",
      "  normscape help numerics                    a text about a topic; \"normscape help\" lists them",
      "",
      "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 results differ (verify and compare) or are wrong (certify),",
      "130 ended by Ctrl-C."
    })
public final class Main implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Show what native libraries say, and print digests in full.")
  private boolean verbose;

  @Option(
      names = "--with",
      paramLabel = "JAR",
      scope = ScopeType.INHERIT,
      description =
          "A jar whose normalizations, layers, models, optimizers, data sets and probes an experiment can name. May be repeated.")
  private List<Path> jars = new ArrayList<>();

  private Main() {}

  /** Runs a command and ends the Java virtual machine with its exit code. */
  public static void main(String[] args) {
    Locale.setDefault(Locale.ROOT);
    Terminal.takeOver();
    Surroundings surroundings =
        new Surroundings(
            new PrintWriter(System.out, true, StandardCharsets.UTF_8),
            new PrintWriter(System.err, true, StandardCharsets.UTF_8),
            Terminal.isThere(),
            System.getenv(),
            Path.of(System.getProperty("user.home")),
            Clock.system(ZoneId.systemDefault()),
            ExperimentRun::run,
            new WrittenReports(),
            List.of());
    System.exit(execute(surroundings, args));
  }

  /** Runs a command and returns its exit code. */
  public static int execute(Surroundings surroundings, String... args) {
    int exitCode = commandLine(surroundings).execute(args);
    surroundings.out().flush();
    surroundings.err().flush();
    return exitCode;
  }

  /** The commands there are, with their options. */
  static CommandLine commandLine(Surroundings surroundings) {
    CommandLine line =
        new CommandLine(new Main())
            .addSubcommand(new RunCommand(surroundings))
            .addSubcommand(new SweepCommand(surroundings))
            .addSubcommand(new ResumeCommand(surroundings))
            .addSubcommand(new WorkerCommand(surroundings))
            .addSubcommand(new RunsCommand(surroundings))
            .addSubcommand(new ProbeCommand(surroundings))
            .addSubcommand(new ListCommand(surroundings))
            .addSubcommand(new DescribeCommand(surroundings))
            .addSubcommand(new InitCommand(surroundings))
            .addSubcommand(new ReportCommand(surroundings))
            .addSubcommand(new ClaimsCommand(surroundings))
            .addSubcommand(new ReproduceCommand(surroundings))
            .addSubcommand(new OpenCommand(surroundings))
            .addSubcommand(new VerifyCommand(surroundings))
            .addSubcommand(new CompareCommand(surroundings))
            .addSubcommand(new CertifyCommand(surroundings))
            .addSubcommand(
                new CommandLine(new DataCommand())
                    .addSubcommand(new DataFetchCommand(surroundings))
                    .addSubcommand(new DataCheckCommand(surroundings))
                    .addSubcommand(new DataPathCommand(surroundings)))
            .addSubcommand(new DoctorCommand(surroundings))
            .addSubcommand(new CompletionCommand(surroundings))
            .addSubcommand(new HelpCommand(surroundings));
    FlowingHelp.apply(line);
    return line.setOut(surroundings.out())
        .setErr(surroundings.err())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(Complaints::wrongUsage)
        .setExecutionExceptionHandler(Complaints::failed)
        .setExecutionStrategy(Main::carryOut);
  }

  /** Carries out a command, which finds what the jars bring as it finds what is ours. */
  private static int carryOut(ParseResult arguments) {
    Main main = (Main) arguments.commandSpec().root().userObject();
    Thread thread = Thread.currentThread();
    ClassLoader ours = thread.getContextClassLoader();
    try {
      Extensions.open(main.jars);
      return new CommandLine.RunLast().execute(arguments);
    } catch (UserError e) {
      throw new ExecutionException(arguments.commandSpec().commandLine(), e.getMessage(), e);
    } finally {
      thread.setContextClassLoader(ours);
    }
  }

  /** Whether all is said that there is to say. */
  public boolean isVerbose() {
    return verbose;
  }

  /** The jars that the user has named. */
  public List<Path> jars() {
    return List.copyOf(jars);
  }

  /** Without a command there is nothing to do but to explain. */
  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
