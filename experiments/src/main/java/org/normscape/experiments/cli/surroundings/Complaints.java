package org.normscape.experiments.cli.surroundings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.normscape.experiments.Nearest;
import org.normscape.experiments.UserError;
import org.normscape.experiments.run.ErrorLog;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** One sentence for whatever goes wrong, and the exit code that belongs to it. */
public final class Complaints {

  private static final Map<Class<?>, String> NUMBERS =
      Map.of(
          int.class,
          "a whole number",
          Long.class,
          "a whole number",
          long.class,
          "a whole number",
          double.class,
          "a number");

  private static final Pattern FORM = Pattern.compile("must be .* To fix: .*");

  private Complaints() {}

  /** Arguments that make no sense. */
  public static int wrongUsage(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    command.getErr().println(sentence(e, command));
    return UserError.Kind.USAGE.exitCode();
  }

  private static String sentence(ParameterException e, CommandLine command) {
    String name = command.getCommandSpec().qualifiedName();
    if (e instanceof UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty()) {
      return unmatched(unmatched.getUnmatched().get(0), command);
    }
    if (e instanceof MissingParameterException missing
        && missing.getMissing().stream().allMatch(ArgSpec::required)) {
      return "%s: needs %s, but that was not given. To fix: see \"%s --help\"."
          .formatted(name, labels(missing.getMissing()), name);
    }
    Optional<String> word = wrongWord(e).or(() -> wrongNumber(e)).or(() -> wrongForm(e));
    if (word.isPresent()) {
      return "%s: %s".formatted(name, word.get());
    }
    return "%s: %s. To fix: see \"%s --help\"."
        .formatted(name, String.valueOf(e.getMessage()).replaceAll("[.]$", ""), name);
  }

  /** What is said of a word for which there is no room. */
  private static String unmatched(String word, CommandLine command) {
    String name = command.getCommandSpec().qualifiedName();
    String given = word.replaceAll("=.*", "");
    List<String> words = words(command, given);
    if (!words.isEmpty()) {
      return "%s: must be followed by some of %s, but \"%s\" was given. To fix: %s."
          .formatted(name, words, given, remedy(command, given, words));
    }
    List<? extends ArgSpec> taken = command.getCommandSpec().positionalParameters();
    return "%s: takes %s, but \"%s\" was given, too. To fix: leave it out, or see \"%s --help\"."
        .formatted(name, taken.isEmpty() ? "no word" : "only " + labels(taken), word, name);
  }

  /** The nearest word, or the place where what was given belongs. */
  private static String remedy(CommandLine command, String given, List<String> words) {
    Map<String, OptionSpec> options = command.getCommandSpec().optionsMap();
    if (Nearest.to(given, words).isPresent()) {
      return Nearest.remedy(given, words);
    }
    if (options.containsKey("--" + given)) {
      return "write \"--%s\"".formatted(given);
    }
    CommandLine program = command.getCommandSpec().root().commandLine();
    if (commands(program).contains(given.replaceFirst("^--", ""))) {
      return "write \"normscape %s\"".formatted(given.replaceFirst("^--", ""));
    }
    return shown(command)
        .filter(named -> takes(named.getValue(), given))
        .findFirst()
        .map(Map.Entry::getKey)
        .map(next -> "write it after the command, as in \"%s %s\"".formatted(next, given))
        .orElse(Nearest.remedy(given, words));
  }

  private static boolean takes(CommandLine command, String option) {
    return command.getCommandSpec().optionsMap().containsKey(option);
  }

  private static String labels(List<? extends ArgSpec> missing) {
    return missing.stream()
        .map(arg -> arg.isOption() ? option((OptionSpec) arg) : arg.paramLabel())
        .collect(Collectors.joining(" and "));
  }

  private static String option(OptionSpec option) {
    return option.longestName() + " " + option.paramLabel();
  }

  /** What is said of a value that has to be one of a few words. */
  private static Optional<String> wrongWord(ParameterException e) {
    ArgSpec option = e.getArgSpec();
    String given = e.getValue();
    if (option == null || given == null || !option.type().isEnum()) {
      return Optional.empty();
    }
    List<String> allowed =
        Arrays.stream(option.type().getEnumConstants())
            .map(word -> word.toString().toLowerCase(Locale.ROOT))
            .toList();
    return Optional.of(
        "%s must be one of %s, but it is \"%s\". To fix: %s."
            .formatted(
                label(option),
                allowed,
                given,
                Nearest.remedy(given.toLowerCase(Locale.ROOT), allowed)));
  }

  /** What is said of a value that has to be a number. */
  private static Optional<String> wrongNumber(ParameterException e) {
    ArgSpec option = e.getArgSpec();
    String given = e.getValue();
    if (option == null || given == null) {
      return Optional.empty();
    }
    return Optional.ofNullable(NUMBERS.get(option.auxiliaryTypes()[0]))
        .map(
            number ->
                "%s must be %s, but it is \"%s\". To fix: write a number, or see \"%s --help\"."
                    .formatted(
                        label(option),
                        number,
                        given,
                        e.getCommandLine().getCommandSpec().qualifiedName()));
  }

  /** What a converter of ours says of a value: what it must be, what it is, and how to fix it. */
  private static Optional<String> wrongForm(ParameterException e) {
    Matcher said = FORM.matcher(String.valueOf(e.getMessage()));
    return e.getArgSpec() != null && said.find()
        ? Optional.of("%s %s.".formatted(label(e.getArgSpec()), said.group()))
        : Optional.empty();
  }

  private static String label(ArgSpec option) {
    return option.isOption() ? ((OptionSpec) option).longestName() : option.paramLabel();
  }

  private static List<String> words(CommandLine command, String given) {
    return given.startsWith("-")
        ? new ArrayList<>(command.getCommandSpec().optionsMap().keySet())
        : new ArrayList<>(commands(command));
  }

  /** Those that people give. */
  public static List<String> commands(CommandLine command) {
    return shown(command).map(Map.Entry::getKey).toList();
  }

  private static Stream<Map.Entry<String, CommandLine>> shown(CommandLine command) {
    return command.getSubcommands().entrySet().stream()
        .filter(named -> !named.getValue().getCommandSpec().usageMessage().hidden());
  }

  /** Whatever a command threw. */
  public static int failed(Exception e, CommandLine command, ParseResult arguments) {
    if (e instanceof UserError error) {
      command.getErr().println(error.getMessage());
      return error.kind().exitCode();
    }
    Path log = temporaryLog();
    command.getErr().println(ErrorLog.write(e, log));
    return UserError.Kind.FAILURE.exitCode();
  }

  private static Path temporaryLog() {
    try {
      return Files.createTempFile("normscape-", ".log");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
