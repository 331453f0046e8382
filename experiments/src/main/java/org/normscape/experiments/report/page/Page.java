package org.normscape.experiments.report.page;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.normscape.experiments.config.form.Forms;
import org.normscape.experiments.report.drawing.Drawing;
import org.normscape.experiments.report.drawing.Findings;
import org.normscape.experiments.report.metrics.RunRecord;
import org.normscape.experiments.report.study.Facts;
import org.normscape.experiments.report.study.Note;
import org.normscape.experiments.report.study.Study;

/**
 * The report as one HTML file that needs no network: words, tables and pictures stand in it as they
 * are, and its script turns the pictures into charts that can be zoomed and read off.
 */
public final class Page {

  private final Study study;
  private final List<Drawn> figures;
  private final Forms forms;

  private Page(Study study, List<Drawn> figures, Forms forms) {
    this.study = study;
    this.figures = figures;
    this.forms = forms;
  }

  /**
   * The page of a study as HTML.
   *
   * @param figures those of the study
   * @param forms knows the probes whose settings are explained
   */
  public static String of(Study study, List<Drawn> figures, Forms forms) throws IOException {
    return new Page(study, figures, forms).html();
  }

  private String html() throws IOException {
    return Template.filled(
        "report.html",
        Map.ofEntries(
            entry("title", Html.text(study.title())),
            entry("style", Template.resource("report.css")),
            entry("facts", each(study.runs(), this::facts)),
            entry("claims", each(study.subjects(), this::claims)),
            entry("summary", SummaryTable.of(study.metrics())),
            entry("figures", each(figures, this::figure)),
            entry(
                "definitions",
                Definitions.of(study.metrics()) + new ProbeSettings(forms).of(study.runs())),
            entry("runs", each(study.runs(), RunDetails::html)),
            entry("source", source(study.runs().get(0).config().path("source"))),
            entry("data", PageData.json(study, figures)),
            entry("script", script())));
  }

  private static String script() throws IOException {
    return String.join(
        "\n", Template.echarts(), Template.resource("relief.js"), Template.resource("report.js"));
  }

  /** Where the experiment comes from, to compare with. */
  private static String source(JsonNode source) {
    String words =
        Stream.of("paper", "figure")
            .map(key -> source.path(key).asText())
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(", "));
    return words.isEmpty() ? "" : Html.element("p", "", Html.text("To compare with: " + words));
  }

  private String facts(RunRecord run) throws IOException {
    String badges = each(Facts.of(run), fact -> Html.element("li", "", Html.text(fact)));
    return "<p class=\"run\">%s</p><ul class=\"badges\">%s</ul>"
        .formatted(Html.text(run.name()), badges);
  }

  private String claims(Study.Subject subject) {
    String heading = study.subjects().size() == 1 ? "Claims" : "Claims in " + subject.run().name();
    return ClaimsTable.of(heading, subject);
  }

  private String figure(Drawn drawn) throws IOException {
    Drawing drawing = drawn.drawing();
    return Template.filled(
        "figure.html",
        Map.of(
            "name", Html.text(drawing.name()),
            "title", Html.text(drawing.title()),
            "caption", Html.text(drawing.caption()),
            "notes", notes(drawing),
            "findings", Html.text(Findings.of(drawing)),
            "picture", drawn.picture()));
  }

  /** What the quantities of a figure are; those of the first run, where there are several. */
  private String notes(Drawing drawing) throws IOException {
    return each(
        Note.of(drawing, study.runs().get(0), forms.kinds()),
        note ->
            Html.element(
                "div",
                "",
                Html.element("dt", "", Html.text(note.name()))
                    + Html.element("dd", "", Html.text(note.text()))));
  }

  private interface Fragment<T> {
    String of(T item) throws IOException;
  }

  private static <T> String each(List<T> items, Fragment<T> fragment) throws IOException {
    StringBuilder html = new StringBuilder();
    for (T item : items) {
      html.append(fragment.of(item));
    }
    return html.toString();
  }
}
