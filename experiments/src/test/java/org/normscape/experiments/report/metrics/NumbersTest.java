package org.normscape.experiments.report.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumbersTest {

  @Test
  void measuredNumbersHaveFourDigits() {
    assertThat(Numbers.text(0.99999)).isEqualTo("1");
    assertThat(Numbers.text(3.86373)).isEqualTo("3.864");
    assertThat(Numbers.text(2e-5)).isEqualTo("2.000e-05");
    assertThat(Numbers.text(Double.NaN)).isEqualTo("not a number");
  }

  @Test
  void chosenNumbersHaveAllTheirDigits() {
    assertThat(Numbers.chosen(0.99999)).isEqualTo("0.99999");
    assertThat(Numbers.chosen(1.00001)).isEqualTo("1.00001");
    assertThat(Numbers.chosen(30000)).isEqualTo("30000");
    assertThat(Numbers.chosen(2)).isEqualTo("2");
    assertThat(Numbers.chosen(2e-5)).isEqualTo("2.000e-05");
    assertThat(Numbers.chosen(-0.0953)).isEqualTo("-0.0953");
  }
}
