package org.normscape.experiments.report.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.normscape.experiments.UserError;
import org.normscape.experiments.report.Declared;
import org.normscape.experiments.report.metrics.Metrics;
import org.normscape.experiments.report.metrics.Series;
import org.normscape.experiments.report.study.Verdict.Outcome;
import org.normscape.experiments.spec.ClaimSpec;
import org.normscape.experiments.spec.ClaimSpec.Comparison;
import org.normscape.probe.Statistic;

final class ClaimsTest {

  @ParameterizedTest
  @CsvSource({
    "RATIO_ABOVE, 2.9, REPRODUCED, 3",
    "RATIO_ABOVE, 3, NOT_REPRODUCED, 3",
    "RATIO_BELOW, 3.1, REPRODUCED, 3",
    "DIFFERENCE_ABOVE, 3.9, REPRODUCED, 4",
    "DIFFERENCE_BELOW, 4, NOT_REPRODUCED, 4"
  })
  void an_effect_is_held_against_the_threshold(
      Comparison comparison, double threshold, Outcome outcome, double effect) {
    Verdict verdict =
        Claims.judge(claim(comparison, threshold), metrics(List.of(6.0), List.of(2.0)));
    assertThat(verdict.outcome()).isEqualTo(outcome);
    assertThat(verdict.effects()).containsExactly(effect);
  }

  @Test
  void a_claim_that_holds_in_some_seeds_says_in_how_many() {
    Verdict verdict =
        Claims.judge(
            claim(Comparison.RATIO_ABOVE, 1),
            metrics(List.of(6.0, 1.0, 4.0), List.of(2.0, 2.0, 2.0)));
    assertThat(verdict.outcome()).isEqualTo(Outcome.MIXED);
    assertThat(verdict.evidence())
        .isEqualTo("median of m, a ∕ b: 2 [0.5, 3], claimed above 1; holds in 2 of 3 seeds");
  }

  @Test
  void seeds_that_only_one_cell_has_are_not_judged() {
    ClaimSpec claim = claim(Comparison.RATIO_ABOVE, 1);
    assertThat(Claims.judge(claim, metrics(List.of(6.0, 6.0), List.of(2.0))).effects()).hasSize(1);
    assertThat(Claims.judge(claim, metrics(List.of(6.0), List.of())).outcome())
        .isEqualTo(Outcome.NOT_MEASURED);
  }

  @Test
  void nothing_is_reproduced_by_what_is_not_a_number() {
    for (Comparison comparison : Comparison.values()) {
      Verdict verdict =
          Claims.judge(claim(comparison, 1), metrics(List.of(Double.NaN), List.of(2.0)));
      assertThat(verdict.outcome()).isEqualTo(Outcome.NOT_REPRODUCED);
    }
  }

  @ParameterizedTest
  @EnumSource
  void every_summary_can_be_judged(Statistic summary) {
    ClaimSpec claim = new ClaimSpec("", "m", summary, List.of("a", "b"), Comparison.RATIO_ABOVE, 1);
    assertThat(Claims.judge(claim, metrics(List.of(6.0), List.of(2.0))).outcome())
        .isEqualTo(Outcome.REPRODUCED);
  }

  @Test
  void a_metric_that_is_not_declared_or_varies_inside_a_step_is_refused() {
    for (String metric : List.of("loss_band_widt", "gradient_difference")) {
      ClaimSpec claim =
          new ClaimSpec("", metric, Statistic.LAST, List.of("a", "b"), Comparison.RATIO_ABOVE, 1);
      assertThatThrownBy(() -> Claims.check(claim, Declared.OF_A_RUN))
          .isInstanceOf(UserError.class)
          .hasMessageStartingWith("claims.metric: must be a quantity that varies with nothing but")
          .hasMessageContaining("but it is \"%s\". To fix: write \"".formatted(metric));
    }
  }

  private static ClaimSpec claim(Comparison comparison, double threshold) {
    return new ClaimSpec(
        "A sentence.", "m", Statistic.MEDIAN, List.of("a", "b"), comparison, threshold);
  }

  /** One value a seed for each of the cells a and b. */
  private static Metrics metrics(List<Double> a, List<Double> b) {
    List<Series> series = new ArrayList<>();
    for (int seed = 0; seed < a.size(); seed++) {
      series.add(series("a", seed, a.get(seed)));
    }
    for (int seed = 0; seed < b.size(); seed++) {
      series.add(series("b", seed, b.get(seed)));
    }
    return new Metrics(series);
  }

  private static Series series(String cell, long seed, double value) {
    return new Series(cell, seed, "m", Map.of(), List.of(new Series.Sample(0, value)));
  }
}
