package org.normscape.objective;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.normscape.nn.Statistics;

/**
 * What somebody has to know of an objective at a point, on a batch: the loss and its metrics, and
 * the parts that are named. Whatever several ask for is computed once.
 *
 * @param statistics which statistics normalizations use
 * @param penalty whether the penalty of the weight decay belongs to the loss
 * @param parts what is wanted beside the loss
 */
public record Need(Statistics statistics, Penalty penalty, Set<Part> parts) {

  /** What can be wanted beside a loss. */
  public enum Part {
    /** The gradient of the loss in every parameter. */
    GRADIENT,
    /** The value of every activation, by path. */
    ACTIVATIONS,
    /** The gradient of the loss in every activation, by path. */
    ACTIVATION_GRADIENTS
  }

  public Need {
    parts = Set.copyOf(parts);
  }

  /** What training descends: the loss and its gradient, by the statistics of the batch. */
  public static Need gradient(Penalty penalty) {
    return new Need(Statistics.BATCH, penalty, Set.of(Part.GRADIENT));
  }

  /** The loss alone. */
  public static Need loss(Statistics statistics, Penalty penalty) {
    return new Need(statistics, penalty, Set.of());
  }

  /** Whether both are about the same function. */
  public boolean isAboutTheSame(Need other) {
    return statistics == other.statistics && penalty == other.penalty;
  }

  /** What both want of the same function. */
  public Need and(Need other) {
    Set<Part> both =
        Stream.concat(parts.stream(), other.parts.stream())
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Part.class)));
    return new Need(statistics, penalty, both);
  }
}
