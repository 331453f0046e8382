package org.normscape.experiments.cli.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.normscape.experiments.Nearest;
import org.normscape.experiments.UserError;
import org.normscape.experiments.cli.option.ScaleNames;
import org.normscape.experiments.cli.surroundings.Complaints;
import org.normscape.experiments.cli.surroundings.Extensions;
import org.normscape.experiments.cli.surroundings.Surroundings;
import org.normscape.experiments.config.document.Description;
import org.normscape.experiments.config.document.PlainText;
import org.normscape.experiments.config.document.Reference;
import org.normscape.experiments.run.file.Json;
import org.normscape.experiments.spec.Catalog;
import org.normscape.experiments.spec.ExperimentGuide;
import org.normscape.experiments.spec.QuantityReference;
import org.normscape.probe.Quantity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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
public final class DescribeCommand implements Runnable {

  private final Surroundings surroundings;

  @Spec private CommandSpec command = CommandSpec.create();

  @Parameters(
      paramLabel = "NAME",
      completionCandidates = DescribedNames.class,
      description = "One that \"normscape list\" shows.")
  private String name = "";

  @Option(
      names = "--scale",
      paramLabel = "SCALE",
      completionCandidates = ScaleNames.class,
      description = "The scale of an experiment whose settings are shown; laptop if not given.")
  private Optional<String> scale = Optional.empty();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  public DescribeCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public void run() {
    if (Catalog.isMeant(name)) {
      experiment();
    } else {
      kinds();
    }
  }

  private void kinds() {
    Reference reference = Extensions.reference();
    List<Description> found = reference.named(name);
    Optional<Quantity> quantity = QuantityReference.of(reference.forms().kinds()).named(name);
    if (found.isEmpty() && quantity.isPresent()) {
      quantity(quantity.get());
      return;
    }
    if (found.isEmpty()) {
      throw unknown(reference);
    }
    if (json) {
      surroundings.out().print(Json.pretty(reference.tree(found)));
      return;
    }
    for (Description description : found) {
      PlainText.lines(description).forEach(surroundings.out()::println);
      QuantityReference.measured(reference.forms().kinds(), description)
          .forEach(surroundings.out()::println);
    }
  }

  private void quantity(Quantity quantity) {
    if (json) {
      surroundings.out().print(Json.pretty(quantity));
    } else {
      QuantityReference.lines(quantity).forEach(surroundings.out()::println);
    }
  }

  private UserError unknown(Reference reference) {
    List<String> names = new ArrayList<>(Catalog.names());
    names.addAll(reference.names());
    QuantityReference.of(reference.forms().kinds()).all().stream()
        .map(Quantity::name)
        .forEach(names::add);
    String remedy =
        command()
            .or(() -> Nearest.to(name, names).map("write \"%s\""::formatted))
            .orElse("see \"normscape list\", and name the jar it is in by --with");
    return UserError.usage(
        "describe: must be a name that \"normscape list\" shows, but it is \"%s\". To fix: %s."
            .formatted(name, remedy));
  }

  /** Where a command is explained. */
  private Optional<String> command() {
    return Complaints.commands(command.root().commandLine()).contains(name)
        ? Optional.of("for the command, write \"normscape %s --help\"".formatted(name))
        : Optional.empty();
  }

  private void experiment() {
    String shown = scale.orElseGet(() -> Catalog.defaultScale(name));
    ExperimentGuide guide = ExperimentGuide.of(name, shown);
    if (json) {
      surroundings.out().print(Json.pretty(guide.tree()));
    } else {
      guide.lines().forEach(surroundings.out()::println);
    }
  }
}
