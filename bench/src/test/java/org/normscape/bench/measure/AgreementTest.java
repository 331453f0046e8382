package org.normscape.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.normscape.experiments.run.file.Json;

/** A contender that computes other numbers is named, and nothing of it is hidden. */
class AgreementTest {

  private static final Witness RIGHT = losses(2.5, 2.4, 2.3);
  private static final Witness ROUNDED = losses(2.5000001, 2.4001, 2.301);
  private static final Witness WRONG = losses(2.5, 2.36, 2.1);

  private final Answer wrongOnce =
      Samples.answer(
          Samples.ours("tensorflow", RIGHT, RIGHT),
          Samples.ours("nd4j", ROUNDED, ROUNDED),
          Samples.rival("libtorch", RIGHT, WRONG),
          Samples.rival("by hand", ROUNDED, RIGHT));

  private static Witness losses(Double... losses) {
    return new Witness(List.of(losses));
  }

  private static List<Verdict> verdicts(Answer answer) {
    return answer.outcomes().stream().map(o -> answer.agreement(o).verdict(o)).toList();
  }

  @Test
  void aRivalThatIsWrongInOneProcessIsNamedAndSoAreTheRatiosToIt() {
    assertThat(Table.of(wrongOnce))
        .contains(
            """
                              median         quartiles  GFLOP/s  of GEMM  GB/s  of copy    peak    ÷ libtorch  ÷ by hand
            tensorflow        200 ms  200 ms .. 200 ms     50.0     63 %  20.0    100 %  250 MB  1.00 (wrong)       1.00
            nd4j              200 ms  200 ms .. 200 ms     50.0     63 %  20.0    100 %  250 MB  1.00 (wrong)       1.00
            libtorch (wrong)  200 ms  200 ms .. 200 ms     50.0     63 %  20.0    100 %  250 MB  1.00 (wrong)       1.00
            by hand           200 ms  200 ms .. 200 ms     50.0     63 %  20.0    100 %  250 MB  1.00 (wrong)       1.00
            libtorch computes wrong numbers here: loss of step 2 is 2.3600 where that of tensorflow is 2.4000 (1 of 2 processes). Its time stands, but it is not of the same work.
            """);
  }

  @Test
  void theDocumentAndTheFigureNameItToo() throws IOException {
    JsonNode document = JsonMapper.builder().build().readTree(Json.line(Document.of(wrongOnce)));
    JsonNode cases = document.get("cases");
    assertThat(cases.findValuesAsText("verdict")).containsExactly("SAME", "SAME", "WRONG", "SAME");
    assertThat(cases.get(0).get("verdictsOnDivisors").toString())
        .isEqualTo("{\"libtorch\":\"WRONG\",\"by hand\":\"SAME\"}");
    assertThat(cases.get(2).get("losses").toString()).isEqualTo("[[2.5,2.4,2.3],[2.5,2.36,2.1]]");
    assertThat(document.get("complaints").get("a step").get(0).asText())
        .startsWith("libtorch computes wrong numbers here: loss of step 2");
    assertThat(AnswerFigure.of(wrongOnce).caption())
        .contains("a step: libtorch computes wrong numbers here");
  }

  @Test
  void whereOursDisagreeNobodyIsTheYardstick() {
    Answer answer =
        Samples.answer(
            Samples.ours("tensorflow", WRONG),
            Samples.ours("nd4j", RIGHT),
            Samples.rival("libtorch", RIGHT),
            Samples.rival("by hand", WRONG));
    assertThat(verdicts(answer))
        .containsExactly(Verdict.DISPUTED, Verdict.DISPUTED, Verdict.DISPUTED, Verdict.SAME);
    assertThat(Table.of(answer))
        .contains("tensorflow (disputed) ", "nd4j (disputed) ", "libtorch (disputed) ")
        .contains(
            "nd4j and tensorflow disagree here: loss of step 2 is 2.4000 where that of tensorflow is 2.3600 (1 of 1 processes). One of them is wrong")
        .doesNotContain("computes wrong numbers");
  }

  @Test
  void whereOneOfOursDisagreesWithItselfNobodyIsTheYardstick() {
    Answer answer =
        Samples.answer(
            Samples.ours("tensorflow", RIGHT, WRONG), Samples.rival("libtorch", RIGHT, RIGHT));
    assertThat(verdicts(answer)).containsExactly(Verdict.DISPUTED, Verdict.SAME);
    assertThat(answer.complaints().get("a step")).hasSize(1);
  }

  @Test
  void whereEveryRivalDisagreesOursMayBeWrong() {
    Answer answer =
        Samples.answer(
            Samples.ours("tensorflow", WRONG),
            Samples.ours("nd4j", WRONG),
            Samples.rival("libtorch", RIGHT),
            Samples.rival("by hand", RIGHT));
    assertThat(verdicts(answer))
        .containsExactly(Verdict.DISPUTED, Verdict.SAME, Verdict.DISPUTED, Verdict.DISPUTED);
    assertThat(answer.complaints().get("a step")).hasSize(2);
  }

  @Test
  void whatSawNoLossesIsNotJudged() {
    assertThat(verdicts(Samples.answer())).containsOnly(Verdict.UNSEEN);
    assertThat(Samples.answer().complaints()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1, 2.0,      2.00019,  true",
    "1, 2.0,      2.00021,  false",
    "2, 2.0,      2.0019,   true",
    "2, 2.0,      2.0021,   false",
    "3, 2.0,      2.019,    true",
    "3, 2.0,      2.021,    false",
    "1, NaN,      NaN,      true",
    "1, NaN,      2.0,      false",
    "1, 2.0,      NaN,      false",
    "1, Infinity, 2.0,      false",
    "1, 2.0,      Infinity, false"
  })
  void lossesAgreeUpToRounding(int step, double loss, double expected, boolean agree) {
    Double[] before = new Double[step - 1];
    Arrays.fill(before, 3.0);
    List<Double> losses = new ArrayList<>(List.of(before));
    List<Double> others = new ArrayList<>(List.of(before));
    losses.add(loss);
    others.add(expected);
    assertThat(new Witness(losses).differenceFrom(new Witness(others), 1).isEmpty())
        .isEqualTo(agree);
  }

  @Test
  void lossesAreComparedAsFarAsBothWereWatched() {
    assertThat(losses(2.5).differenceFrom(WRONG, 1)).isEmpty();
    assertThat(WRONG.differenceFrom(RIGHT, 1)).contains(new Witness.Difference(2, 2.36, 2.4));
  }

  @Test
  void afterTheFirstStepMoreIsAllowedWhereRoundingIsAmplified() {
    assertThat(WRONG.differenceFrom(RIGHT, 30)).isEmpty();
    assertThat(losses(2.51).differenceFrom(losses(2.5), 30)).isPresent();
  }

  @Test
  void theFirstLossesOfTrainingAreKept() {
    double[] steps = {0};
    Visit visit =
        new Steady(() -> new Descent(() -> ++steps[0], () -> steps[0] = -1))
            .visit(new Pace(1, 1, 0, 5, 0));
    assertThat(visit.witness()).isEqualTo(losses(1.0, 2.0, 3.0));
    assertThat(steps[0]).isEqualTo(-1);
  }

  @Test
  void aVisitComesBackFromItsProcessWhole() throws IOException {
    Visit visit = new Visit(List.of(0.1), 5, losses(2.5, Double.NaN, Double.POSITIVE_INFINITY));
    assertThat(JsonMapper.builder().build().readValue(Json.line(visit), Visit.class))
        .isEqualTo(visit);
  }
}
