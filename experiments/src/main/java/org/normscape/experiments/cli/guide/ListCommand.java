package org.normscape.experiments.cli.guide;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.normscape.experiments.Nearest;
import org.normscape.experiments.UserError;
import org.normscape.experiments.cli.surroundings.Extensions;
import org.normscape.experiments.cli.surroundings.Surroundings;
import org.normscape.experiments.config.document.Described;
import org.normscape.experiments.config.document.PlainText;
import org.normscape.experiments.config.document.Reference;
import org.normscape.experiments.config.kind.Noun;
import org.normscape.experiments.run.file.Json;
import org.normscape.experiments.spec.Catalog;
import org.normscape.experiments.spec.QuantityReference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code normscape list}: what can be named, one a line with its first sentence. */
@Command(
    name = "list",
    description = "Lists what can be named: experiments, normalizations, probes and the like.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  normscape list                             everything",
      "  normscape list normalizations              what \"normalization\" can be set to",
      "  normscape list --with my.jar               and what a jar of yours adds"
    })
public final class ListCommand implements Runnable {

  static final String EXPERIMENTS = "experiments";
  static final String QUANTITIES = "quantities";

  private final Surroundings surroundings;

  @Parameters(
      arity = "0..1",
      paramLabel = "WHAT",
      completionCandidates = ListedNames.class,
      description = "One of the headings that are printed without it, such as normalizations.")
  private Optional<String> what = Optional.empty();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  public ListCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public void run() {
    Map<String, List<Described>> listed = what.map(this::one).orElseGet(this::everything);
    if (json) {
      surroundings.out().print(Json.pretty(listed));
    } else {
      listed.forEach(this::print);
    }
  }

  private Map<String, List<Described>> one(String noun) {
    Map<String, List<Described>> all = everything();
    List<Described> found = all.get(noun);
    if (found == null) {
      throw UserError.usage(
          "list: must be one of %s, but it is \"%s\". To fix: %s."
              .formatted(all.keySet(), noun, Nearest.remedy(noun, all.keySet())));
    }
    return Map.of(noun, found);
  }

  private Map<String, List<Described>> everything() {
    Reference reference = Extensions.reference();
    Map<String, List<Described>> all = new LinkedHashMap<>();
    all.put(EXPERIMENTS, experiments());
    for (Noun noun : reference.nouns()) {
      all.put(noun.name(), reference.kinds(noun.family()));
    }
    all.put(QUANTITIES, QuantityReference.of(reference.forms().kinds()).list());
    return all;
  }

  private static List<Described> experiments() {
    return Catalog.names().stream()
        .map(
            name ->
                new Described(
                    name, Catalog.resolve(name, Catalog.scales(name).get(0), List.of()).title()))
        .toList();
  }

  private void print(String noun, List<Described> kinds) {
    if (what.isEmpty()) {
      surroundings.out().println(noun + ":");
    }
    String indent = what.isEmpty() ? "  " : "";
    PlainText.list(kinds).forEach(line -> surroundings.out().println(indent + line));
  }
}
