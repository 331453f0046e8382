package org.normscape.model;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.normscape.nn.Layer;
import org.normscape.nn.Sequential;
import org.normscape.norm.place.Position;
import org.normscape.norm.place.Unit;
import org.normscape.params.Parameters;

/** A network being written down, layer after layer; layers of one kind are numbered from 1. */
public final class NetworkWriter {

  private static final String NORM = "norm";

  private final Map<String, Layer> byName = new LinkedHashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();

  /** Adds a layer under the name of its kind and the next number of that kind. */
  public void numbered(String kind, Layer layer) {
    named(kind + counts.merge(kind, 1, Integer::sum), layer);
  }

  /** Adds a layer of which there is one. */
  public void named(String name, Layer layer) {
    byName.put(name, layer);
  }

  /**
   * Adds a unit, its normalization as {@code norm}; that layer is there even if it does nothing, so
   * that what enters an activation function, or leaves it, has the same path in every network.
   *
   * @param linear the kind of the linear layer
   * @param activation the kind of the activation function, if there is one
   */
  public void unit(String linear, String activation, Unit unit) {
    linear(linear, unit);
    following(activation, unit);
  }

  /** Adds the linear layer of a unit. */
  public void linear(String kind, Unit unit) {
    numbered(kind, unit.linear());
  }

  /** Adds what follows the linear layer of a unit. */
  public void following(String activation, Unit unit) {
    if (!unit.isActivated()) {
      numbered(NORM, unit.normalization());
    } else if (unit.position() == Position.BEFORE_ACTIVATION) {
      numbered(NORM, unit.normalization());
      numbered(activation, unit.activation());
    } else {
      numbered(activation, unit.activation());
      numbered(NORM, unit.normalization());
    }
  }

  /** The layers that were added, in order. */
  public Sequential network() {
    return new Sequential(new Parameters<>(byName));
  }
}
