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
import org.normscape.experiments.report.study.Note;

/** Results of several commands in one folder. */
final class SummariesTest {

  @TempDir private Path folder;

  private static Summary summary(String experiment, String backend, long seconds) {
    Finding finding =
        new Finding(
            "It is \"flat\".",
            "Figure 1",
            "",
            "slope of loss",
            "above 1",
            Outcome.REVERSED,
            "0.5 [∞, 1]",
            3,
            "It is not.",
            List.of("rate 1"));
    Illustration figure =
        new Illustration(
            "Loss", "figures/a.svg", "It falls.", "Loss.", List.of(new Note("L", "l")));
    Making made = new Making("run", "r", backend, "CPU", "1.0", "17", "d", "now", seconds, "abc");
    return new Summary(
        experiment,
        "Title",
        "Trains.",
        "",
        backend,
        "laptop",
        "",
        List.of(finding),
        List.of(),
        List.of(figure),
        made);
  }

  @Test
  void what_is_written_is_read_back() {
    Summaries summaries = new Summaries(List.of(summary("landscape", "nd4j", 2)));
    summaries.write(folder);
    assertThat(Summaries.in(folder)).isEqualTo(summaries);
  }

  @Test
  void a_result_replaces_that_of_its_experiment_on_its_backend_and_others_stay() {
    Summaries there =
        new Summaries(
            List.of(
                summary("landscape", "tensorflow", 1),
                summary("landscape", "nd4j", 2),
                summary("theory", "nd4j", 3)));
    assertThat(there.with(summary("landscape", "nd4j", 4)).all())
        .extracting(it -> it.experiment() + " " + it.backend() + " " + it.made().seconds())
        .containsExactly("landscape tensorflow 1", "landscape nd4j 4", "theory nd4j 3");
    assertThat(there.with(summary("all-probes", "nd4j", 5)).all())
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
