package org.normscape.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleTest {

  @Test
  void aConstantStays() {
    assertThat(new ConstantSchedule(0.1).at(0)).isEqualTo(0.1);
    assertThat(new ConstantSchedule(0.1).at(1_000_000)).isEqualTo(0.1);
  }

  @Test
  void stepsFallAtTheirMilestones() {
    Schedule schedule = new StepSchedule(1, List.of(10, 20), 0.5);
    assertThat(List.of(schedule.at(9), schedule.at(10), schedule.at(19), schedule.at(20)))
        .containsExactly(1.0, 0.5, 0.5, 0.25);
    assertThatThrownBy(() -> new StepSchedule(1, List.of(20, 10), 0.5))
        .hasMessage(
            "StepSchedule: milestones must increase, but they are [20, 10]. To fix: sort them, each once.");
  }

  @Test
  void aCosineEndsAtZero() {
    Schedule schedule = new CosineSchedule(2, 100);
    assertThat(schedule.at(0)).isEqualTo(2);
    assertThat(schedule.at(50)).isCloseTo(1, within(1e-15));
    assertThat(schedule.at(25)).isCloseTo(1 + Math.sqrt(0.5), within(1e-15));
    assertThat(schedule.at(100)).isZero();
    assertThat(schedule.at(101)).isZero();
  }

  @Test
  void aWarmUpEndsInItsSchedule() {
    Schedule schedule = new WarmUp(4, new StepSchedule(8, List.of(2), 0.5));
    assertThat(List.of(schedule.at(0), schedule.at(1), schedule.at(2), schedule.at(3)))
        .containsExactly(2.0, 4.0, 3.0, 4.0);
    assertThat(schedule.at(4)).isEqualTo(4);
  }
}
