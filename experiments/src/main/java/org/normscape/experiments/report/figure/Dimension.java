package org.normscape.experiments.report.figure;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.normscape.probe.Axes;

/**
 * Something by which numbers are arranged: along an axis, by colour, or in a panel each.
 *
 * @param name as a figure's file names it: {@code step}, {@code cell}, {@code seed}, {@code
 *     quantity}, {@code layer}, {@code one}, or any other axis of a quantity
 */
public record Dimension(String name) {

  /** After how many updates. */
  public static final Dimension STEP = new Dimension("step");

  /** Which network of the experiment. */
  public static final Dimension CELL = new Dimension("cell");

  /** Of which seed. */
  public static final Dimension SEED = new Dimension("seed");

  /** What was measured. */
  public static final Dimension QUANTITY = new Dimension("quantity");

  /** Of which part of the network. */
  public static final Dimension LAYER = new Dimension(Axes.LAYER.name());

  /** Everything together. */
  public static final Dimension ONE = new Dimension("one");

  private static final List<Dimension> OF_THE_GRAMMAR =
      List.of(STEP, CELL, SEED, QUANTITY, LAYER, ONE);

  /** Those whose values are names, in the order in which they were met. */
  private static final List<Dimension> NAMES = List.of(CELL, SEED, QUANTITY, LAYER, ONE);

  /** The names that every figure may use. */
  static Stream<String> ofTheGrammar() {
    return OF_THE_GRAMMAR.stream().map(Dimension::name);
  }

  /** Whether it is there for every quantity. */
  boolean isOfTheGrammar() {
    return OF_THE_GRAMMAR.contains(this);
  }

  /** Whether its values are names and not places on a scale. */
  public boolean isNamed() {
    return NAMES.contains(this);
  }

  /** Its value for a number, or nothing where the number does not vary with it. */
  Optional<Key> of(Observation number) {
    return switch (name) {
      case "step" -> Optional.of(new Key("step " + number.step(), number.step()));
      case "cell" -> Optional.of(new Key(number.cell(), 0));
      case "seed" -> Optional.of(new Key("seed " + number.seed(), number.seed()));
      case "quantity" -> Optional.of(new Key(number.quantity(), 0));
      case "one" -> Optional.of(new Key("", 0));
      default -> inside(number);
    };
  }

  private Optional<Key> inside(Observation number) {
    if (equals(LAYER) && !number.part().isEmpty()) {
      return Optional.of(new Key(number.part(), 0));
    }
    return Optional.ofNullable(number.at().get(name))
        .map(place -> new Key(name + " " + Objects.toString(place), place));
  }
}
