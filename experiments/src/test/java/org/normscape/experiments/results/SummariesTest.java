package org.normscape.experiments.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.normscape.experiments.UserError;
import org.normscape.experiments.claim.Verdict.Outcome;

/** Results of several commands in one folder. */
final class SummariesTest {

  @TempDir private Path folder;

  private static Summary summary(String experiment, String backend, String took) {
    Finding finding =
        new Finding(
            "It is \"flat\".",
            "Figure 1",
            "",
            "above 1",
            Outcome.REVERSED,
            "0.5 [∞, 1]",
            "It is not.");
    return new Summary(
        experiment, "Title", backend, "laptop", took, "CPU", "1.0", "", List.of(finding));
  }

  @Test
  void what_is_written_is_read_back() {
    Summaries summaries = new Summaries(List.of(summary("landscape", "nd4j", "2 min")));
    summaries.write(folder);
    assertThat(Summaries.in(folder)).isEqualTo(summaries);
  }

  @Test
  void an_experiment_that_is_run_again_replaces_its_results_on_every_backend_and_others_stay() {
    Summaries there =
        new Summaries(
            List.of(
                summary("landscape", "tensorflow", "1 min"),
                summary("landscape", "nd4j", "2 min"),
                summary("theory", "nd4j", "3 min")));
    assertThat(there.with(List.of(summary("landscape", "nd4j", "4 min"))).all())
        .extracting(it -> it.experiment() + " " + it.backend() + " " + it.took())
        .containsExactly("landscape nd4j 4 min", "theory nd4j 3 min");
    assertThat(there.with(List.of(summary("all-probes", "nd4j", "5 min"))).all())
        .extracting(Summary::experiment)
        .containsExactly("all-probes", "landscape", "landscape", "theory");
  }

  @Test
  void a_folder_without_results_has_none() {
    assertThat(Summaries.in(folder).all()).isEmpty();
  }

  @Test
  void a_file_that_holds_no_results_is_named_before_anything_is_run() throws IOException {
    for (String wrong : List.of("", "{}", "null", "[{}]", "[null]", "[{\"experiment\": 1")) {
      Files.writeString(folder.resolve("results.json"), wrong);
      assertThatThrownBy(() -> Summaries.in(folder))
          .describedAs(wrong)
          .isInstanceOf(UserError.class)
          .hasMessageContaining("results.json: must hold the results of earlier commands");
    }
  }
}
