package org.normscape.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.normscape.experiments.report.drawing.Drawing;
import org.normscape.experiments.report.drawing.Panel;
import org.normscape.experiments.run.file.Json;
import org.normscape.ir.TensorType;
import org.normscape.ir.Trace;

class AnswerTest {

  private final Answer answer = Samples.answer();

  @Test
  void quantilesBetweenTwoValuesAreInterpolated() {
    assertThat(Spread.of(List.of(4.0, 1.0, 2.0, 3.0))).isEqualTo(new Spread(1, 1.75, 2.5, 3.25, 4));
    assertThat(Spread.of(List.of(7.0))).isEqualTo(new Spread(7, 7, 7, 7, 7));
    assertThatThrownBy(() -> Spread.of(List.of())).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void ratiosAreTakenWithinRounds() {
    Case asked = answer.outcomes().get(0).asked();
    Outcome ours = outcome(asked, 1, 10, 3);
    Outcome theirs = outcome(asked, 2, 5, 6);
    assertThat(ours.dividedBy(theirs)).isEqualTo(Spread.of(List.of(0.5, 2.0, 0.5)));
  }

  @Test
  void theBetterVariantIsTheRival() {
    Outcome ours = answer.outcomes().get(0);
    assertThat(ours.best("theirs", answer.outcomes()))
        .hasValueSatisfying(best -> assertThat(best.asked().label()).isEqualTo("theirs"));
    assertThat(ours.best("nobody", answer.outcomes())).isEmpty();
  }

  @Test
  void theTableShowsRatesSharesAndRatios() {
    assertThat(Table.of(answer))
        .isEqualTo(
            """
            step: How long does a step take?

            a step, 10.0 GFLOP, 4.00 GB
                                    median         quartiles  GFLOP/s  of GEMM  GB/s  of copy    peak  ÷ theirs
            ours                    250 ms  200 ms .. 300 ms     40.0     50 %  16.0     80 %  250 MB     0.500
            theirs                  500 ms  400 ms .. 600 ms     20.0     25 %  8.00     40 %  250 MB      1.00
            theirs, default malloc  1.25 s  1.00 s .. 1.50 s     8.00     10 %  3.20     16 %  250 MB      2.50
            broken failed. It broke.

            This machine in this run: matrix product 80.0 GFLOP/s (float32), copy 20.0 GB/s.
            Processor: some, unknown cores. Normscape's kernels: audit = unknown, each call by its fastest right method.
            ÷ X: this row divided by X, the better of its variants, median over 2 rounds; below 1 is better than X.
            """);
  }

  @Test
  void theDocumentHasEverySampleAndWhatIsComputedFromThem() throws IOException {
    JsonNode document = JsonMapper.builder().build().readTree(Json.line(Document.of(answer)));
    JsonNode ours = document.get("cases").get(0);
    assertThat(document.get("ceiling").get("operationsPerSecond").asDouble()).isEqualTo(80e9);
    assertThat(ours.get("rounds").toString()).isEqualTo("[[0.2,0.2,0.2],[0.3,0.3,0.3]]");
    assertThat(ours.get("dividedBy").get("theirs").get("median").asDouble()).isEqualTo(0.5);
    assertThat(document.get("cases").get(3).get("failure").asText()).isEqualTo("It broke.");
  }

  @Test
  void theFigureHasABarForEachContenderThatWasMeasured() {
    Drawing figure = AnswerFigure.of(answer);
    assertThat(figure.panels()).hasSize(1);
    assertThat(figure.panels().get(0).areas())
        .extracting(Panel.Area::name)
        .containsExactly("ours", "theirs", "theirs, default malloc");
    assertThat(figure.panels().get(0).areas().get(0).spans())
        .containsExactly(new Panel.Span(-0.4, 0, 0.25), new Panel.Span(0.4, 0, 0.25));
    assertThat(figure.panels().get(0).curves().get(0).points())
        .containsExactly(new Panel.Point(0, 0.2), new Panel.Point(0, 0.3));
  }

  @Test
  void theCeilingIsTheFastestSample() {
    Ceiling ceiling = Ceiling.of(answer.outcomes());
    assertThat(ceiling.operationsPerSecond()).isEqualTo(10e9 / 0.2);
    assertThat(ceiling.bytesPerSecond()).isEqualTo(4e9 / 0.2);
  }

  @Test
  void aMatrixProductAndASumAreCounted() {
    Cost cost =
        Cost.of(
            Trace.program(
                List.of(TensorType.float32(2, 3), TensorType.float32(3, 5)),
                in -> List.of(in.get(0).matmul(in.get(1), false, false).sum(List.of(0)))));
    assertThat(cost.operations()).isEqualTo(2 * 2 * 3 * 5 + 2 * 5);
    assertThat(cost.bytes()).isEqualTo(4 * (2 * 3 + 3 * 5 + 2 * 5) + 4 * (2 * 5 + 5));
  }

  private static Outcome outcome(Case asked, double... medians) {
    return new Outcome(
        asked,
        Arrays.stream(medians).mapToObj(m -> new Visit(List.of(m), 1, Witness.NONE)).toList(),
        "");
  }
}
