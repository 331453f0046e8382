package org.normscape.probe;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.normscape.component.Components;

/**
 * One number that was measured.
 *
 * @param quantity what was measured
 * @param part of which part of the network, by path, where {@link Axes#LAYER} is an axis of the
 *     quantity; otherwise empty
 * @param value how much; may be infinite or NaN
 * @param at where, by the names of the quantity's other axes, such as {@code epsilon}
 */
public record Reading(Quantity quantity, String part, double value, Map<String, Double> at) {

  public Reading {
    at = Collections.unmodifiableMap(new LinkedHashMap<>(at));
    Components.require(
        part.isEmpty() || quantity.axes().contains(Axes.LAYER.name()),
        Reading.class,
        "part",
        "must be empty where layer is no axis of " + quantity.name(),
        part);
    Components.require(
        quantity.axes().containsAll(at.keySet()),
        Reading.class,
        "at",
        "must name axes of %s, which has %s".formatted(quantity.name(), quantity.axes()),
        at);
  }

  /** A number of the whole network. */
  public static Reading of(Quantity quantity, double value) {
    return new Reading(quantity, "", value, Map.of());
  }

  /** A number of one part of the network. */
  public static Reading of(Quantity quantity, String part, double value) {
    return new Reading(quantity, part, value, Map.of());
  }

  /** A number at a place on one axis. */
  public static Reading at(Quantity axis, double place, Quantity quantity, double value) {
    return new Reading(quantity, "", value, Map.of(axis.name(), place));
  }

  /**
   * What the number is recorded as: the name of the quantity, and behind a slash the part, so that
   * one metric is one series of numbers over the steps.
   */
  public String metric() {
    return part.isEmpty() ? quantity.name() : quantity.name() + "/" + part;
  }

  /** As a person reads it: {@code loss_at {epsilon=0.1} = 2.3}. */
  @Override
  public String toString() {
    return metric() + (at.isEmpty() ? "" : " " + at) + " = " + value;
  }
}
