package org.normscape.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {

  private static List<Double> factors(Schedule schedule, int steps, int... at) {
    return IntStream.of(at).mapToObj(step -> schedule.factor(step, steps)).toList();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 1e-3, Double.MIN_VALUE, 1 / 3.0})
  void aConstantLeavesTheBitsOfTheRate(double rate) {
    Descent descent = new Descent(new Sgd(), rate);
    assertThat(descent.learningRateAt(0, 1)).isEqualTo(rate);
    assertThat(descent.learningRateAt(1_000_000, 10)).isEqualTo(rate);
  }

  @Test
  void aStepDecayFallsAtItsSteps() {
    Schedule schedule = new StepDecay(List.of(10, 20), 0.5);
    assertThat(factors(schedule, 100, 0, 9, 10, 19, 20)).containsExactly(1.0, 1.0, 0.5, 0.5, 0.25);
    assertThatThrownBy(() -> new StepDecay(List.of(20, 10), 0.5))
        .hasMessage(
            "StepDecay: at must increase, but it is [20, 10]. To fix: sort the steps, and name each once.");
  }

  @Test
  void anExponentialIsMultipliedAtEachStep() {
    Schedule schedule = new Exponential(1.5);
    assertThat(factors(schedule, 100, 0, 1, 2, 3)).containsExactly(1.0, 1.5, 2.25, 3.375);
    assertThatThrownBy(() -> new Exponential(0))
        .hasMessage(
            "Exponential: growth must be greater than 0, but it is 0. To fix: set a value that is allowed.");
  }

  @Test
  void aCosineEndsAtZero() {
    Schedule schedule = new Cosine();
    assertThat(factors(schedule, 100, 0, 100, 101)).containsExactly(1.0, 0.0, 0.0);
    assertThat(schedule.factor(50, 100)).isCloseTo(0.5, within(1e-15));
    assertThat(schedule.factor(25, 100)).isCloseTo((1 + Math.sqrt(0.5)) / 2, within(1e-15));
  }

  @Test
  void aWarmUpEndsInItsSchedule() {
    Schedule schedule = new WarmUp(4, new StepDecay(List.of(2), 0.5));
    assertThat(factors(schedule, 9, 0, 1, 2, 3, 4)).containsExactly(0.25, 0.5, 0.375, 0.5, 0.5);
    assertThatThrownBy(() -> new WarmUp(0, new ConstantRate()))
        .hasMessage(
            "WarmUp: steps must be at least 1, but it is 0. To fix: use the schedule itself.");
  }
}
