package org.normscape.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StatisticTest {

  @ParameterizedTest
  @CsvSource({"MEDIAN,2.5", "MEAN,3.25", "MINIMUM,1", "MAXIMUM,7", "FIRST,3", "LAST,2"})
  void isOfValuesInOrder(Statistic statistic, double expected) {
    assertThat(statistic.of(List.of(3.0, 7.0, 1.0, 2.0))).isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource(Statistic.class)
  void isNoNumberOfNothing(Statistic statistic) {
    assertThat(statistic.of(List.of())).isNaN();
  }

  @ParameterizedTest
  @CsvSource({"MEDIAN,5", "MAXIMUM,NaN", "MINIMUM,1", "MEAN,NaN"})
  void whatIsNoNumberIsLargerThanAllNumbers(Statistic statistic, Double expected) {
    assertThat(statistic.of(List.of(1.0, Double.NaN, 5.0))).isEqualTo(expected);
  }
}
