package org.normscape.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.normscape.probe.Agreement.Measure;

/** How the distance of two values is taken. */
class AgreementTest {

  @ParameterizedTest
  @CsvSource({
    "RELATIVE, 200, 202, 0.0099",
    "RELATIVE, 1e-9, 2e-9, 0.5",
    "RELATIVE_ABOVE_ONE, 200, 202, 0.0099",
    "RELATIVE_ABOVE_ONE, -200, 202, 1.9901",
    "RELATIVE_ABOVE_ONE, 1e-9, 2e-9, 0",
    "RELATIVE_ABOVE_ONE, 0.25, 0.5, 0.25",
    "ABSOLUTE, 200, 202, 2",
    "ABSOLUTE, 1e-9, 2e-9, 0",
  })
  void isTakenAsAMeasureSays(Measure measure, double one, double other, double distance) {
    assertThat(measure.of(one, other)).isCloseTo(distance, within(1e-4));
    assertThat(measure.of(other, one)).isEqualTo(measure.of(one, other));
  }

  @ParameterizedTest
  @CsvSource({"NaN, 1", "Infinity, 1", "Infinity, -Infinity"})
  void isInfiniteWhereOneIsNoNumber(double one, double other) {
    for (Measure measure : Measure.values()) {
      assertThat(measure.of(one, other)).isEqualTo(Double.POSITIVE_INFINITY);
      assertThat(measure.of(one, one)).isZero();
    }
  }
}
