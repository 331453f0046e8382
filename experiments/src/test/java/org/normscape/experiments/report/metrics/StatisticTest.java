package org.normscape.experiments.report.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class StatisticTest {

  @ParameterizedTest
  @CsvSource({"MEDIAN, 2.5", "MEAN, 4", "MINIMUM, 1", "MAXIMUM, 10", "FIRST, 3", "LAST, 2"})
  void each_is_what_its_name_says(Statistic statistic, double expected) {
    assertThat(statistic.of(List.of(3.0, 10.0, 1.0, 2.0))).isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource
  void of_nothing_it_is_not_a_number(Statistic statistic) {
    assertThat(statistic.of(List.of())).isNaN();
  }

  @Test
  void what_is_not_finite_is_not_hidden() {
    List<Double> diverged = List.of(1.0, Double.POSITIVE_INFINITY, Double.NaN);
    assertThat(Statistic.MEDIAN.of(diverged)).isInfinite();
    assertThat(Statistic.MAXIMUM.of(diverged)).isNaN();
    assertThat(Statistic.LAST.of(diverged)).isNaN();
  }
}
