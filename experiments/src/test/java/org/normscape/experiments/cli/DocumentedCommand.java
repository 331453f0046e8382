package org.normscape.experiments.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.normscape.experiments.manual.Topic;
import org.normscape.experiments.page.MarkdownFile;
import picocli.CommandLine;

/**
 * A command as a text shows it.
 *
 * @param where the page, the help text or the topic
 * @param arguments what stands behind {@code normscape}
 */
record DocumentedCommand(String where, List<String> arguments) {

  private static final Pattern COMMAND =
      Pattern.compile("^\\s*(?:[A-Z_]+=(?:\"[^\"]*\"|\\S+) )*(?:\\./|bin/)?normscape (.+)$");

  /** What ends a command on a line: a comment, or the column that explains it. */
  private static final Pattern REST = Pattern.compile("\\s+#.*|\\s{2,}\\S.*");

  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  /** Those of all pages, in blocks and between backticks; one page repeats what help says. */
  static Stream<DocumentedCommand> ofPages() {
    return MarkdownFile.all().stream()
        .filter(page -> !page.toString().endsWith("commands.md"))
        .flatMap(
            page ->
                Stream.concat(
                        page.code().stream().flatMap(code -> code.lines().stream()),
                        page.spans().stream())
                    .flatMap(line -> read(page.toString(), line).stream()));
  }

  /** Those of the help of all commands, and of the topics. */
  static Stream<DocumentedCommand> ofHelp(CommandLine program) {
    Stream<DocumentedCommand> topics =
        Topic.all().stream()
            .flatMap(
                topic ->
                    topic.text().stream()
                        .flatMap(line -> read("help " + topic.name(), line).stream()));
    return Stream.concat(
        topics, Stream.concat(Stream.of(program), below(program)).flatMap(DocumentedCommand::of));
  }

  private static Stream<CommandLine> below(CommandLine command) {
    return command.getSubcommands().values().stream()
        .flatMap(sub -> Stream.concat(Stream.of(sub), below(sub)));
  }

  private static Stream<DocumentedCommand> of(CommandLine command) {
    return Stream.of(command.getCommandSpec().usageMessage().footer())
        .flatMap(line -> read(command.getCommandName() + " --help", line).stream());
  }

  private static Optional<DocumentedCommand> read(String where, String line) {
    Matcher command = COMMAND.matcher(line);
    if (!command.matches() || command.group(1).startsWith("bench") || isOutline(command.group(1))) {
      return Optional.empty();
    }
    String given = REST.matcher(command.group(1)).replaceFirst("");
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(given);
    while (word.find()) {
      words.add(word.group(1) == null ? word.group(2) : word.group(1));
    }
    return Optional.of(new DocumentedCommand(where, words));
  }

  /** Whether it shows only a part of what is written, or what a usage line shows. */
  private static boolean isOutline(String arguments) {
    return arguments.contains("…") || (arguments.contains("[") && arguments.contains("COMMAND"));
  }

  @Override
  public String toString() {
    return where + ": normscape " + String.join(" ", arguments);
  }
}
