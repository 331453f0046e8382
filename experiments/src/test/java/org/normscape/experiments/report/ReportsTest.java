package org.normscape.experiments.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.normscape.experiments.UserError;
import org.normscape.experiments.report.metrics.RunRecord;
import org.normscape.experiments.run.Task;
import org.normscape.probe.Quantity;

final class ReportsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path directory;

  @Test
  void a_report_is_a_page_pictures_and_one_screen_of_text() throws IOException {
    Path run = SyntheticRun.write(directory.resolve("run"), 40, List.of(1, 2, 3));
    String summary = Reports.write(run).replace(directory + "/", "");
    assertThat(summary).isEqualTo(golden("summary.txt"));
    assertThat(summary.lines()).hasSizeLessThan(40).allMatch(line -> line.length() <= 120);
    assertThat(run.resolve("figures"))
        .isDirectoryContaining("glob:**/landscape-bands.svg")
        .isDirectoryContaining("glob:**/landscape-bands.png")
        .isDirectoryContaining("glob:**/gradient-difference-curves.svg")
        .isDirectoryContaining("glob:**/training-curves.svg");
  }

  @Test
  void the_numbers_in_a_page_are_the_numbers_of_the_run() throws IOException {
    Path run = SyntheticRun.write(directory, 20, List.of(1, 2));
    append(run, "none", SyntheticRun.line("none", 1, 21, "train_loss", "\"Infinity\""));
    append(run, "none", SyntheticRun.line("none", 1, 22, "train_loss", "\"NaN\""));
    Reports.write(run);
    Map<String, String> recorded = new TreeMap<>();
    for (Task task : RunRecord.read(run).tasks()) {
      for (String line : Files.readAllLines(task.metrics())) {
        JsonNode value = JSON.readTree(line);
        recorded.put(key(value, value.get("step")), value.get("value").asText());
      }
    }
    Map<String, String> shown = new TreeMap<>();
    for (JsonNode series : data(run).get("series")) {
      for (int i = 0; i < series.get("steps").size(); i++) {
        shown.put(key(series, series.get("steps").get(i)), series.get("values").get(i).asText());
      }
    }
    assertThat(shown).isEqualTo(recorded).hasSizeGreaterThan(100);
  }

  @Test
  void a_page_asks_the_network_for_nothing() throws IOException {
    Path run = SyntheticRun.write(directory, 20, List.of(1));
    Reports.write(run);
    String page = page(run);
    List<String> elements =
        Pattern.compile("<(\\w+)[^>]*\\s(?:src|href)=\"(?!data:)[^>]*>")
            .matcher(withoutScripts(page))
            .results()
            .map(element -> element.group(1))
            .toList();
    assertThat(elements).as("elements that point elsewhere").isEmpty();
    assertThat(page).doesNotContain("@import").doesNotContainPattern("url\\(\\s*['\"]?http");
    assertThat(page).contains("echarts");
  }

  @Test
  void text_from_a_run_cannot_end_a_script_or_become_an_element() throws IOException {
    Path run = SyntheticRun.write(directory, 20, List.of(1));
    String cell = "</script><img src=x>";
    append(run, "none", SyntheticRun.line(cell, 1, 0, "train_loss", "1"));
    Reports.write(run);
    assertThat(page(run))
        .contains("How &lt;/script&gt; normalization &lt;b&gt;changes&lt;/b&gt; the landscape")
        .doesNotContain(cell);
    assertThat(data(run).get("series").findValuesAsText("cell")).contains(cell);
    assertThat(Pattern.compile("<script").matcher(page(run)).results().count())
        .isEqualTo(Pattern.compile("</script>").matcher(page(run)).results().count());
  }

  @Test
  void a_cell_that_diverged_is_said_to_have() throws IOException {
    Path run = SyntheticRun.write(directory, 20, List.of(1));
    append(run, "none", SyntheticRun.line("none", 1, 21, "loss_band_high", "\"NaN\""));
    append(run, "none", SyntheticRun.line("none", 1, 21, "train_loss", "\"NaN\""));
    append(run, "none", SyntheticRun.line("none", 1, 21, "diverged", "1"));
    String sentence =
        "none diverged at step 21 (seed 1): its loss was no longer finite, or above its threshold.";
    assertThat(Reports.write(run)).contains(sentence).contains("none        not a number");
    assertThat(page(run)).contains(sentence);
  }

  @Test
  void a_run_that_has_only_begun_can_be_reported_on() throws IOException {
    Path run = SyntheticRun.write(directory, 20, List.of(1));
    Files.delete(Task.of(run, "none", 1).metrics());
    Files.delete(Task.of(run, "batch-norm", 1).metrics());
    Files.delete(run.resolve("provenance.json"));
    assertThat(Reports.write(run)).contains("Nothing has been measured yet.");
    assertThat(page(run)).contains("Nothing has been measured yet.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"running", "interrupted", "failed"})
  void claims_are_judged_of_a_complete_run_only(String status) throws IOException {
    Path run = SyntheticRun.write(directory, 20, List.of(1));
    replace(run.resolve("provenance.json"), "complete", status);
    String sentence = "The run is not complete (its status is %s).".formatted(status);
    assertThat(Reports.write(run))
        .contains("? not decidable here: With batch", sentence)
        .doesNotContain("reproduced");
    assertThat(page(run)).contains(sentence).doesNotContain("eproduced</");
  }

  @Test
  void claims_in_the_form_of_an_earlier_version_are_not_judged_and_that_is_said()
      throws IOException {
    Path run = SyntheticRun.write(directory, 20, List.of(1));
    replace(run.resolve("config.json"), "\"effect\":", "\"threshold\":1,\"earlier\":");
    String sentence = "The claims are not judged, since the run has them in the form of an earlier";
    assertThat(Reports.write(run)).contains(sentence);
    assertThat(page(run)).contains(sentence);
  }

  @ParameterizedTest
  @CsvSource({"true, false", "false, true", "false, false"})
  void a_complete_run_whose_files_were_emptied_cut_or_deleted_is_refused(
      boolean emptied, boolean cut) throws IOException {
    Path run = SyntheticRun.write(directory, 20, List.of(1, 2));
    String digest = RunRecord.read(run).digest();
    replace(run.resolve("provenance.json"), "{", "{\"digest\": \"%s\", ".formatted(digest));
    Reports.write(run);
    Path metrics = Task.of(run, "batch-norm", 2).metrics();
    List<String> lines = Files.readAllLines(metrics);
    if (emptied) {
      Files.writeString(metrics, "");
    } else if (cut) {
      Files.write(metrics, lines.subList(0, lines.size() - 1));
    } else {
      Files.delete(metrics);
    }
    assertThatThrownBy(() -> Reports.write(run))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("must have the digest that it wrote when it ended, " + digest)
        .hasMessageContaining("To fix: restore the files in its folder tasks")
        .extracting(error -> ((UserError) error).kind().exitCode())
        .isEqualTo(1);
  }

  @Test
  void tasks_are_read_in_the_order_of_the_configuration() throws IOException {
    Path run = SyntheticRun.write(directory, 20, List.of(2, 1));
    assertThat(RunRecord.read(run).tasks())
        .extracting(task -> task.cell() + task.seed())
        .containsExactly("none2", "batch-norm2", "none1", "batch-norm1");
    assertThat(RunRecord.read(run).metrics().seeds("none")).containsExactly(2L, 1L);
  }

  @Test
  void a_report_says_the_same_in_any_language() throws IOException {
    Path run = SyntheticRun.write(directory, 20, List.of(1, 2));
    append(run, "none", SyntheticRun.line("none", 1, 21, "train_loss", "1.5e-7"));
    String summary = Reports.write(run);
    String page = page(run);
    Locale before = Locale.getDefault();
    try {
      for (String language : List.of("de-DE", "ar-EG-u-nu-arab")) {
        Locale.setDefault(Locale.forLanguageTag(language));
        assertThat(Reports.write(run)).isEqualTo(summary);
        assertThat(page(run)).isEqualTo(page);
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void medians_are_mentioned_where_there_are_several_seeds() throws IOException {
    Path one = SyntheticRun.write(directory.resolve("one"), 20, List.of(1));
    Path two = SyntheticRun.write(directory.resolve("two"), 20, List.of(1, 2));
    Reports.write(one);
    Reports.write(two);
    assertThat(page(one)).doesNotContain("medians over the seeds", "median over the seeds");
    assertThat(page(two)).contains("Lines are medians over the seeds.");
    assertThat(page(two)).contains("The median over the seeds, and the smallest and largest");
  }

  @Test
  void pictures_say_what_they_show_in_words() throws IOException {
    Path run = SyntheticRun.write(directory, 20, List.of(1));
    Reports.write(run);
    assertThat(page(run))
        .containsPattern(
            "alt=\"\\(a\\) Loss landscape: none is between [0-9.]+ and [0-9.]+ at training step 0 and");
  }

  @Test
  void definitions_are_those_that_the_run_declared() throws IOException {
    Path run = SyntheticRun.write(directory, 20, List.of(1));
    Reports.write(run);
    for (Quantity quantity : Declared.OF_A_RUN.all()) {
      boolean measured = RunRecord.read(run).metrics().all(quantity.name()).findAny().isPresent();
      assertThat(page(run).contains("<code>" + quantity.name() + "</code>"))
          .as(quantity.name())
          .isEqualTo(measured || quantity.name().equals("epsilon"));
    }
    assertThat(page(run)).contains("It is not the difference between the gradients of two");
  }

  @Test
  void a_figure_or_a_claim_of_something_unknown_is_refused() throws IOException {
    Path run = SyntheticRun.write(directory, 20, List.of(1));
    replace(run.resolve("config.json"), "\"test_accuracy\"", "\"test_accurac\"");
    assertThatThrownBy(() -> Reports.write(run))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("To fix: write \"test_accuracy\".");
  }

  @Test
  void a_figure_says_how_what_it_shows_is_defined_and_with_which_statistics() throws IOException {
    Path run = SyntheticRun.write(directory, 20, List.of(1));
    Reports.write(run);
    String bands = page(run).split("data-figure=", -1)[1];
    assertThat(bands)
        .contains("<dt>effective β, max", "Source: Santurkar et al. (NeurIPS 2018), Figure 4c.")
        .contains("Statistics of normalizations: batch-frozen-running.");
  }

  @Test
  void runs_side_by_side_are_called_by_the_settings_in_which_they_differ() throws IOException {
    Path one = SyntheticRun.write(directory.resolve("one"), 20, List.of(1));
    Path two = SyntheticRun.write(directory.resolve("two"), 20, List.of(1));
    replace(two.resolve("config.json"), "\"tensorflow\"", "\"nd4j\"");
    replace(two.resolve("config.json"), "\"fast\"", "\"exact\"");
    assertThat(Reports.compare(List.of(one, two), directory.resolve("both")))
        .contains("tensorflow fast/none", "nd4j exact/batch-norm");
  }

  @Test
  void what_is_not_a_run_is_named() {
    assertThatThrownBy(() -> Reports.write(directory))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(directory.toString())
        .hasMessageContaining("To fix:");
  }

  @Test
  void runs_side_by_side_keep_their_cells_apart() throws IOException {
    Path one = SyntheticRun.write(directory.resolve("one"), 20, List.of(1));
    Path two = SyntheticRun.write(directory.resolve("two"), 20, List.of(1));
    Path both = directory.resolve("both");
    String summary = Reports.compare(List.of(one, two), both);
    assertThat(summary).contains("one/none", "two/batch-norm", "claims in two");
    assertThat(data(both).get("figures").get(0).get("legend").findValuesAsText("name"))
        .filteredOn(name -> !name.startsWith("the paper, "))
        .containsExactly("one/none", "one/batch-norm", "two/none", "two/batch-norm");
    assertThat(data(both).get("series")).hasSize(2 * RunRecord.read(one).metrics().series().size());
  }

  @Test
  void a_page_says_how_to_run_it_again_and_how_its_probe_was_set() throws IOException {
    Path run = SyntheticRun.write(directory, 20, List.of(1));
    Reports.write(run);
    assertThat(page(run))
        .contains("./normscape run landscape --out &#39;my runs&#39;")
        .contains("<caption>landscape</caption>")
        .contains("<td>weight, bias, scale, shift</td><td>the roles of the parameters that move")
        .contains("<td>batch-frozen-running</td><td>which statistics normalizations use");
  }

  @Test
  void an_exact_run_shows_its_digest() throws IOException {
    Path run = SyntheticRun.write(directory, 20, List.of(1));
    assertThat(Reports.write(run)).doesNotContain("digest");
    replace(run.resolve("config.json"), "\"numerics\":\"fast\"", "\"numerics\":\"exact\"");
    String digest = RunRecord.read(run).digest();
    replace(run.resolve("provenance.json"), "{", "{\"digest\": \"%s\", ".formatted(digest));
    assertThat(Reports.write(run)).contains("digest " + digest + ", the same on every backend");
  }

  private static void replace(Path file, String text, String by) throws IOException {
    Files.writeString(file, Files.readString(file).replace(text, by));
  }

  @Test
  void the_same_run_gives_the_same_page() throws IOException {
    Path run = SyntheticRun.write(directory, 20, List.of(1, 2));
    Reports.write(run);
    String once = page(run);
    Reports.write(run);
    assertThat(page(run)).isEqualTo(once);
  }

  private static void append(Path run, String cell, String line) throws IOException {
    Files.writeString(Task.of(run, cell, 1).metrics(), line, StandardOpenOption.APPEND);
  }

  private static String key(JsonNode value, JsonNode step) {
    JsonNode at = value.path("at").path("epsilon");
    return value.get("cell").asText()
        + value.get("seed")
        + value.get("metric")
        + (at.isMissingNode() ? "" : at)
        + "@"
        + step;
  }

  private static String page(Path run) throws IOException {
    return Files.readString(run.resolve("report.html"));
  }

  private static JsonNode data(Path run) throws IOException {
    return JSON.readTree(
        Pattern.compile("id=\"data\">(.*?)</script>", Pattern.DOTALL)
            .matcher(page(run))
            .results()
            .map(match -> match.group(1))
            .findFirst()
            .orElseThrow());
  }

  private static String withoutScripts(String page) {
    return Pattern.compile("<script.*?</script>", Pattern.DOTALL).matcher(page).replaceAll("");
  }

  private static String golden(String name) throws IOException {
    try (var in =
        Objects.requireNonNull(ReportsTest.class.getResourceAsStream("/report/" + name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
