package org.normscape.experiments.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.normscape.experiments.config.Binder;
import org.normscape.experiments.config.document.Block;
import org.normscape.experiments.config.document.Description;
import org.normscape.experiments.config.document.Reference;
import org.normscape.experiments.config.kind.Kind;
import org.normscape.experiments.config.kind.Noun;
import org.normscape.norm.None;
import org.normscape.norm.Normalization;

/**
 * The generated parts of docs/normalizations.md, by name: from the comments of the records, as
 * {@code normscape describe} shows them, and from what they are found to be.
 */
final class NormalizationPage {

  private static final Noun NOUN = new Noun("normalizations", Normalization.class);

  /** Headings by package, in the order of the page. */
  private static final Map<String, String> FAMILIES = families();

  /** The columns of the map to other libraries: what lines of "See also" begin with. */
  private static final List<String> LIBRARIES =
      List.of("PyTorch", "Keras 3", "Flax", "timm", "DL4J");

  private final Map<String, List<Entry>> families;

  private NormalizationPage(Map<String, List<Entry>> families) {
    this.families = families;
  }

  /** A normalization with what is said of it and what it is found to be. */
  private record Entry(Description description, Facts facts) {

    String name() {
      return "`%s`".formatted(description.name());
    }
  }

  private static Map<String, String> families() {
    Map<String, String> families = new LinkedHashMap<>();
    families.put("norm", "The usual ones");
    families.put("batch", "Over the batch");
    families.put("example", "Within one example");
    families.put("response", "By the response of neighbours");
    families.put("activated", "With the activation function");
    families.put("elementwise", "Stand-ins without statistics");
    families.put("conditional", "With scale and shift from outside");
    families.put("weight", "On the weights");
    return families;
  }

  /** That of all normalizations on the class path. */
  static NormalizationPage ofAll() {
    Reference reference =
        new Reference(Binder.of(NormalizationPage.class.getClassLoader()).forms(), List.of(NOUN));
    Map<String, List<Entry>> families = new LinkedHashMap<>();
    FAMILIES.keySet().forEach(family -> families.put(family, new ArrayList<>()));
    for (Kind kind : reference.forms().kinds().of(Normalization.class)) {
      Normalization normalization = (Normalization) kind.standard().orElseThrow();
      if (!(normalization instanceof None)) {
        String family = kind.type().getPackageName().replaceFirst(".*\\.", "");
        Objects.requireNonNull(families.get(family), family)
            .add(new Entry(reference.describe(NOUN.singular(), kind), Facts.of(normalization)));
      }
    }
    return new NormalizationPage(families);
  }

  /** The parts by their names. */
  Map<String, List<String>> parts() {
    return Map.of("facts", facts(), "formulas", formulas(), "elsewhere", elsewhere());
  }

  private List<String> facts() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "| kind | class | learns | remembers | does not see the scale of | nor a shift of | forward"
            + " | with gradient |");
    lines.add("|---|---|---|---|---|---|---|---|");
    all()
        .forEach(
            entry -> {
              Facts facts = entry.facts();
              lines.add(
                  "| %s | %s | %s | %s | %s | %s | %s | %s |"
                      .formatted(
                          entry.name(),
                          facts.holds().isEmpty() ? "P" : "F",
                          words(facts.learns()),
                          words(facts.remembers()),
                          unseen(facts.unseen(), true),
                          unseen(facts.unseen(), false),
                          number(facts.forward()),
                          number(facts.backward())));
            });
    return lines;
  }

  private static String words(List<String> words) {
    return words.stream().map("`%s`"::formatted).collect(Collectors.joining(" "));
  }

  private static String unseen(Set<Change> unseen, boolean multiplies) {
    return unseen.stream()
        .filter(change -> change.multiplies() == multiplies)
        .map(Change::of)
        .collect(Collectors.joining(", "));
  }

  private static String number(double number) {
    return String.format(Locale.ROOT, "%.0f", number);
  }

  private List<String> formulas() {
    List<String> lines = new ArrayList<>();
    families.forEach(
        (family, entries) -> {
          lines.add("### " + FAMILIES.get(family));
          lines.add("");
          entries.forEach(entry -> lines.addAll(formula(entry.description())));
        });
    return lines.subList(0, lines.size() - 1);
  }

  /** What is said up to the last formula, and what can be set. */
  private static List<String> formula(Description description) {
    List<String> lines = new ArrayList<>(List.of("#### `%s`".formatted(description.name()), ""));
    List<Block> text = description.text();
    int last = 0;
    for (int i = 0; i < text.size(); i++) {
      last = text.get(i).style() == Block.Style.PREFORMATTED ? i : last;
    }
    for (Block block : text.subList(0, last + 1)) {
      lines.addAll(markdown(block));
      lines.add("");
    }
    if (!description.keys().isEmpty()) {
      lines.add(
          description.keys().stream()
              .map(key -> "`%s = %s`".formatted(key.key(), key.initial().orElse("…")))
              .collect(Collectors.joining(", ", "Keys: ", "")));
      lines.add("");
    }
    return lines;
  }

  private static List<String> markdown(Block block) {
    return switch (block.style()) {
      case PARAGRAPH -> List.of(escaped(block.text()));
      case ITEM -> List.of("- " + escaped(block.text()));
      case PREFORMATTED ->
          Stream.of(Stream.of("```"), block.text().lines(), Stream.of("```"))
              .flatMap(lines -> lines)
              .toList();
    };
  }

  private static String escaped(String text) {
    return text.replace("*", "\\*").replace("_", "\\_").replace("|", "\\|");
  }

  private List<String> elsewhere() {
    List<String> lines = new ArrayList<>();
    lines.add(LIBRARIES.stream().collect(Collectors.joining(" | ", "| kind | ", " |")));
    lines.add("|---".repeat(1 + LIBRARIES.size()) + "|");
    all()
        .filter(entry -> !entry.description().see().isEmpty())
        .forEach(
            entry ->
                lines.add(
                    LIBRARIES.stream()
                        .map(library -> in(library, entry.description().see()))
                        .collect(Collectors.joining(" | ", "| " + entry.name() + " | ", " |"))));
    return lines;
  }

  private static String in(String library, List<String> see) {
    String prefix = library + ": ";
    return see.stream()
        .map(line -> line.replace("\"", "").replaceAll("\\s+", " "))
        .filter(line -> line.startsWith(prefix))
        .map(line -> "`%s`".formatted(line.substring(prefix.length())))
        .collect(Collectors.joining(", "));
  }

  private Stream<Entry> all() {
    return families.values().stream().flatMap(List::stream);
  }
}
