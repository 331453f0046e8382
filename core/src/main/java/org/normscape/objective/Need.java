package org.normscape.objective;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.normscape.component.Components;
import org.normscape.nn.Statistics;

/**
 * What somebody has to know of an objective at a point, on a batch: the loss and its metrics, and
 * the parts that are named. Whatever several ask for is computed once: see {@link Needs}.
 *
 * @param statistics which statistics normalizations use
 * @param penalty whether the penalty of the weight decay belongs to the loss
 * @param parts what is wanted beside the loss
 */
public record Need(Statistics statistics, Penalty penalty, Set<Part> parts) {

  /** What can be wanted beside a loss. */
  public enum Part {
    /** What normalizations remember afterwards; only {@link Statistics#BATCH} changes it. */
    STATE,
    /** What layers compute here and hold constant under differentiation, by path. */
    FROZEN,
    /** The gradient of the loss in every parameter. */
    GRADIENT,
    /** The value of every activation, by path. */
    ACTIVATIONS,
    /** The gradient of the loss in every activation, by path. */
    ACTIVATION_GRADIENTS
  }

  public Need {
    parts = Set.copyOf(parts);
    Components.require(
        statistics == Statistics.BATCH || !parts.contains(Part.STATE),
        Need.class,
        "parts",
        "must not name STATE under statistics that leave it as it is",
        statistics,
        "use BATCH, or do without");
  }

  /** What a step of training takes: the loss with its penalty, the gradient and the new state. */
  public static Need training() {
    return new Need(Statistics.BATCH, Penalty.INCLUDED, Set.of(Part.STATE, Part.GRADIENT));
  }

  /** What training descends: the loss and its gradient, by the statistics of the batch. */
  public static Need gradient(Penalty penalty) {
    return new Need(Statistics.BATCH, penalty, Set.of(Part.GRADIENT));
  }

  /** The loss alone. */
  public static Need loss(Statistics statistics, Penalty penalty) {
    return new Need(statistics, penalty, Set.of());
  }

  /**
   * Whether both are about the same function of the parameters. {@link Statistics#BATCH} and {@link
   * Statistics#BATCH_FROZEN_RUNNING} give the same one: they differ in what is remembered.
   */
  public boolean isAboutTheSame(Need other) {
    return isRunning() == other.isRunning() && penalty == other.penalty;
  }

  private boolean isRunning() {
    return statistics == Statistics.RUNNING;
  }

  /**
   * What both want of the same function.
   *
   * @throws IllegalArgumentException when they are about two
   */
  public Need and(Need other) {
    if (!isAboutTheSame(other)) {
      throw new IllegalArgumentException(
          "Need: two can be one where they are about the same function, but they are %s and %s. To fix: keep them apart."
              .formatted(this, other));
    }
    Set<Part> both =
        Stream.concat(parts.stream(), other.parts.stream())
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Part.class)));
    return new Need(statistics == Statistics.BATCH ? statistics : other.statistics, penalty, both);
  }

  /** Whether whoever finds this has found what {@code other} wants. */
  public boolean covers(Need other) {
    return isAboutTheSame(other) && parts.containsAll(other.parts);
  }
}
