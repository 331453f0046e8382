package org.normscape.contract.cases;

import static org.normscape.contract.cases.Derivatives.CHOSEN;
import static org.normscape.contract.cases.Sampler.normal;
import static org.normscape.contract.cases.Sampler.positive;

import java.util.List;
import java.util.stream.Stream;
import org.normscape.composite.Damping;
import org.normscape.composite.Standardization;
import org.normscape.ir.Shape;

/** The rows for standardization: each normalization that it serves, and the ends of its axes. */
final class StandardizationCases {

  private static final double EPSILON = 1e-3;

  private StandardizationCases() {}

  static Stream<Case> all() {
    return Stream.concat(
        Stream.of(batch(), layer(), instance(), groups(), ghosts(), aroundZero(), others())
            .flatMap(x -> x)
            .flatMap(row -> Stream.of(row, row.first())),
        moments().flatMap(row -> Stream.of(row, row.first(), row.rest())));
  }

  /** Mean and variance alone, for what does not standardize by both. */
  private static Stream<Case> moments() {
    Standardization groups = Standardization.of(List.of(0, 3), List.of(3, 4), EPSILON);
    Standardization whole = Standardization.of(List.of(), List.of(), EPSILON);
    Standardization channels = Standardization.ofChannels(3, EPSILON);
    return Stream.of(
            row("moments of channels", channels, 2, 3, 4, 3),
            row("moments of channels far from zero", channels, far(4, 3, 3, 2)),
            row("moments of instances", Standardization.ofInstances(4, EPSILON), 2, 3, 4, 3),
            row("moments of groups", groups, 2, 3, 2, 2, 3),
            row("moments of places", Standardization.ofPlaces(4, EPSILON), 2, 3, 2, 5),
            row("moments of all", whole, 3, 2, 5),
            row("mean squares", Standardization.ofChannels(3, EPSILON).aroundZero(), 3, 3, 2, 4))
        .map(Case::rest);
  }

  private static Stream<Case> batch() {
    Standardization last = Standardization.ofChannels(3, EPSILON);
    Standardization second = Standardization.ofChannels(1, EPSILON);
    return Stream.of(
        row("batch, images", last, 2, 3, 4, 3),
        row("batch, two numbers a channel", last, 2, 1, 1, 5),
        row("batch, one number a channel", last, 1, 1, 1, 5),
        row("batch, one channel", last, 3, 2, 3, 1),
        row("batch, rows", second, 6, 4),
        row("batch, channels first", second, 2, 3, 4, 5),
        row("batch, large epsilon", Standardization.ofChannels(3, 0.5), 2, 3, 3, 3),
        row("batch, channel without variance", last, constant(2, 2, 2, 2, 3)).with(CHOSEN),
        row("batch, far from zero", last, far(4, 3, 3, 2)));
  }

  private static Stream<Case> layer() {
    Standardization images = Standardization.ofExamples(4, EPSILON);
    Standardization rows = Standardization.ofExamples(2, EPSILON);
    Standardization places = Standardization.ofPlaces(4, EPSILON);
    Standardization elements = Standardization.of(List.of(0), List.of(1, 2, 3), EPSILON);
    return Stream.of(
        row("layer, images", images, 2, 3, 4, 3),
        row("layer, odd extents", images, 3, 5, 1, 7),
        row("layer, rows", rows, 6, 4),
        row("layer, sequences", Standardization.ofExamples(3, EPSILON), 2, 5, 3),
        row("layer, one channel", images, 3, 2, 3, 1),
        row("layer, one element an example", rows, 3, 1),
        row("layer, one example", images, 1, 2, 2, 3),
        row("layer, large epsilon", Standardization.ofExamples(4, 0.5), 2, 3, 3, 3),
        row("layer, example without variance", images, constant(2, 2, 2, 2, 3)).with(CHOSEN),
        row("layer, far from zero", images, far(4, 3, 3, 2)),
        row("layer, channels at each place", places, 2, 3, 2, 5),
        row("layer, one channel at each place", places, 2, 3, 2, 1),
        row("layer, scale and shift of each element", elements, 3, 2, 3, 2));
  }

