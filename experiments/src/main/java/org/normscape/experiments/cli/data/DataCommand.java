package org.normscape.experiments.cli.data;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code normscape data}: what is trained on. */
@Command(
    name = "data",
    description = "Fetches, checks and finds data.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  normscape data fetch cifar10               into the cache, where runs find it",
      "  normscape data check --data DIR            whether a folder holds CIFAR-10, unharmed",
      "  normscape data check fashion-mnist         the images that come with Normscape",
      "  normscape data check my-images             pictures of your own, in a folder for each class",
      "  normscape data check my.csv --set label=species",
      "  normscape data path                        what a run would use"
    })
public final class DataCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "A command is missing.");
  }
}
