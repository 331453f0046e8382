package org.normscape.experiments.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.commons.math3.distribution.TDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.normscape.experiments.claim.Verdict.Outcome;
import org.normscape.experiments.claim.effect.Interval;

final class JudgeTest {

  private static final String RATIO =
      "effect { kind = ratio, of { cell = a, quantity = m }, to { cell = b, quantity = m } }, ";

  @ParameterizedTest
  @CsvSource({
    "expected.above = 1, REPRODUCED",
    "expected.above = 2, NOT_DECIDABLE_HERE",
    "expected.above = 9, NOT_REPRODUCED",
    "expected.below = 1, REVERSED",
    "expected.below = 0.5, REVERSED",
    "'expected { above = 1, below = 9 }', REPRODUCED",
    "'expected { above = 0.1, below = 0.2 }', REVERSED",
    "'expected { above = 0.5, below = 1.1 }', NOT_REPRODUCED"
  })
  void an_interval_is_held_against_the_expected_region(String expected, Outcome outcome) {
    assertThat(ratios(1.9, 2.0, 2.2).judge(RATIO + expected).outcome()).isEqualTo(outcome);
  }

  /** The textbook formula: mean ± t √(s² / n), of the logarithms, with t of two degrees 4.303. */
  @Test
  void the_interval_of_ratios_is_students_of_their_logarithms() {
    Interval effect = ratios(1, 2, 4).judge(RATIO + "expected.above = 1").effect().orElseThrow();
    double half = 4.302653 * Math.log(2) / Math.sqrt(3);
    assertThat(effect.mean()).isCloseTo(2, within(1e-12));
    assertThat(effect.low()).isCloseTo(2 * Math.exp(-half), within(1e-6));
    assertThat(effect.high()).isCloseTo(2 * Math.exp(half), within(1e-4));
    assertThat(effect.method()).contains("Student's t of the logarithms");
    assertThat(new TDistribution(null, 2).cumulativeProbability(4.302653))
        .isCloseTo(0.975, within(1e-7));
  }

  @ParameterizedTest
  @CsvSource({"1, REPRODUCED", "2, NOT_REPRODUCED", "3, NOT_REPRODUCED"})
  void one_seed_is_judged_by_its_value_and_that_is_said(double above, Outcome outcome) {
    Verdict verdict = ratios(2).judge(RATIO + "expected.above = " + above);
    assertThat(verdict.outcome()).isEqualTo(outcome);
    assertThat(verdict.reason())
        .isEqualTo("Judged by the value of one seed: there is no interval.");
    assertThat(verdict.evidence())
        .isEqualTo(
            "median of m: a ∕ b = 2 over 1 seed, expected above "
                + (above == 1 ? "1" : above == 2 ? "2" : "3"));
  }

  @Test
  void seeds_that_only_one_cell_has_do_not_count() {
    MadeUp run = ratios(2.0, 2.1).with("a", 9, "m", 1.0);
    assertThat(run.judge(RATIO + "expected.above = 1").effect().orElseThrow().seeds()).isEqualTo(2);
  }

