package org.normscape.experiments.report;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.normscape.experiments.report.metrics.RunRecord;

/**
 * The report as one HTML file that needs no network: words, tables and pictures stand in it as they
 * are, and its script turns the pictures into charts that can be zoomed and read off.
 */
final class Page {

  private final Study study;
  private final List<Drawn> figures;

  private Page(Study study, List<Drawn> figures) {
    this.study = study;
    this.figures = figures;
  }

  static String of(Study study, List<Drawn> figures) throws IOException {
    return new Page(study, figures).html();
  }

  private String html() throws IOException {
    return Template.filled(
        "report.html",
        Map.of(
            "title", Html.text(study.title()),
            "style", Template.resource("report.css"),
            "facts", each(study.runs(), this::facts),
            "claims", each(study.runs(), this::claims),
            "summary", SummaryTable.of(study.metrics()),
            "figures", each(figures, Page::figure),
            "definitions", each(study.runs().subList(0, 1), Definitions::html),
            "runs", each(study.runs(), RunDetails::html),
            "data", PageData.json(study, figures),
            "script", Template.echarts() + "\n" + Template.resource("report.js")));
  }

  private String facts(RunRecord run) throws IOException {
    String badges = each(Facts.of(run), fact -> Html.element("li", "", Html.text(fact)));
    return "<p class=\"run\">%s</p><ul class=\"badges\">%s</ul>"
        .formatted(Html.text(run.name()), badges);
  }

  private String claims(RunRecord run) throws IOException {
    String cards = each(Claims.judged(run), Page::card);
    String heading = study.runs().size() == 1 ? "Claims" : "Claims in " + run.name();
    return cards.isEmpty()
        ? ""
        : "<section><h2>%s</h2><ul class=\"claims\">%s</ul></section>"
            .formatted(Html.text(heading), cards);
  }

  private static String card(Verdict verdict) {
    String outcome = verdict.outcome().name().toLowerCase(Locale.ROOT);
    return "<li class=\"claim %s\"><p class=\"outcome\">%s</p><p class=\"sentence\">%s</p><p class=\"evidence\">%s</p></li>"
        .formatted(
            outcome,
            Html.text(verdict.outcome().text()),
            Html.text(verdict.claim().sentence()),
            Html.text(verdict.evidence()));
  }

  private static String figure(Drawn drawn) throws IOException {
    return Template.filled(
        "figure.html",
        Map.of(
            "name", Html.text(drawn.figure().name()),
            "title", Html.text(drawn.figure().title()),
            "caption", Html.text(drawn.figure().caption()),
            "picture", drawn.picture()));
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
