package org.normscape.experiments.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.normscape.experiments.Nearest;
import org.normscape.experiments.UserError;
import org.normscape.experiments.config.document.Description;
import org.normscape.experiments.config.document.PlainText;
import org.normscape.experiments.config.document.Reference;
import org.normscape.experiments.run.Json;
import org.normscape.experiments.spec.Catalog;
import org.normscape.experiments.spec.ClaimSpec;
import org.normscape.experiments.spec.ExperimentSpec;
import org.normscape.experiments.spec.SpecJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code normscape describe}: what something is that can be named, and what can be set of it. */
@Command(
    name = "describe",
    description =
        "Explains what can be named: an experiment, or a normalization, a probe and the like.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  normscape describe landscape --scale paper",
      "  normscape describe batch-norm"
    })
final class DescribeCommand implements Runnable {

  private final Surroundings surroundings;

  @Parameters(paramLabel = "NAME", description = "One that \"normscape list\" shows.")
  private String name = "";

  @Option(
      names = "--scale",
      paramLabel = "SCALE",
      description = "The scale whose settings are shown; ${DEFAULT-VALUE} if not given.",
      defaultValue = SpecOptions.DEFAULT_SCALE)
  private String scale = SpecOptions.DEFAULT_SCALE;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Mixin private WithOption with = new WithOption();

  DescribeCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public void run() {
    if (Catalog.names().contains(name)) {
      experiment();
    } else {
      kinds();
    }
  }

  private void kinds() {
    Reference reference = with.reference();
    List<Description> found = reference.named(name);
    if (found.isEmpty()) {
      throw unknown(reference);
    }
    if (json) {
      surroundings.out().print(Json.pretty(reference.tree(found)));
      return;
    }
    for (Description description : found) {
      PlainText.lines(description).forEach(surroundings.out()::println);
    }
  }

  private UserError unknown(Reference reference) {
    List<String> names = new ArrayList<>(Catalog.names());
    names.addAll(reference.names());
    String remedy =
        Nearest.to(name, names)
            .map("write \"%s\""::formatted)
            .orElse("see \"normscape list\", and name the jar it is in by --with");
    return UserError.usage(
        "describe: must be a name that \"normscape list\" shows, but it is \"%s\". To fix: %s."
            .formatted(name, remedy));
  }

  private void experiment() {
    ExperimentSpec spec = Catalog.resolve(name, scale, List.of());
    PrintWriter out = surroundings.out();
    out.println(spec.title());
    out.printf("%s, %s%n%n", spec.source().paper(), spec.source().figure());
    out.println(spec.description().strip());
    out.printf("%nScales: %s%n%nClaims:%n", String.join(", ", Catalog.scales(name)));
    for (ClaimSpec claim : spec.claims()) {
      out.println("  " + claim.sentence());
    }
    out.printf("%nSettings at scale %s, to be changed with --set key=value:%n", scale);
    out.print(SpecJson.write(spec));
  }
}