  private static Stream<Case> instance() {
    Standardization images = Standardization.ofInstances(4, EPSILON);
    Standardization first = Standardization.of(List.of(0, 1), List.of(1), EPSILON);
    Standardization given = Standardization.of(List.of(0, 3), List.of(0, 3), EPSILON);
    return Stream.of(
        row("instance, images", images, 2, 3, 4, 3),
        row("instance, odd extents", images, 3, 1, 7, 5),
        row("instance, one place", images, 2, 1, 1, 3),
        row("instance, one example of one channel", images, 1, 3, 3, 1),
        row("instance, channels first", first, 2, 3, 4, 5),
        row("instance, scale and shift of each example", given, 2, 3, 2, 3),
        row("instance, instance without variance", images, constant(2, 2, 2, 2, 3)).with(CHOSEN),
        row("instance, far from zero", images, far(3, 4, 3, 2)));
  }

  /** An image whose channels are cut into groups. */
  private static Stream<Case> groups() {
    Standardization images = Standardization.of(List.of(0, 3), List.of(3, 4), EPSILON);
    Standardization rows = Standardization.of(List.of(0, 1), List.of(1, 2), EPSILON);
    Standardization ofGroup = Standardization.of(List.of(0, 3), List.of(3), EPSILON);
    return Stream.of(
        row("two groups", images, 2, 3, 2, 2, 3),
        row("three groups", images, 3, 2, 3, 3, 2),
        row("one group", images, 2, 3, 2, 1, 4),
        row("groups of one channel", images, 2, 3, 3, 3, 1),
        row("groups of rows", rows, 5, 3, 4),
        row("groups, one element each", rows, 3, 2, 1),
        row("groups, scale and shift of each group", ofGroup, 2, 3, 2, 2, 3),
        row("groups without variance", images, constant(2, 2, 2, 2, 2, 3)).with(CHOSEN),
        row("groups, far from zero", images, far(2, 3, 3, 2, 2)));
  }

  /** A batch that is cut into smaller ones. */
  private static Stream<Case> ghosts() {
    Standardization images = Standardization.of(List.of(0, 4), List.of(4), EPSILON);
    Standardization rows = Standardization.of(List.of(0, 2), List.of(2), EPSILON);
    return Stream.of(
        row("two ghosts", images, 2, 2, 3, 2, 3),
        row("three ghosts of rows", rows, 3, 4, 5),
        row("ghosts of one example", rows, 3, 1, 4),
        row("ghosts without variance", images, constant(2, 2, 2, 2, 2, 3)).with(CHOSEN));
  }

  private static Stream<Case> aroundZero() {
    Standardization places = Standardization.ofPlaces(4, EPSILON).aroundZero();
    Standardization examples = Standardization.ofExamples(4, EPSILON).aroundZero();
    Standardization channels = Standardization.ofChannels(3, EPSILON).aroundZero();
    Standardization rows = Standardization.ofPlaces(2, EPSILON).aroundZero();
    Standardization author = rows.with(Damping.BEHIND_ROOT);
    return Stream.of(
        row("root mean square, channels at each place", places, 2, 3, 2, 5),
        row("root mean square, examples", examples, 3, 3, 2, 4),
        row("root mean square, channels", channels, 3, 3, 2, 4),
        row("root mean square, rows", rows, 5, 7),
        row("root mean square, one element", rows, 3, 1),
        row("root mean square, epsilon behind the root", author, 5, 7),
        row("root mean square, nothing but zeros", rows, constant(0, 3, 4)).with(CHOSEN));
  }

  private static Stream<Case> others() {
    Standardization whole = Standardization.of(List.of(), List.of(), EPSILON);
    Standardization behind = Standardization.ofExamples(3, 0.1).with(Damping.BEHIND_ROOT);
    Standardization middle = Standardization.of(List.of(1), List.of(0, 2), EPSILON);
    return Stream.of(
        row("the whole tensor", whole, 3, 2, 5),
        row("epsilon behind the root", behind, 3, 2, 4),
        row("statistics and scales of different axes", middle, 3, 4, 2));
  }

  private static Input constant(double value, int... dims) {
    return Input.of(Sampler.of(value), dims);
  }

  private static Input far(int... dims) {
    return Input.of(Sampler.uniform(9, 11), dims);
  }

  private static Case row(String name, Standardization norm, int... dims) {
    return row(name, norm, Input.of(normal(), dims));
  }

  private static Case row(String name, Standardization norm, Input x) {
    Shape shape = x.type().shape();
    int[] channels = norm.channelAxes().stream().mapToInt(axis -> shape.dim(axis)).toArray();
    return Case.of(name, norm, x, Input.of(positive(), channels), Input.of(normal(), channels));
  }
}
