package org.normscape.experiments.config.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.normscape.experiments.config.document.Block.Style;

/** Lists and descriptions as lines for a terminal. */
public final class PlainText {

  private static final int WIDTH = 100;
  private static final String INDENT = "  ";

  private PlainText() {}

  /** One line for each, the names in a column. */
  public static List<String> list(List<Described> all) {
    int width = all.stream().mapToInt(one -> one.name().length()).max().orElse(0);
    return all.stream()
        .map(
            one ->
                String.format(Locale.ROOT, "%-" + (width + 2) + "s%s", one.name(), one.summary()))
        .map(String::stripTrailing)
        .toList();
  }

  /** A description, from what the record is to where it comes from. */
  public static List<String> lines(Description description) {
    List<String> lines = new ArrayList<>();
    lines.add("%s: a kind of %s".formatted(description.name(), description.noun()));
    description.text().forEach(block -> section(lines, block(block, "")));
    if (description.text().isEmpty()) {
      section(lines, Stream.of(description.summary()));
    }
    if (!description.keys().isEmpty()) {
      section(lines, Stream.of("Keys:"));
      description.keys().forEach(key -> lines.addAll(key(key)));
    }
    if (!description.see().isEmpty()) {
      section(lines, Stream.of("See also:"));
      description.see().forEach(see -> lines.add(INDENT + see));
    }
    section(
        lines, Stream.of("From %s in %s.".formatted(description.record(), description.source())));
    return List.copyOf(lines);
  }

  /** A key: what may be written, what holds if it is not set, and what it means. */
  public static List<String> key(DescribedKey key) {
    List<String> lines = new ArrayList<>();
    String initial = key.initial().map(" (default %s)"::formatted).orElse(" (must be set)");
    lines.addAll(
        wrapped("%s%s = %s%s".formatted(INDENT, key.key(), key.type(), initial), INDENT + INDENT));
    if (!key.text().isEmpty()) {
      lines.addAll(wrapped(INDENT + INDENT + key.text(), INDENT + INDENT));
    }
    list(key.allowed().stream().filter(word -> !word.summary().isEmpty()).toList()).stream()
        .flatMap(line -> wrapped(INDENT.repeat(3) + line, INDENT.repeat(4)).stream())
        .forEach(lines::add);
    return lines;
  }

  private static void section(List<String> lines, Stream<String> more) {
    lines.add("");
    more.forEach(lines::add);
  }

  private static Stream<String> block(Block block, String indent) {
    if (block.style() == Style.PREFORMATTED) {
      return block.text().lines().map(line -> indent + INDENT + line);
    }
    String dash = block.style() == Style.ITEM ? "- " : "";
    return wrapped(indent + dash + block.text(), indent + " ".repeat(dash.length())).stream();
  }

  /** A line broken between words, with this before each line but the first. */
  public static List<String> wrapped(String line, String indent) {
    List<String> lines = new ArrayList<>();
    StringBuilder current = new StringBuilder(line.replaceFirst("\\S.*", ""));
    for (String word : line.strip().split(" ", -1)) {
      if (!current.toString().isBlank() && current.length() + 1 + word.length() > WIDTH) {
        lines.add(current.toString());
        current = new StringBuilder(indent);
      }
      current.append(current.toString().isBlank() ? "" : " ").append(word);
    }
    lines.add(current.toString());
    return lines.stream().map(String::stripTrailing).collect(Collectors.toList());
  }
}
