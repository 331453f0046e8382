package org.normscape.experiments.task;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.normscape.experiments.Nearest;
import org.normscape.experiments.spec.CellSpec;
import org.normscape.probe.Axes;
import org.normscape.probe.Past;
import org.normscape.probe.Probe;
import org.normscape.probe.Quantities;
import org.normscape.probe.Quantity;
import org.normscape.probe.When;

/** The check that what schedules look at is measured, by training or by another probe. */
final class Watches {

  private Watches() {}

  /**
   * Checks the schedules of a cell's probes.
   *
   * @param parts the paths of the parts of its network
   * @throws IllegalArgumentException when one looks at what is not measured, naming the probe
   */
  static void check(CellSpec cell, Set<String> parts) {
    Map<String, Probe> probes = Quantities.toldApart(cell.probes());
    Quantities measured = Quantities.of(probes.values());
    probes.forEach(
        (name, probe) -> {
          for (String metric : probe.when().watches()) {
            checkMeasured(name, metric, measured, parts);
            checkNotItsOwn(name, probe, metric, cell.steps());
          }
        });
  }

  private static void checkMeasured(
      String probe, String metric, Quantities measured, Collection<String> parts) {
    List<String> single =
        measured.all().stream().filter(Watches::isSingle).map(Quantity::name).toList();
    if (!single.contains(Quantities.name(metric))) {
      throw wrong(
          probe,
          "must be a quantity of this cell that has one value a step",
          metric,
          Nearest.to(metric, single)
              .map("write \"%s\""::formatted)
              .orElse("name one of training, such as train_loss, or measure it with a probe"));
    }
    boolean isOfParts = measured.of(metric).orElseThrow().axes().contains(Axes.LAYER.name());
    String part = Quantities.part(metric);
    if (isOfParts && !parts.contains(part)) {
      throw wrong(
          probe,
          "must have a part of the network behind a slash, one of " + new TreeSet<>(parts),
          metric,
          Nearest.remedy(part, parts));
    }
    if (!isOfParts && !part.isEmpty()) {
      throw wrong(
          probe,
          "must be of the whole network",
          metric,
          "write \"%s\"".formatted(Quantities.name(metric)));
    }
  }

  private static boolean isSingle(Quantity quantity) {
    return quantity.differenceOf().isEmpty()
        && List.of(Axes.LAYER.name()).containsAll(quantity.axes());
  }

  /** A probe that waits for what only it measures would wait forever. */
  private static void checkNotItsOwn(String name, Probe probe, String metric, int steps) {
    boolean isOwn =
        probe.quantities().stream()
            .anyMatch(quantity -> quantity.name().equals(Quantities.name(metric)));
    When when = probe.when();
    if (isOwn
        && IntStream.rangeClosed(0, steps)
            .noneMatch(step -> when.isDue(step, steps, Past.NOTHING))) {
      throw wrong(
          name,
          "must be measured by something else first",
          metric,
          "put \"every\" beside it with any-of, or name a quantity of another probe");
    }
  }

  private static IllegalArgumentException wrong(
      String probe, String rule, String metric, String remedy) {
    return new IllegalArgumentException(
        "probes.%s.when.quantity: %s, but it is \"%s\". To fix: %s."
            .formatted(probe, rule, metric, remedy));
  }
}
