package org.normscape.experiments.cli.guide;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.normscape.experiments.Nearest;
import org.normscape.experiments.UserError;
import org.normscape.experiments.cli.surroundings.Complaints;
import org.normscape.experiments.cli.surroundings.Extensions;
import org.normscape.experiments.cli.surroundings.Surroundings;
import org.normscape.experiments.config.document.Described;
import org.normscape.experiments.config.document.PlainText;
import org.normscape.experiments.manual.Topic;
import org.normscape.experiments.spec.Catalog;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code normscape help}: what a command does, or a text about a topic. */
@Command(
    name = "help",
    description = "Explains a command or a topic; without a word, lists both.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  normscape help run                         the same as normscape run --help",
      "  normscape help data fetch",
      "  normscape help numerics                    a topic"
    })
public final class HelpCommand implements Runnable {

  private final Surroundings surroundings;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "WORD",
      arity = "0..*",
      description = "A command, with those that it has itself, or a topic.")
  private List<String> words = new ArrayList<>();

  public HelpCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public void run() {
    CommandLine program = spec.root().commandLine();
    PrintWriter out = surroundings.out();
    if (words.isEmpty()) {
      program.usage(out);
      topics().forEach(out::println);
      return;
    }
    Optional<Topic> topic = words.size() == 1 ? Topic.named(words.get(0)) : Optional.empty();
    if (topic.isPresent()) {
      out.printf("%s%n%n", topic.get().title());
      topic.get().text().forEach(out::println);
      return;
    }
    command(program).usage(out);
  }

  private CommandLine command(CommandLine program) {
    CommandLine found = program;
    for (String word : words) {
      CommandLine next = found.getSubcommands().get(word);
      if (next == null) {
        throw unknown(word, found);
      }
      found = next;
    }
    return found;
  }

  private UserError unknown(String word, CommandLine within) {
    if (within.getParent() == null && Topic.named(words.get(0)).isPresent()) {
      return UserError.usage(
          "help: must be one word where it is a topic, but \"%s\" follows %s. To fix: write \"normscape help %s\"."
              .formatted(words.get(1), words.get(0), words.get(0)));
    }
    List<String> known = within.getParent() == null ? known(within) : Complaints.commands(within);
    if (known.isEmpty()) {
      String command = within.getCommandSpec().name();
      return UserError.usage(
          "help: must end with a command that has none itself, but \"%s\" follows %s. To fix: write \"normscape help %s\"."
              .formatted(word, command, command));
    }
    return UserError.usage(
        "help: must be a command or a topic, which are %s, but it is \"%s\". To fix: %s."
            .formatted(known, word, remedy(word, known)));
  }

  private static String remedy(String word, List<String> known) {
    boolean isDescribed =
        Catalog.names().contains(word) || Extensions.reference().names().contains(word);
    return isDescribed
        ? "write \"normscape describe %s\"".formatted(word)
        : Nearest.remedy(word, known);
  }

  /** The first words that can be asked for: commands of the program, and topics. */
  static List<String> known(CommandLine program) {
    List<String> known = new ArrayList<>(Complaints.commands(program));
    Topic.all().forEach(topic -> known.add(topic.name()));
    return known.stream().distinct().toList();
  }

  private static List<String> topics() {
    List<String> lines = new ArrayList<>(List.of("", "Topics, for \"normscape help TOPIC\":"));
    PlainText.list(
            Topic.all().stream().map(topic -> new Described(topic.name(), topic.title())).toList())
        .forEach(line -> lines.add("  " + line));
    return lines;
  }
}
