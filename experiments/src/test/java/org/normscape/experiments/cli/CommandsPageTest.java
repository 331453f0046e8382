package org.normscape.experiments.cli;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.normscape.experiments.manual.Topic;
import org.normscape.experiments.page.GeneratedPage;
import picocli.CommandLine;

/** The page about commands says what {@code --help} says, and has every topic of the manual. */
final class CommandsPageTest {

  private static final String HEAD =
      """
      # The command line

      What `normscape --help`, `normscape COMMAND --help` and `normscape help TOPIC` print. This page is generated.
      """;

  private static final CommandLine.Help.Ansi PLAIN = CommandLine.Help.Ansi.OFF;

  @Test
  void isWhatHelpSays() {
    StringBuilder page = new StringBuilder(HEAD);
    CommandLine program = CommandLineRun.program();
    for (CommandLine command : all(program)) {
      section(page, command.getCommandSpec().qualifiedName(), command.getUsageMessage(PLAIN));
    }
    page.append("\n## Topics\n");
    for (Topic topic : Topic.all()) {
      page.append("\n### %s\n\n%s\n".formatted(topic.name(), topic.title()));
      block(page, String.join("\n", topic.text()));
    }
    new GeneratedPage("commands.md", CommandsPageTest.class).is(page.toString());
  }

  private static void section(StringBuilder page, String name, String usage) {
    page.append("\n## %s\n".formatted(name));
    block(page, usage);
  }

  private static void block(StringBuilder page, String text) {
    page.append("\n```text\n%s\n```\n".formatted(text.replace("\r\n", "\n").strip()));
  }

  /** A command and all below it, each once. */
  private static List<CommandLine> all(CommandLine command) {
    List<CommandLine> all = new ArrayList<>(List.of(command));
    command.getSubcommands().values().forEach(sub -> all.addAll(all(sub)));
    return all;
  }
}
