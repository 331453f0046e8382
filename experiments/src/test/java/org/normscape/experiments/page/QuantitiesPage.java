package org.normscape.experiments.page;

import java.util.List;
import java.util.stream.Collectors;
import org.normscape.experiments.config.Binder;
import org.normscape.experiments.config.document.Block;
import org.normscape.experiments.config.document.Description;
import org.normscape.experiments.config.document.Reference;
import org.normscape.experiments.config.kind.Kind;
import org.normscape.experiments.config.kind.Noun;
import org.normscape.probe.Probe;
import org.normscape.probe.Quantity;

/**
 * docs/quantities.md: of every probe what it measures, costs and is confounded by, as the comment
 * of its record says, and the quantities that it declares.
 */
final class QuantitiesPage {

  static final String COSTS = "Costs: ";
  static final String CONFOUNDED = "Confounded by: ";

  private static final Noun NOUN = new Noun("probes", Probe.class);

  private QuantitiesPage() {}

  /** A probe, and what is said of it. */
  record Entry(Description description, Probe probe) {

    /** The paragraph that begins with these words, without them; empty where there is none. */
    String paragraph(String beginning) {
      return description.text().stream()
          .map(Block::text)
          .filter(text -> text.startsWith(beginning))
          .map(text -> text.substring(beginning.length()))
          .collect(Collectors.joining(" "));
    }
  }

  /** All probes on the class path, by name. */
  static List<Entry> entries() {
    Reference reference =
        new Reference(Binder.of(QuantitiesPage.class.getClassLoader()).forms(), List.of(NOUN));
    return reference.forms().kinds().of(Probe.class).stream()
        .map(kind -> entry(reference, kind))
        .toList();
  }

  private static Entry entry(Reference reference, Kind kind) {
    return new Entry(
        reference.describe(NOUN.singular(), kind), (Probe) kind.standard().orElseThrow());
  }

  /** The page. */
  static String ofAll() {
    StringBuilder page = new StringBuilder();
    page.append(
        """
        # Probes and their quantities

        What each probe measures, what it costs at each measurement, what confounds it, and the numbers that it records with its defaults. This
        page is made of the records of the probes and of the declarations of their quantities; a test holds it against them and, with
        `-Dnormscape.golden.write=true`, writes it. [probes.md](probes.md) and [curvature.md](curvature.md) are about what they have in common.
        Every quantity varies with the step, and with what is named here.

        """);
    entries().forEach(entry -> append(page, entry));
    return page.toString();
  }

  private static void append(StringBuilder page, Entry entry) {
    page.append("## `%s`\n\n".formatted(entry.description().name()));
    page.append(prose(entry.description().summary() + ".")).append("\n\n");
    page.append("*Costs:* ").append(prose(entry.paragraph(COSTS))).append("\n\n");
    page.append("*Confounded by:* ").append(prose(entry.paragraph(CONFOUNDED))).append("\n\n");
    page.append("| quantity | what it is | unit | varies with | from |\n|---|---|---|---|---|\n");
    entry.probe().quantities().forEach(quantity -> page.append(line(quantity)));
    page.append('\n');
  }

  private static String prose(String text) {
    return text.replace("*", "\\*").replace("_", "\\_");
  }

  private static String line(Quantity quantity) {
    String symbol = quantity.symbol().isEmpty() ? "" : quantity.symbol() + ". ";
    return "| `%s` | %s%s | %s | %s | %s |\n"
        .formatted(
            quantity.name(),
            cell(symbol),
            cell(quantity.definition()),
            quantity.unit(),
            String.join(", ", quantity.axes()),
            cell(quantity.source()));
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }
}
