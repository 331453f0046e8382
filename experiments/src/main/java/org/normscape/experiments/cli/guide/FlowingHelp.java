package org.normscape.experiments.cli.guide;

import java.util.ArrayList;
import java.util.List;
import org.normscape.experiments.cli.surroundings.Terminal;
import picocli.CommandLine;

/**
 * Help texts that flow: the lines of a paragraph are joined and broken where the terminal ends.
 * Indented lines, which are examples, and empty ones stay as they are.
 */
public final class FlowingHelp {

  private static final int NARROWEST = 60;
  private static final int WIDEST = 100;

  private FlowingHelp() {}

  /** Lets the help of a command and of all below it flow. */
  public static void apply(CommandLine command) {
    int width = Math.max(NARROWEST, Math.min(WIDEST, Terminal.columns()));
    command.setUsageHelpWidth(width);
    flow(command);
  }

  private static void flow(CommandLine command) {
    CommandLine.Model.UsageMessageSpec usage = command.getCommandSpec().usageMessage();
    usage.footer(paragraphs(List.of(usage.footer())).toArray(String[]::new));
    command.getSubcommands().values().forEach(FlowingHelp::flow);
  }

  static List<String> paragraphs(List<String> lines) {
    List<String> paragraphs = new ArrayList<>();
    boolean open = false;
    for (String line : lines) {
      boolean flows = !line.isEmpty() && !line.startsWith(" ");
      if (open && flows) {
        paragraphs.set(paragraphs.size() - 1, paragraphs.get(paragraphs.size() - 1) + " " + line);
      } else {
        paragraphs.add(line);
      }
      open = flows;
    }
    return paragraphs;
  }
}
