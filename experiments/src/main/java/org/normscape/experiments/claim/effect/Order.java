package org.normscape.experiments.claim.effect;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.normscape.component.Components;
import org.normscape.experiments.claim.evidence.Evidence;
import org.normscape.experiments.claim.evidence.Measurable;
import org.normscape.experiments.claim.evidence.Selection;

/**
 * Whether networks stand in the order in which they are named: the share of the neighbouring pairs
 * of which the later one has the larger number. A half is no order at all, 0 the opposite one.
 *
 * @param of the number of each
 * @param cells the networks, the one with the smallest number first
 */
@AutoService(Effect.class)
public record Order(Selection of, List<String> cells) implements Effect {

  private static final double NO_ORDER = 0.5;

  /** Of networks that are still to be named. */
  public Order() {
    this(new Selection(), List.of());
  }

  public Order {
    cells = List.copyOf(cells);
    Components.require(
        cells.size() != 1, Order.class, "cells", "must be two names at least", cells);
  }

  @Override
  public List<Selection> selections() {
    return cells.stream().map(of::in).toList();
  }

  @Override
  public void check(String key, Measurable measurable) {
    if (cells.isEmpty()) {
      measurable.cell(key + ".cells", "");
    }
    selections().forEach(one -> measurable.selection(key + ".of", one));
  }

  @Override
  public double size(Evidence evidence) {
    List<Double> values = selections().stream().map(one -> one.value(evidence)).toList();
    return values.contains(Double.NaN)
        ? Double.NaN
        : IntStream.range(1, values.size())
            .mapToDouble(i -> values.get(i) > values.get(i - 1) ? 1 : 0)
            .average()
            .orElse(Double.NaN);
  }

  @Override
  public Averaging averaging() {
    return Averaging.OF_SHARES;
  }

  @Override
  public OptionalDouble neutral() {
    return OptionalDouble.of(NO_ORDER);
  }

  @Override
  public String words() {
    return "share of neighbours in the order %s by %s"
        .formatted(String.join(" < ", cells), of.words());
  }
}
