package org.normscape.experiments.results;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.normscape.experiments.claim.Verdict.Outcome;
import org.normscape.experiments.report.SyntheticRun;
import org.normscape.experiments.report.metrics.RunRecord;
import org.normscape.experiments.spec.Catalog;
import org.normscape.experiments.spec.ExperimentSpec;

/** The claims of made-up runs, sorted by what became of them. */
final class IndexPageTest {

  private static final String CLAIMS =
      """
      claims = [
        { sentence = "It held | here.", place = "Figure 1", turns-on = "the *initial* weights"
          effect { kind = ratio, of { cell = none, quantity = loss_band_width }
                   to { cell = batch-norm, quantity = loss_band_width } }, expected.above = 1 }
        { sentence = "It was the other way round."
          effect { kind = ratio, of { cell = none, quantity = loss_band_width }
                   to { cell = batch-norm, quantity = loss_band_width } }, expected.below = 1 }
        { sentence = "Too wide to tell."
          effect { kind = value, of { cell = none, quantity = loss_band_width, summary = maximum } }
          expected.above = 3.5 }
      ]
      """;

  @TempDir private Path directory;

  private static ExperimentSpec spec(String backend) {
    return Catalog.resolve(
        "landscape",
        "smoke",
        List.of(
            ConfigFactory.parseString("backend = " + backend), ConfigFactory.parseString(CLAIMS)));
  }

  private RunRecord run(String name, Integer... seeds) throws IOException {
    return RunRecord.read(SyntheticRun.write(directory.resolve(name), 40, List.of(seeds)));
  }

  @Test
  void every_claim_stands_under_what_became_of_it() throws IOException {
    String page =
        page(
            Result.of(spec("tensorflow"), run("a", 1, 2, 3)),
            Result.of(spec("nd4j"), run("b", 4, 5, 6)),
            Result.failed(spec("reference"), "It broke."));
    assertThat(section(page, "What held"))
        .contains("- It held \\| here. (Figure 1, [landscape](landscape.md)) Effect: tensorflow ")
        .contains("; nd4j ", "expected above 1. It turns on the \\*initial\\* weights.");
    assertThat(section(page, "What came out the other way round")).contains("- It was the other");
    assertThat(section(page, "What turns on a choice that the paper left open"))
        .contains("- It held")
        .doesNotContain("It was the other");
    assertThat(section(page, "The experiments"))
        .contains("| nd4j |", "| complete |", "| reference | smoke |  |  |  | failed: It broke. |");
    assertThat(page).contains("Of 3 claims: 1 reproduced, 0 not reproduced, 1 reversed, ");
  }

  @Test
  void what_one_backend_cannot_decide_is_told_from_what_another_contradicts() throws IOException {
    String page =
        page(
            Result.of(spec("tensorflow"), run("a", 1, 2, 3)), Result.of(spec("nd4j"), run("b", 1)));
    assertThat(section(page, "What some backends decide and others do not"))
        .contains("- Too wide to tell.", "not decidable here", "The interval contains a bound");
    assertThat(page)
        .contains("decided\non some backends and not on others; on 0 the backends contradict");
    Finding held = finding(Outcome.REPRODUCED);
    Finding failed = finding(Outcome.NOT_REPRODUCED);
    Finding open = finding(Outcome.NOT_DECIDABLE_HERE);
    assertThat(new Across("x", Map.of("a", held, "b", failed)).isContradicted()).isTrue();
    assertThat(new Across("x", Map.of("a", held, "b", failed)).isDecidedBySome()).isFalse();
    assertThat(new Across("x", Map.of("a", failed, "b", open)).isContradicted()).isFalse();
    assertThat(new Across("x", Map.of("a", failed, "b", open)).isDecidedBySome()).isTrue();
    assertThat(new Across("x", Map.of("a", open)).isDecidedBySome()).isFalse();
  }

  private static Finding finding(Outcome outcome) {
    return new Finding("It holds.", "", "", "", "", outcome, "", 3, "", List.of());
  }

  private static String page(Result... results) {
    return IndexPage.of(
        new Summaries(Stream.of(results).map(result -> Summary.of(result, List.of())).toList()));
  }

  private static String section(String page, String heading) {
    assertThat(page).contains("## " + heading + "\n");
    return page.split("## " + heading + "\n", 2)[1].split("\n## ", 2)[0];
  }
}
