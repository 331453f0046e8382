package org.normscape.probe.when;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.normscape.component.Components;
import org.normscape.probe.Past;
import org.normscape.probe.When;

/**
 * Whenever one of several schedules says so; once where several do.
 *
 * @param schedules at least one
 */
@AutoService(When.class)
public record AnyOf(List<When> schedules) implements When {

  public AnyOf {
    schedules = List.copyOf(schedules);
    Components.require(
        !schedules.isEmpty(), AnyOf.class, "schedules", "must name a schedule", schedules);
  }

  /** At initialization and after the last update. */
  public AnyOf() {
    this(List.of(new AtStart(), new AtEnd()));
  }

  @Override
  public boolean isDue(int step, int steps) {
    return schedules.stream().anyMatch(schedule -> schedule.isDue(step, steps));
  }

  @Override
  public boolean isDue(int step, int steps, Past past) {
    return schedules.stream().anyMatch(schedule -> schedule.isDue(step, steps, past));
  }

  @Override
  public Set<String> watches() {
    return schedules.stream()
        .flatMap(schedule -> schedule.watches().stream())
        .collect(Collectors.toUnmodifiableSet());
  }
}
