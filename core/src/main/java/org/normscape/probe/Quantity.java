package org.normscape.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.normscape.component.Components;

/**
 * A number that can be measured, declared once by whoever measures it. Reports, tables, claims,
 * comparisons and help read here what it is called and what it means. Every quantity varies with
 * the step; {@code axes} says with what else.
 *
 * @param name what it is called in files and claims, such as {@code gradient_norm}
 * @param label what it is called in sentences and beside the axis of a figure, such as {@code norm
 *     of the gradient}
 * @param symbol how formulas write it, such as {@code ‖g‖₂}; may be empty
 * @param unit what it is counted in: see {@link Units}
 * @param definition one or two sentences that say how it is computed
 * @param source the paper, and the equation or figure, that defines it; may be empty
 * @param axes the names of the quantities with which it varies inside a step, such as {@code
 *     epsilon}; they are declared beside it
 * @param differenceOf the names of the two quantities whose difference it is, where it is derived;
 *     nothing where it is measured
 * @param summaries how it becomes one number in a table: a row for each
 * @param agreement how far backends may be apart in it
 */
public record Quantity(
    String name,
    String label,
    String symbol,
    String unit,
    String definition,
    String source,
    List<String> axes,
    List<String> differenceOf,
    List<Summary> summaries,
    Agreement agreement) {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

  public Quantity {
    axes = List.copyOf(axes);
    differenceOf = List.copyOf(differenceOf);
    summaries = List.copyOf(summaries);
    Components.require(
        NAME.matcher(name).matches(),
        Quantity.class,
        "name",
        "must be a lower-case letter, then lower-case letters, digits and _",
        name);
    requireText("label", label);
    requireText("unit", unit);
    requireText("definition", definition);
    Components.require(
        differenceOf.isEmpty() || differenceOf.size() == 2,
        Quantity.class,
        "differenceOf",
        "must be two names or none",
        differenceOf);
  }

  private static void requireText(String component, String given) {
    Components.require(
        !given.isBlank(), Quantity.class, component, "must say something", "\"" + given + "\"");
  }

  /** A quantity that varies with the step alone and in which backends agree as in a mean. */
  public static Quantity of(
      String name, String label, String symbol, String unit, String definition) {
    return new Quantity(
        name,
        label,
        symbol,
        unit,
        definition,
        "",
        List.of(),
        List.of(),
        List.of(),
        Agreement.OF_A_MEAN);
  }

  /** The same quantity, as this paper defines it. */
  public Quantity from(String paper) {
    return new Quantity(
        name, label, symbol, unit, definition, paper, axes, differenceOf, summaries, agreement);
  }

  /** The same quantity, which varies with these as well. */
  public Quantity along(Quantity... others) {
    List<String> names = new ArrayList<>(axes);
    Stream.of(others).map(Quantity::name).forEach(names::add);
    return new Quantity(
        name, label, symbol, unit, definition, source, names, differenceOf, summaries, agreement);
  }

  /** The same quantity, derived from two that are measured: {@code one − other}. */
  public Quantity difference(Quantity one, Quantity other) {
    List<String> names = List.of(one.name, other.name);
    return new Quantity(
        name, label, symbol, unit, definition, source, axes, names, summaries, agreement);
  }

  /** The same quantity with one more row in the table of a report. */
  public Quantity summedUp(Statistic statistic, String row) {
    List<Summary> rows = new ArrayList<>(summaries);
    rows.add(new Summary(statistic, row));
    return new Quantity(
        name, label, symbol, unit, definition, source, axes, differenceOf, rows, agreement);
  }

  /** The same quantity, in which backends agree like this. */
  public Quantity agreeing(Agreement other) {
    return new Quantity(
        name, label, symbol, unit, definition, source, axes, differenceOf, summaries, other);
  }

  /**
   * The same quantity of one probe among several.
   *
   * @param probe the name of the probe, which stands in front
   * @param others the quantities that the probe's name stands in front of, where this is a
   *     difference of two of them
   */
  Quantity startingWith(String probe, Set<String> others) {
    return new Quantity(
        probe + "_" + name,
        "%s (%s)".formatted(label, probe.replace('_', ' ')),
        symbol,
        unit,
        definition,
        source,
        axes,
        differenceOf.stream()
            .map(part -> others.contains(part) ? probe + "_" + part : part)
            .toList(),
        summaries.stream()
            .map(row -> new Summary(row.statistic(), "%s: %s".formatted(probe, row.label())))
            .toList(),
        agreement);
  }
}
