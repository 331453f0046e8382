package org.normscape.experiments.cli;

import java.io.PrintWriter;
import java.util.List;
import org.normscape.experiments.spec.Catalog;
import org.normscape.experiments.spec.ClaimSpec;
import org.normscape.experiments.spec.ExperimentSpec;
import org.normscape.experiments.spec.SpecJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code normscape describe}: what an experiment does, and everything that can be set. */
@Command(
    name = "describe",
    description = "Says what an experiment does, what it claims and what can be set.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  normscape describe landscape --scale paper"})
final class DescribeCommand implements Runnable {

  private final Surroundings surroundings;

  @Parameters(paramLabel = "EXPERIMENT", description = "One that \"normscape list\" shows.")
  private String experiment = "";

  @Option(
      names = "--scale",
      paramLabel = "SCALE",
      description = "The scale whose settings are shown; ${DEFAULT-VALUE} if not given.",
      defaultValue = SpecOptions.DEFAULT_SCALE)
  private String scale = SpecOptions.DEFAULT_SCALE;

  DescribeCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public void run() {
    ExperimentSpec spec = Catalog.resolve(experiment, scale, List.of());
    PrintWriter out = surroundings.out();
    out.println(spec.title());
    out.printf("%s, %s%n%n", spec.source().paper(), spec.source().figure());
    out.println(spec.description().strip());
    out.printf("%nScales: %s%n%nClaims:%n", String.join(", ", Catalog.scales(experiment)));
    for (ClaimSpec claim : spec.claims()) {
      out.println("  " + claim.sentence());
    }
    out.printf("%nSettings at scale %s, to be changed with --set key=value:%n", scale);
    out.print(SpecJson.write(spec));
  }
}
