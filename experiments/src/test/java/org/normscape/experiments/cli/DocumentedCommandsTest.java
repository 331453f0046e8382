package org.normscape.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.Config;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.normscape.experiments.cli.option.SpecOptions;
import org.normscape.experiments.spec.Catalog;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/**
 * Every command that the documentation, the manual and the help show can be given: its words and
 * options are there, and so is what it names. Nothing is carried out but {@code list}, {@code
 * describe} and {@code help}; what {@code run} does, {@link EveryExperimentTest} shows.
 */
final class DocumentedCommandsTest {

  /** What stands for something that the reader has. */
  private static final String OWN = ".*[<>*].*|[A-Z]+|.*[.](conf|jar)|runs/.*";

  @TempDir private Path home;

  static Stream<DocumentedCommand> all() {
    return Stream.concat(
            DocumentedCommand.ofPages(), DocumentedCommand.ofHelp(CommandLineRun.program()))
        .distinct();
  }

  @ParameterizedTest
  @MethodSource("all")
  void canBeGiven(DocumentedCommand command) {
    check(command.arguments());
  }

  private void check(List<String> arguments) {
    CommandLine program = CommandLineRun.program();
    if (arguments.size() == 1 && program.getSubcommands().containsKey(arguments.get(0))) {
      return;
    }
    ParseResult parsed = program.parseArgs(arguments.toArray(String[]::new));
    while (parsed.hasSubcommand()) {
      parsed = parsed.subcommand();
    }
    switch (parsed.commandSpec().name()) {
      case "run", "sweep", "verify" -> resolve(parsed);
      case "list", "describe", "help" -> carryOut(arguments);
      default -> {}
    }
  }

  /** Binds the experiment with its scale and settings. */
  private static void resolve(ParseResult parsed) {
    List<String> settings = parsed.matchedOptionValue("--set", List.of());
    List<Config> overrides = new ArrayList<>(SpecOptions.settings(settings));
    List<String> over = parsed.matchedOptionValue("--over", List.of());
    over.forEach(axis -> overrides.add(Catalog.axis("--over", axis)));
    if (!over.isEmpty()) {
      overrides.add(Catalog.override("sweep", "claims", List.of()));
    }
    parsed.matchedPositionals().stream()
        .flatMap(positional -> positional.stringValues().stream())
        .filter(name -> !name.matches(OWN))
        .forEach(name -> Catalog.resolve(name, scale(parsed, name), overrides));
  }

  private static String scale(ParseResult parsed, String experiment) {
    CommandLine.Model.OptionSpec scale = parsed.matchedOption("--scale");
    return scale == null
        ? Catalog.defaultScale(experiment)
        : List.of(scale.stringValues().get(0).split(",", -1)).get(0);
  }

  private void carryOut(List<String> arguments) {
    if (arguments.stream().skip(1).noneMatch(word -> word.matches(OWN))) {
      CommandLineRun run =
          CommandLineRun.of(
              home,
              (spec, backend, data, log, progress) -> log.flush(),
              arguments.toArray(String[]::new));
      assertThat(run.exitCode()).as(run.err()).isZero();
    }
  }

  @Test
  void whatIsNotThereIsFound() {
    for (String wrong :
        List.of(
            "run landscap",
            "run landscape --scal smoke",
            "run landscape --scale smok",
            "run landscape --set optimizer.lerning-rate=1",
            "list norms",
            "help nummerics",
            "sweep landscape --over optimizer.rate=[1]")) {
      assertThatThrownBy(() -> check(List.of(wrong.split(" ", -1))))
          .as(wrong)
          .isInstanceOf(Throwable.class);
    }
  }

  @Test
  void manyAreLookedAt() {
    assertThat(all().map(DocumentedCommand::where).distinct()).hasSizeGreaterThan(20);
  }
}
