package org.normscape.experiments.spec;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.normscape.component.Components;

/**
 * Synchronous successive halving (Jamieson and Talwalkar, 2016): all tasks are trained to a rung,
 * the best are trained on to the next, and the others are pruned. Since every task waits at a rung
 * for all others, what is kept depends on nothing but what was measured.
 *
 * @param rungs the numbers of updates at which tasks are compared, in ascending order
 * @param reductionFactor of this many tasks at a rung one is kept, and at least one of all
 * @param quantity what they are compared by: its last value up to the rung
 * @param best which values are best
 */
public record SuccessiveHalving(
    List<Integer> rungs, int reductionFactor, String quantity, Best best) {

  /** Which values of a quantity are best. What is not a number is worst. */
  public enum Best {
    /** The smallest, as of a loss. */
    SMALLEST,
    /** The largest, as of an accuracy. */
    LARGEST;

    /** The order of values, the best first. */
    public Comparator<Double> order() {
      Comparator<Double> order = Comparator.naturalOrder();
      return Comparator.comparing((Double value) -> value.isNaN())
          .thenComparing(this == SMALLEST ? order : order.reversed());
    }
  }

  public SuccessiveHalving {
    rungs = List.copyOf(rungs);
    Components.require(
        !rungs.isEmpty() && rungs.get(0) >= 1 && isAscending(rungs),
        SuccessiveHalving.class,
        "rungs",
        "must be numbers of updates in ascending order, at least one",
        rungs);
    Components.require(
        reductionFactor >= 2,
        SuccessiveHalving.class,
        "reductionFactor",
        "must be at least 2",
        reductionFactor);
  }

  private static boolean isAscending(List<Integer> numbers) {
    List<Integer> ordered = new ArrayList<>(numbers);
    ordered.sort(Comparator.naturalOrder());
    return ordered.equals(numbers) && numbers.stream().distinct().count() == numbers.size();
  }

  /** How many of so many tasks are kept at a rung. */
  public int kept(int tasks) {
    return Math.max(1, tasks / reductionFactor);
  }

  /** The rule in words. */
  public String words() {
    return "after %s updates one of %s tasks is kept, by the %s %s"
        .formatted(rungs, reductionFactor, best.name().toLowerCase(Locale.ROOT), quantity);
  }
}
