package org.normscape.bench.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.normscape.backend.Numerics;
import org.normscape.bench.measure.Allocator;
import org.normscape.bench.measure.Answer;
import org.normscape.bench.measure.Case;
import org.normscape.bench.measure.Ceiling;
import org.normscape.bench.measure.Effort;
import org.normscape.bench.measure.Outcome;
import org.normscape.bench.measure.Pace;
import org.normscape.bench.measure.Question;
import org.normscape.bench.measure.Table;
import org.normscape.bench.trainer.Engine;
import org.normscape.bench.trainer.Normalizations;
import org.normscape.bench.trainer.Setting;

/**
 * Where a library's kernels are wrong, the bench says so. On an AMD Zen 5, libtorch 2.7.1 computes
 * float32 convolutions of 4 channels wrongly; on other processors it does not, and then nobody is
 * named.
 */
class WrongRivalTest {

  private static final Pace THREE_STEPS = new Pace(1, 1, 0, 2, 0);
  private static final double[] ROUNDING = {1e-3, 1e-3, 1e-2};
  private static final String COMPLAINT = "computes wrong numbers here";

  @ParameterizedTest
  @EnumSource(Normalizations.class)
  void libtorchIsRightOrNamedAndTheOthersAreRight(Normalizations normalization) {
    Setting setting = Setting.resNet(14, 4, normalization.normalization(), 16, Numerics.FAST);
    Question question = new TrainingStep("narrow", "Who is right?", scale -> List.of(setting));
    List<Outcome> outcomes =
        question.cases(Effort.QUICK).stream()
            .filter(asked -> asked.allocator() == Allocator.SET)
            .map(WrongRivalTest::measured)
            .toList();
    Outcome libtorch = outcomes.stream().filter(isLibtorch()).findFirst().orElseThrow();
    List<Outcome> others = outcomes.stream().filter(isLibtorch().negate()).toList();
    assertThat(others)
        .hasSize(4)
        .allSatisfy(o -> assertThat(agree(o, others.get(0))).as("%s", o.asked().label()).isTrue());
    List<String> named =
        Table.of(answer(question, outcomes)).lines().filter(l -> l.contains(COMPLAINT)).toList();
    assertThat(named).allMatch(line -> line.startsWith("libtorch " + COMPLAINT));
    assertThat(agree(libtorch, others.get(0)) || named.size() == 1)
        .as("libtorch agrees or is named: %s, not %s", losses(libtorch), losses(others.get(0)))
        .isTrue();
  }

  private static Predicate<Outcome> isLibtorch() {
    return outcome -> outcome.asked().contender().equals(Engine.LIBTORCH.label());
  }

  private static Outcome measured(Case asked) {
    return new Outcome(asked, List.of(asked.measurement().visit(THREE_STEPS)), "");
  }

  private static Answer answer(Question question, List<Outcome> outcomes) {
    return new Answer(
        question, Effort.QUICK, 1, outcomes, new Ceiling(Double.NaN, Double.NaN), Map.of());
  }

  private static List<Double> losses(Outcome outcome) {
    return outcome.visits().get(0).witness().losses();
  }

  /** Whether three losses are the same but for rounding. */
  private static boolean agree(Outcome left, Outcome right) {
    return losses(left).size() == ROUNDING.length
        && losses(right).size() == ROUNDING.length
        && IntStream.range(0, ROUNDING.length)
            .allMatch(i -> Math.abs(losses(left).get(i) / losses(right).get(i) - 1) <= ROUNDING[i]);
  }
}