  @Test
  void what_was_not_measured_decides_nothing() {
    Verdict verdict = new MadeUp().with("a", 1, "m", 1.0).judge(RATIO + "expected.above = 1");
    undecided(verdict, "This was not measured: b: median of m.");
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, -1})
  void what_has_no_mean_decides_nothing(double odd) {
    Verdict verdict = ratios(2, odd).judge(RATIO + "expected.above = 1");
    assertThat(verdict.outcome()).isEqualTo(Outcome.NOT_DECIDABLE_HERE);
    assertThat(verdict.reason()).startsWith("The effect is 2, ").endsWith("there is no mean.");
  }

  @Test
  void a_claim_whose_premise_does_not_hold_in_some_seed_says_nothing() {
    String claim =
        RATIO + "expected.above = 1, premise { of { cell = b, quantity = m }, holds.above = ";
    MadeUp run =
        new MadeUp()
            .with("a", 1, "m", 6.0)
            .with("b", 1, "m", 3.0)
            .with("a", 2, "m", 5.1)
            .with("b", 2, "m", 2.5);
    assertThat(run.judge(claim + "2 }").outcome()).isEqualTo(Outcome.REPRODUCED);
    undecided(
        run.judge(claim + "2.75 }"),
        "It presupposes that the median of m in b is above 2.75, but it is 2.5 with seed 2.");
  }

  @Test
  void what_diverged_is_named_where_it_leaves_no_mean() {
    MadeUp run = ratios(2, Double.NaN).with("b", 2, "diverged", 0.0, 0.0, 1.0);
    undecided(
        run.judge(RATIO + "expected.above = 1, networks = any"),
        "Diverged: b with seed 2 at step 2.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"running", "failed", "interrupted"})
  void a_run_that_is_not_complete_decides_nothing(String status) {
    undecided(
        ratios(2, 3).ended(status).judge(RATIO + "expected.above = 1"),
        "The run is not complete (its status is %s).".formatted(status));
  }

  @Test
  void a_network_that_diverged_decides_nothing_unless_that_is_the_claim() {
    MadeUp run = ratios(2, 2.1).with("b", 2, "diverged", 0.0, 0.0, 1.0);
    undecided(run.judge(RATIO + "expected.above = 1"), "Diverged: b with seed 2 at step 2.");
    assertThat(run.judge(RATIO + "expected.above = 1, networks = any").outcome())
        .isEqualTo(Outcome.REPRODUCED);
    String early = RATIO.replace("quantity = m", "quantity = m, steps = [0, 1]");
    assertThat(run.judge(early + "expected.above = 1").outcome()).isEqualTo(Outcome.REPRODUCED);
    Verdict diverged =
        run.judge(
            "effect { kind = value, of { cell = b, quantity = diverged } }, expected.above=0");
    assertThat(diverged.effect().orElseThrow().mean()).isEqualTo(0.5);
  }

  @Test
  void a_network_that_never_left_its_plateau_decides_nothing() {
    MadeUp run =
        ratios(2, 2.1)
            .with("a", 1, "train_loss", 2.31, 2.3, 2.302, 2.303)
            .with("b", 1, "train_loss", 2.31, 2.0, 1.4, 0.9);
    undecided(
        run.judge(RATIO + "expected.above = 1"),
        "Never left the initial plateau (training loss at first, and over the last tenth of the steps): a with seed 1 (2.31, 2.303).");
    assertThat(run.judge(RATIO + "expected.above = 1, networks = any").outcome())
        .isEqualTo(Outcome.REPRODUCED);
    String atFirst = RATIO.replace("quantity = m", "quantity = m, steps = [0, 0]");
    assertThat(run.judge(atFirst + "expected.above = 1").outcome()).isEqualTo(Outcome.REPRODUCED);
  }

  /** Just above and just below 95 % of the first loss. */
  @ParameterizedTest
  @CsvSource({"1.901, NOT_DECIDABLE_HERE", "1.899, REPRODUCED", "5, NOT_DECIDABLE_HERE"})
  void a_plateau_is_left_below_95_percent(double last, Outcome outcome) {
    MadeUp run = ratios(2, 2.1).with("a", 1, "train_loss", 2.0, 0.1, last);
    assertThat(run.judge(RATIO + "expected.above = 1").outcome()).isEqualTo(outcome);
  }

  @Test
  void confounders_stand_beside_the_verdict() {
    MadeUp run = ratios(2).with("a", 1, "n", 5.0, 7.0, 9.0).with("b", 1, "n", 1.0);
    Verdict verdict =
        run.judge(RATIO + "expected.above = 1, confounders = [n, optimizer.learning-rate]");
    assertThat(verdict.confounders().stream().map(Confounder::text))
        .containsExactly("n: a 7, b 1", "optimizer.learning-rate: a 0.1, b 0.2");
  }

  private static void undecided(Verdict verdict, String reason) {
    assertThat(verdict.outcome()).isEqualTo(Outcome.NOT_DECIDABLE_HERE);
    assertThat(verdict.reason()).isEqualTo(reason);
  }

  /** A run in which m is so many times as large in a as in b, from the seeds 1, 2 … */
  private static MadeUp ratios(double... ratios) {
    MadeUp run = new MadeUp();
    for (int i = 0; i < ratios.length; i++) {
      run.with("a", i + 1, "m", 3 * ratios[i], 3 * ratios[i]).with("b", i + 1, "m", 3.0, 3.0);
    }
    return run;
  }

  @Test
  void every_outcome_has_a_sign_of_its_own() {
    assertThat(List.of(Outcome.values()).stream().map(Outcome::symbol)).doesNotHaveDuplicates();
  }
}
