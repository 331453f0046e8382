package org.normscape.experiments.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.normscape.experiments.config.Binder;
import org.normscape.experiments.report.drawing.Drawing;
import org.normscape.experiments.report.figure.plot.EveryPlot;
import org.normscape.experiments.report.figure.plot.SyntheticMetrics;
import org.normscape.experiments.report.metrics.RunRecord;
import org.normscape.experiments.report.page.Drawn;
import org.normscape.experiments.report.page.Page;
import org.normscape.experiments.report.picture.Picture;
import org.normscape.experiments.report.study.Reported;
import org.normscape.experiments.report.study.Study;

/** Pages as a real browser shows them. */
final class BrowserTest {

  private static final int ENOUGH = 500;

  @TempDir private Path directory;

  private static Browser browser() {
    Optional<Browser> found = Browser.find();
    assumeTrue(
        found.isPresent(),
        "Skipped: there is no Chromium on the PATH. To fix: apt-get install chromium.");
    return found.orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({"1280, light", "1280, dark", "400, dark"})
  void a_report_is_drawn_answers_and_asks_the_network_for_nothing(int width, String theme)
      throws IOException, InterruptedException {
    Path run = SyntheticRun.write(directory.resolve("run"), 40, List.of(1, 2));
    Reports.write(run);
    JsonNode seen = browser().look(run.resolve("report.html"), width, theme);
    check(seen, 3);
    JsonNode bands = seen.get("figures").get(0);
    assertThat(bands.get("panels").asInt()).isEqualTo(3);
    assertThat(bands.get("zooms").asInt()).as("panels that follow the zoom").isEqualTo(3);
    assertThat(bands.get("reads").asText()).contains("training step").contains("batch-norm");
  }

  @Test
  void every_kind_of_plot_is_drawn() throws IOException, InterruptedException {
    Path run = SyntheticRun.write(directory.resolve("run"), 10, List.of(1));
    Study study =
        new Study(
            List.of(
                new Study.Subject(
                    RunRecord.read(run), new Reported(EveryPlot.figures(), List.of()))),
            SyntheticMetrics.ofSeeds(2));
    List<Drawn> drawn = new ArrayList<>();
    for (Drawing drawing : study.drawings()) {
      drawn.add(new Drawn(drawing, Picture.svg(drawing)));
    }
    Path page = directory.resolve("every.html");
    Binder binder = Binder.of(Page.class.getClassLoader());
    Files.writeString(page, Page.of(study, drawn, binder.forms()));
    JsonNode seen = browser().look(page, 1280, "light");
    check(seen, EveryPlot.figures().size());
    JsonNode surface = figure(seen, "surface");
    assertThat(surface.get("relief").asInt()).as("pixels in 3D").isGreaterThan(ENOUGH);
    for (String answer : List.of("turns", "turnsBack", "flattens")) {
      assertThat(surface.get(answer).asBoolean()).as(answer).isTrue();
    }
    assertThat(figure(seen, "line").has("turns")).as("a line can be turned").isFalse();
  }

  private static JsonNode figure(JsonNode seen, String name) {
    for (JsonNode figure : seen.get("figures")) {
      if (figure.get("name").asText().equals(name)) {
        return figure;
      }
    }
    throw new AssertionError("There is no figure " + name + ".");
  }

  @Test
  void an_error_and_a_request_would_be_seen() throws IOException, InterruptedException {
    Path page = directory.resolve("broken.html");
    Files.writeString(
        page,
        "<html><head><title></title></head><body><img src=\"http://127.0.0.1:9/x.png\"><script>nothing.there();</script></body></html>");
    JsonNode seen = browser().look(page, 1280, "light");
    assertThat(seen.get("errors").toString()).contains("nothing is not defined");
    assertThat(seen.get("requests").toString()).contains("127.0.0.1");
  }

  private static void check(JsonNode seen, int figures) {
    assertThat(seen.get("errors")).as("errors of the console").isEmpty();
    assertThat(seen.get("requests")).as("requests").isEmpty();
    assertThat(seen.get("overflow").asInt()).as("pixels wider than the window").isZero();
    assertThat(seen.get("figures")).hasSize(figures);
    for (JsonNode figure : seen.get("figures")) {
      String name = figure.get("name").asText();
      assertThat(figure.get("ink").asInt()).as(name + ": pixels drawn").isGreaterThan(ENOUGH);
      assertThat(figure.get("alternatives").asBoolean()).as(name + ": numbers in words").isTrue();
      assertThat(figure.get("scrolls").asBoolean()).as(name + ": the wheel scrolls").isTrue();
      assertThat(figure.get("zooms").asInt()).as(name + ": Ctrl and wheel zoom").isPositive();
      assertThat(figure.get("resets").asBoolean()).as(name + ": whole range").isTrue();
      if (figure.has("toggles")) {
        assertThat(figure.get("toggles").asBoolean()).as(name + ": legend hides").isTrue();
        assertThat(figure.get("restores").asBoolean()).as(name + ": legend shows").isTrue();
      }
    }
  }
}
