package org.normscape.experiments.cli.guide;

import java.util.Objects;
import org.normscape.experiments.cli.surroundings.Surroundings;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Spec;

/** {@code normscape completion}: what a shell needs to complete commands, options and names. */
@Command(
    name = "completion",
    description = "Prints a script that lets bash or zsh complete commands and options.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "For this shell:",
      "  source <(normscape completion)",
      "For every one: put that line into ~/.bashrc or ~/.zshrc."
    })
public final class CompletionCommand implements Runnable {

  private final Surroundings surroundings;

  @Spec private CommandSpec spec = CommandSpec.create();

  public CompletionCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public void run() {
    CommandLine program = spec.root().commandLine();
    CommandSpec help =
        Objects.requireNonNull(program.getSubcommands().get("help")).getCommandSpec();
    PositionalParamSpec words = help.positionalParameters().get(0);
    help.remove(words);
    help.addPositional(
        PositionalParamSpec.builder(words)
            .completionCandidates(HelpCommand.known(program))
            .build());
    surroundings.out().print(AutoComplete.bash("normscape", program));
  }
}
