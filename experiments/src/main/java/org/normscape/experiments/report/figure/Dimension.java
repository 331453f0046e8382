package org.normscape.experiments.report.figure;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.normscape.probe.Axes;

/**
 * Something by which numbers are arranged: along an axis, by colour, or in a panel each.
 *
 * @param name as a figure's file names it: {@code step}, {@code cell}, {@code network}, {@code
 *     seed}, {@code quantity}, {@code layer}, {@code one}, any other axis of a quantity, or an axis
 *     of numbers that the cells are spread along, such as {@code learning-rate}
 */
public record Dimension(String name) {

  /** After how many updates. */
  public static final Dimension STEP = new Dimension("step");

  /** Which network of the experiment. */
  public static final Dimension CELL = new Dimension("cell");

  /** Which network of the experiment, wherever on the axes of its cells. */
  public static final Dimension NETWORK = new Dimension("network");

  /** Of which seed. */
  public static final Dimension SEED = new Dimension("seed");

  /** What was measured. */
  public static final Dimension QUANTITY = new Dimension("quantity");

  /** Of which part of the network. */
  public static final Dimension LAYER = new Dimension(Axes.LAYER.name());

  /** Everything together. */
  public static final Dimension ONE = new Dimension("one");

  /** A place on an axis of numbers, at the end of the name of a cell. */
  private static final Pattern POINT =
      Pattern.compile("@([^@=]+)=([-+]?[0-9.]+(?:[eE][-+]?[0-9]+)?)(?=@|$)");

  private static final List<Dimension> OF_THE_GRAMMAR =
      List.of(STEP, CELL, NETWORK, SEED, QUANTITY, LAYER, ONE);

  /** Those whose values are names, in the order in which they were met. */
  private static final List<Dimension> NAMES = List.of(CELL, NETWORK, SEED, QUANTITY, LAYER, ONE);

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
      case "network" -> Optional.of(new Key(number.cell().replaceFirst("@.*", ""), 0));
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
        .or(() -> ofCells(number.cell()))
        .map(place -> new Key(name + " " + Objects.toString(place), place));
  }

  /** The axes of numbers along which the cells of these names are spread. */
  static Stream<String> ofCells(List<String> cells) {
    return cells.stream()
        .flatMap(cell -> POINT.matcher(cell).results())
        .map(point -> point.group(1))
        .distinct();
  }

  private Optional<Double> ofCells(String cell) {
    return POINT
        .matcher(cell)
        .results()
        .filter(point -> point.group(1).equals(name))
        .map(point -> Double.valueOf(point.group(2)))
        .findFirst();
  }
}
