package org.normscape.experiments.report.figure;

import java.util.Collection;
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
 *     seed}, {@code quantity}, {@code layer}, {@code one}, any other axis of a quantity, or the
 *     last word of an axis of the experiment, such as {@code learning-rate}
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

  /** Which network of the experiment, whatever the axes of the experiment set in it. */
  public static final Dimension NETWORK = new Dimension("network");

  /** Everything together. */
  public static final Dimension ONE = new Dimension("one");

  private static final List<Dimension> OF_THE_GRAMMAR =
      List.of(STEP, CELL, NETWORK, SEED, QUANTITY, LAYER, ONE);

  /** Those whose values are names, in the order in which they were met. */
  private static final List<Dimension> NAMES = List.of(CELL, NETWORK, SEED, QUANTITY, LAYER, ONE);

  /** What an axis of the experiment adds to the name of a cell. */
  private static final Pattern AXIS =
      Pattern.compile("@([^@=]+)=([-+]?[0-9.]+(?:[eE][-+]?[0-9]+)?)(?=@|$)");

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
      case "network" -> Optional.of(new Key(number.cell().split("@", 2)[0], 0));
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
        .or(() -> set(number.cell()))
        .map(place -> new Key(name + " " + Objects.toString(place), place));
  }

  /** What an axis of the experiment set in a cell, as its name says: {@code none@units=64}. */
  private Optional<Double> set(String cell) {
    return AXIS.matcher(cell)
        .results()
        .filter(axis -> axis.group(1).equals(name))
        .map(axis -> Double.valueOf(axis.group(2)))
        .findFirst();
  }

  /** The names of the axes of an experiment whose values are numbers. */
  static Stream<String> ofCells(Collection<String> cells) {
    return cells.stream().flatMap(cell -> AXIS.matcher(cell).results()).map(axis -> axis.group(1));
  }
}
