package org.normscape.experiments.page;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.normscape.experiments.config.Binder;
import org.normscape.experiments.config.document.Described;
import org.normscape.experiments.config.document.DescribedKey;
import org.normscape.experiments.config.document.Description;
import org.normscape.experiments.config.document.Reference;
import org.normscape.experiments.config.kind.Kind;
import org.normscape.experiments.config.kind.Noun;
import org.normscape.experiments.spec.CellSpec;
import org.normscape.experiments.spec.ExperimentSpec;
import org.normscape.experiments.spec.Vocabulary;

/** docs/keys.md: every key of an experiment's file, from the records that it is bound to. */
final class KeysPage {

  private static final String HEAD =
      """
      # Configuration keys

      What an experiment's file can say. This page is made of the records that a file is bound to; `normscape describe NAME` prints the same for one of them,
      and for what a jar of yours adds. [experiments.md](experiments.md) and `normscape help configuration` say how a file is written.

      """;

  private static final String ABOVE =
      """
      Five keys are about the file itself, and are gone when it has been read:

      | key | what it does |
      |---|---|
      | `include "NAME"` | starts from one of our experiments, or from a file beside this one |
      | `scales` | a group for each scale, whose keys lie over the rest of the file |
      | `cells` | a list of groups, each with a `name`; what a group says lies over the keys of all cells |
      | `axes` | settings with several values each: every cell is multiplied by them ([sweeps.md](sweeps.md)) |
      | `exclude` | a list of groups: cells that have all settings of one are left out |

      """;

  private static final String CELL =
      """
      These stand in the file for all cells, or inside of one cell for that one.

      """;

  private final Reference reference;
  private final Set<String> described = new HashSet<>();
  private final StringBuilder page = new StringBuilder(HEAD);

  private KeysPage(Reference reference) {
    this.reference = reference;
  }

  /** The page about everything on the class path. */
  static String ofAll() {
    Reference reference =
        new Reference(Binder.of(KeysPage.class.getClassLoader()).forms(), Vocabulary.nouns());
    return new KeysPage(reference).text();
  }

  private String text() {
    page.append("## The file\n\n").append(ABOVE);
    table(reference.keys(ExperimentSpec.class));
    page.append("## A cell\n\n").append(CELL);
    table(reference.keys(CellSpec.class));
    reference.nouns().forEach(this::noun);
    return page.toString().stripTrailing() + "\n";
  }

  private void noun(Noun noun) {
    page.append("## %s\n\n".formatted(capital(noun.name())));
    List<Kind> kinds = reference.forms().kinds().of(noun.family());
    List<Description> all =
        kinds.stream().map(kind -> reference.describe(noun.singular(), kind)).toList();
    List<Description> fresh = all.stream().filter(one -> described.add(one.record())).toList();
    List<Description> bare = fresh.stream().filter(one -> one.keys().isEmpty()).toList();
    fresh.stream().filter(one -> !one.keys().isEmpty()).forEach(this::kind);
    again(all.stream().filter(one -> !fresh.contains(one)).toList());
    if (!bare.isEmpty()) {
      page.append("Without keys:\n\n");
      bare.forEach(
          one -> page.append("- `%s`: %s\n".formatted(one.name(), escaped(one.summary()))));
      page.append('\n');
    }
  }

  /** Those that are of an earlier kind too. */
  private void again(List<Description> earlier) {
    if (!earlier.isEmpty()) {
      page.append(
          earlier.stream()
              .map(one -> "`%s`".formatted(one.name()))
              .collect(Collectors.joining(", ", "And, as above: ", ".\n\n")));
    }
  }

  private void kind(Description kind) {
    page.append("### `%s`\n\n%s\n\n".formatted(kind.name(), escaped(kind.summary())));
    table(kind.keys());
  }

  private void table(List<DescribedKey> keys) {
    page.append("| key | what may be written | default | what it is |\n|---|---|---|---|\n");
    keys.forEach(key -> page.append(row(key)));
    page.append('\n');
  }

  private static String row(DescribedKey key) {
    return "| `%s` | %s | %s | %s |\n"
        .formatted(
            key.key(),
            escaped(key.type()),
            key.initial().map(value -> value.isEmpty() ? "" : code(value)).orElse("must be set"),
            escaped(key.text()) + words(key));
  }

  private static String words(DescribedKey key) {
    List<Described> explained =
        key.allowed().stream().filter(word -> !word.summary().isEmpty()).toList();
    boolean kinds = explained.size() != key.allowed().size() || explained.size() > 7;
    return kinds || explained.isEmpty()
        ? ""
        : explained.stream()
            .map(word -> "`%s`: %s".formatted(word.name(), escaped(word.summary())))
            .collect(Collectors.joining("; ", " (", ")"));
  }

  private static String code(String value) {
    return "`%s`".formatted(value.replace("|", "\\|").replace("\n", " "));
  }

  private static String escaped(String text) {
    return text.replace("|", "\\|").replace("<", "&lt;").replace("\n", " ");
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
