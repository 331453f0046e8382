package org.normscape.experiments.cli;

import com.google.inject.Module;
import java.io.BufferedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.normscape.experiments.cli.surroundings.Surroundings;
import org.normscape.experiments.run.Experiment;
import picocli.CommandLine;

/** What a command printed, and its exit code. */
public record CommandLineRun(int exitCode, String out, String err) {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T10:20:30Z"), ZoneOffset.UTC);

  /** Runs a command with this experiment in place of training, in a home without data. */
  public static CommandLineRun of(Path home, Experiment experiment, String... arguments) {
    return of(home, experiment, List.of(), arguments);
  }

  /** The same with these backends beside those on the class path. */
  public static CommandLineRun of(
      Path home, Experiment experiment, List<Module> modules, String... arguments) {
    return of(home, Map.of(), experiment, modules, arguments);
  }

  /** The same with these variables of the environment. */
  public static CommandLineRun of(
      Path home,
      Map<String, String> environment,
      Experiment experiment,
      List<Module> modules,
      String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Surroundings surroundings =
        surroundings(buffered(out), buffered(err), environment, home, experiment, modules);
    int exitCode = Main.execute(surroundings, arguments);
    return new CommandLineRun(
        exitCode,
        out.toString().replace(System.lineSeparator(), "\n"),
        err.toString().replace(System.lineSeparator(), "\n"));
  }

  private static Surroundings surroundings(
      PrintWriter out,
      PrintWriter err,
      Map<String, String> environment,
      Path home,
      Experiment experiment,
      List<Module> modules) {
    return new Surroundings(
        out, err, false, environment, home, CLOCK, experiment, new Summaries(), modules);
  }

  /** The program, in a home without data: to be looked at, or to read arguments. */
  static CommandLine program() {
    return Main.commandLine(
        surroundings(
            new PrintWriter(Writer.nullWriter()),
            new PrintWriter(Writer.nullWriter()),
            Map.of(),
            Path.of("home"),
            (spec, backend, data, log, progress) -> log.flush(),
            List.of()));
  }

  /** Standard output has a buffer too: what nobody flushes is not seen. */
  private static PrintWriter buffered(StringWriter text) {
    return new PrintWriter(new BufferedWriter(text), true);
  }

  /** Reports that only say what they are about. */
  private record Summaries() implements Surroundings.ReportWriter {

    @Override
    public String write(Path run) {
      return "summary of " + run + "\n";
    }

    @Override
    public String compare(List<Path> runs, Path folder) {
      return "comparison of %s in %s\n".formatted(runs, folder);
    }
  }
}
