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
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.normscape.experiments.UserError;
import org.normscape.experiments.report.metrics.RunRecord;

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
    append(run, SyntheticRun.line("none", 1, 21, "train_loss", "\"Infinity\""));
    append(run, SyntheticRun.line("none", 1, 22, "train_loss", "\"NaN\""));
    Reports.write(run);
    Map<String, String> recorded = new TreeMap<>();
    for (String line : Files.readAllLines(run.resolve("metrics.jsonl"))) {
      JsonNode value = JSON.readTree(line);
      recorded.put(key(value, value.get("step")), value.get("value").asText());
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
    assertThat(elements).as("elements that point elsewhere").isNotEmpty().containsOnly("a");
    assertThat(page).doesNotContain("@import").doesNotContainPattern("url\\(\\s*['\"]?http");
    assertThat(page).contains("echarts");
  }

  @Test
  void text_from_a_run_cannot_end_a_script_or_become_an_element() throws IOException {
    Path run = SyntheticRun.write(directory, 20, List.of(1));
    String cell = "</script><img src=x>";
    append(run, SyntheticRun.line(cell, 1, 0, "train_loss", "1"));
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
    append(run, SyntheticRun.line("none", 1, 21, "loss_band_high", "\"NaN\""));
    append(run, SyntheticRun.line("none", 1, 21, "train_loss", "\"NaN\""));
    append(run, SyntheticRun.line("none", 1, 21, "diverged", "1"));
    String sentence = "none diverged at step 21 (seed 1): its loss was no longer finite.";
    assertThat(Reports.write(run)).contains(sentence).contains("none        not a number");
    assertThat(page(run)).contains(sentence);
  }

  @Test
  void a_run_that_has_only_begun_can_be_reported_on() throws IOException {
    Path run = SyntheticRun.write(directory, 20, List.of(1));
    Files.delete(run.resolve("metrics.jsonl"));
    Files.delete(run.resolve("provenance.json"));
    assertThat(Reports.write(run))
        .contains("Nothing has been measured yet.")
        .contains("not measured");
    assertThat(page(run)).contains("Nothing has been measured yet.");
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
    assertThat(summary)
        .contains("tensorflow/one/none", "tensorflow/two/batch-norm", "claims in two");
    assertThat(data(both).get("figures").get(0).get("legend").findValuesAsText("name"))
        .containsExactly(
            "tensorflow/one/none",
            "tensorflow/one/batch-norm",
            "tensorflow/two/none",
            "tensorflow/two/batch-norm");
    assertThat(data(both).get("series")).hasSize(2 * RunRecord.read(one).metrics().series().size());
  }

  @Test
  void a_page_says_how_to_run_it_again_and_how_its_probe_was_set() throws IOException {
    Path run = SyntheticRun.write(directory, 20, List.of(1));
    Reports.write(run);
    assertThat(page(run))
        .contains("./normscape run landscape --out &#39;my runs&#39;")
        .contains("with these roles: weight, bias, scale, shift.")
        .contains("not part of the loss that is probed; its factor is 0.0.")
        .contains("their running statistics stay as they are.")
        .contains("the learning rate, 0.1, times 0.5, 1.0, 2.0, 4.0.");
  }

  @Test
  void an_exact_run_shows_its_digest() throws IOException {
    Path run = SyntheticRun.write(directory, 20, List.of(1));
    assertThat(Reports.write(run)).doesNotContain("digest");
    replace(run.resolve("config.json"), "\"numerics\": \"fast\"", "\"numerics\": \"exact\"");
    replace(run.resolve("provenance.json"), "{", "{\"digest\": \"0f1e\", ");
    assertThat(Reports.write(run)).contains("digest 0f1e, the same on every backend");
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

  private static void append(Path run, String line) throws IOException {
    Files.writeString(run.resolve("metrics.jsonl"), line, StandardOpenOption.APPEND);
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
