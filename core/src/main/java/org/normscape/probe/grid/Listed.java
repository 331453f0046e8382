package org.normscape.probe.grid;

import com.google.auto.service.AutoService;
import java.util.List;
import org.normscape.component.Components;

/**
 * These places.
 *
 * @param places ascending numbers, at least one
 */
@AutoService(Grid.class)
public record Listed(List<Double> places) implements Grid {

  public Listed {
    places = List.copyOf(places);
    Components.require(
        !places.isEmpty()
            && places.stream().allMatch(Double::isFinite)
            && places.stream().sorted().distinct().toList().equals(places),
        Listed.class,
        "places",
        "must be ascending finite numbers, at least one",
        places);
  }

  /** Half, one, two and four. */
  public Listed() {
    this(List.of(0.5, 1.0, 2.0, 4.0));
  }
}
