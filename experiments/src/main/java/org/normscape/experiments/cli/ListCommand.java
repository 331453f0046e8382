package org.normscape.experiments.cli;

import java.util.List;
import org.normscape.experiments.spec.Catalog;
import org.normscape.experiments.spec.ExperimentSpec;
import picocli.CommandLine.Command;

/** {@code normscape list}: the experiments there are. */
@Command(
    name = "list",
    description = "Lists the experiments.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  normscape list"})
final class ListCommand implements Runnable {

  private final Surroundings surroundings;

  ListCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public void run() {
    for (String name : Catalog.names()) {
      List<String> scales = Catalog.scales(name);
      ExperimentSpec spec = Catalog.resolve(name, scales.get(0), List.of());
      surroundings.out().printf("%-16s %s%n", name, spec.title());
      surroundings
          .out()
          .printf(
              "%-16s %s, %s; scales %s%n",
              "", spec.source().paper(), spec.source().figure(), String.join(", ", scales));
    }
  }
}
