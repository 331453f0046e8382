package org.normscape.probe.sharpness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BracketTest {

  @ParameterizedTest
  @ValueSource(doubles = {1e-3, 0.02, 0.4, 0.999, 1, 1.5, 7, 50, 1000})
  void nineQuestionsEncloseWhatIsWithinAThousandfold(double edge) {
    Bracket found = Bracket.around(1, 9, x -> x > edge);
    assertThat(found.low()).isLessThanOrEqualTo(edge).isPositive();
    assertThat(found.high()).isGreaterThan(edge);
    assertThat(found.middle()).isCloseTo(edge, withinPercentage(20));
    assertThat(found.questions()).isEqualTo(9);
  }

  @Test
  void whatIsNearIsFoundToAPercent() {
    assertThat(Bracket.around(1, 9, x -> x > 1.7).middle()).isCloseTo(1.7, withinPercentage(0.5));
    assertThat(Bracket.around(1, 30, x -> x > 1.7).middle()).isCloseTo(1.7, withinPercentage(1e-5));
  }

  @Test
  void itGoesOutByGrowingFactorsAndThenHalves() {
    List<Double> asked = new ArrayList<>();
    Bracket.around(
        1,
        6,
        x -> {
          asked.add(x);
          return x > 16;
        });
    assertThat(asked)
        .containsExactly(1.0, 2.0, 8.0, 64.0, Math.sqrt(512), 8 * Math.sqrt(Math.sqrt(512) / 8));
  }

  @Test
  void whatIsNotFoundHasNoMiddle() {
    Bracket never = Bracket.around(1, 4, x -> false);
    assertThat(never.low()).isEqualTo(64);
    assertThat(never.high()).isInfinite();
    assertThat(never.middle()).isNaN();
    Bracket always = Bracket.around(1, 4, x -> true);
    assertThat(always.low()).isZero();
    assertThat(always.high()).isEqualTo(1.0 / 64);
    assertThat(always.middle()).isNaN();
  }
}
