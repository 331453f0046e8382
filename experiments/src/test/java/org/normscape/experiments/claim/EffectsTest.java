package org.normscape.experiments.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.normscape.experiments.UserError;

/** Each kind of effect on numbers whose effect is known. */
final class EffectsTest {

  private static final MadeUp RUN =
      new MadeUp()
          .with("a", 1, "m", 1.0, 2.0, 4.0, 8.0)
          .with("a", 1, "n", 5.0, 3.0, 2.0, 1.0)
          .with("b", 1, "m", 2.0, 3.0, 5.0, 16.0)
          .with("b", 1, "n", 0.0, 0.0, 0.0, 2.0)
          .with("c", 1, "m", 7.0, 7.0, 7.0, 4.0)
          .with("c", 1, "n", 0.0, 0.0, 0.0, 3.0)
          .with("a", 1, "k/conv1", Map.of("epsilon", 0.1), 1.0, 10.0)
          .with("a", 1, "k/conv2", Map.of("epsilon", 0.1), 3.0, 30.0)
          .with("a", 1, "k/conv1", Map.of("epsilon", 0.2), 4.0, 40.0)
          .with("a", 1, "k/conv2", Map.of("epsilon", 0.2), 12.0, 120.0);

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "kind = value, of { cell = a, quantity = m }; 3",
        "kind = value, of { cell = a, quantity = m, summary = maximum, steps = [1, 2] }; 4",
        "kind = value, of { cell = a, quantity = k, at { layer = conv2 }, summary = last }; 75",
        "kind = value, of { cell = a, quantity = k, at { layer = conv2, epsilon = 0.2 }, summary = last }; 120",
        "kind = value, of { cell = a, quantity = k, at { layer = \"conv.*\" }, summary = first }; 3.5",
        "kind = ratio, of { cell = a, quantity = m, summary = last }, to { cell = c, quantity = m, summary = last }; 2",
        "kind = difference, of { cell = a, quantity = m, summary = last }, to { cell = b, quantity = m, summary = last }; -8",
        "kind = slope, of { cell = a, quantity = m }, against = step, y-scale = log; 0.693147",
        "kind = slope, of { cell = a, quantity = k, summary = first, at { layer = conv1 } }, against = epsilon, x-scale = log, y-scale = log; 2",
        "kind = slope, of { cell = a, quantity = k, summary = first, at { epsilon = 0.1 } }, against = layer; 2",
        "kind = slope, of { quantity = n, summary = last }, cells = [a, b, c], against = optimizer.learning-rate; 6.428571",
        "kind = fit, of { cell = a, quantity = m }, against = step, y-scale = log; 1",
        "kind = rank-correlation, of { cell = a, quantity = m }, with { cell = a, quantity = n }; -1",
        "kind = rank-correlation, of { quantity = m, summary = last }, with { quantity = n, summary = last }, cells = [a, b, c]; -0.5",
        "kind = order, of { quantity = m, summary = last }, cells = [c, a, b]; 1",
        "kind = order, of { quantity = m, summary = last }, cells = [a, b, c]; 0.5",
        "kind = share, of { cell = a, quantity = m }, above = 1, below = 8; 0.5"
      })
  void its_size_is_known(String effect, double size) {
    Verdict verdict = RUN.judge("effect { %s }, expected.above = -1e9".formatted(effect));
    assertThat(verdict.effect().orElseThrow().mean()).isCloseTo(size, within(1e-6));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "kind = value; claims.0.effect.of.quantity: must be a quantity that this experiment measures, one of",
        "kind = value, of { cell = a, quantity = mm }; but it is \"mm\". To fix: write \"m\".",
        "kind = value, of { quantity = m }; claims.0.effect.of.cell: must be a cell, one of [a, b, c], but it is not said",
        "kind = value, of { cell = d, quantity = m }; claims.0.effect.of.cell: must be a cell, one of [a, b, c], but it is \"d\"",
        "kind = value, of { cell = a, quantity = m, at { epsilon = 1 } }; claims.0.effect.of.at: must be an axis of m, one of [], but it is \"epsilon\"",
        "kind = value, of { cell = a, quantity = k, at { epsilon = x } }; claims.0.effect.of.at.epsilon: must be a number",
        "kind = value, of { cell = a, quantity = k, at { layer = conv3 } }; claims.0.effect.of.at.layer: must be a part of a",
        "kind = value, of { cell = a, quantity = k, at { layer = \"(\" } }; must be the path of a layer or a regular expression",
        "kind = value, of { cell = a, quantity = m, steps = [9, 1] }; must be two steps, the first one and then the last one",
        "kind = share, of { cell = a, quantity = m }; claims.0.effect: must have a bound",
        "kind = share, of { cell = a, quantity = m }, above = 2, below = 1; must be less than below",
        "kind = slope, of { cell = a, quantity = m }, against = epsilon; claims.0.effect.against: must be an axis of m",
        "kind = slope, of { quantity = m }, cells = [a, b], against = optimizer.lr; must be a setting that is a number in every cell",
        "kind = order, of { quantity = m }; claims.0.effect.cells: must be a cell",
        "kind = rato, of { cell = a, quantity = m }; rato"
      })
  void what_cannot_be_judged_is_refused_with_a_sentence(String effect, String said) {
    assertThatThrownBy(() -> RUN.judge("effect { %s }, expected.above = 1".formatted(effect)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(said)
        .hasMessageContaining("To fix: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "expected {}; claims.0.expected: must have a bound",
        "expected { above = 2, below = 1 }; must be less than below (1.0), but it is 2",
        "expected.above = 1, confounders = [nn]; claims.0.confounders: must be a quantity or a setting",
        "expected.above = 1, confounders = [optimizer.rate]; claims.0.confounders: must be a setting that is a number",
        "expected.above = 1, sentence = \"\"; claims.0.sentence: must say what is claimed"
      })
  void a_claim_that_expects_nothing_is_refused(String rest, String said) {
    String effect = "effect { kind = value, of { cell = a, quantity = m } }, ";
    assertThatThrownBy(() -> RUN.judge(effect + rest))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(said);
  }

  @Test
  void a_slope_through_one_point_decides_nothing() {
    Verdict verdict =
        new MadeUp()
            .with("a", 1, "m", 1.0)
            .judge(
                "effect { kind = slope, of { cell = a, quantity = m }, against = step }, expected.above = 0");
    assertThat(verdict.outcome()).isEqualTo(Verdict.Outcome.NOT_DECIDABLE_HERE);
  }
}
