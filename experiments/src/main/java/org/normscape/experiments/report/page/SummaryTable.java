package org.normscape.experiments.report.page;

import java.util.List;
import java.util.stream.Collectors;
import org.normscape.experiments.report.metrics.Metrics;
import org.normscape.experiments.report.metrics.Numbers;
import org.normscape.experiments.report.study.Facts;
import org.normscape.experiments.report.study.SummaryRow;

/** The table of a page: a row for each cell, a column for each quantity. */
final class SummaryTable {

  private SummaryTable() {}

  /** The section, or nothing where no network was trained and none diverged. */
  static String of(Metrics metrics) {
    String content =
        metrics.cells().isEmpty() ? "<p>Nothing has been measured yet.</p>" : content(metrics);
    return content.isEmpty() ? "" : "<section><h2>Summary</h2>%s</section>".formatted(content);
  }

  private static String content(Metrics metrics) {
    List<SummaryRow> measured = SummaryRow.measured(metrics);
    String head =
        measured.stream()
            .map(quantity -> Html.element("th", "scope=\"col\"", Html.text(quantity.label())))
            .collect(Collectors.joining("", "<tr><td></td>", "</tr>"));
    String rows =
        metrics.cells().stream()
            .map(cell -> row(metrics, cell, measured))
            .collect(Collectors.joining());
    String divergences =
        Facts.divergences(metrics).stream()
            .map(line -> Html.element("p", "class=\"warning\"", Html.text(line)))
            .collect(Collectors.joining());
    return measured.isEmpty()
        ? divergences
        : "%s<div class=\"scroll\"><table><thead>%s</thead><tbody>%s</tbody></table></div>%s"
            .formatted(brackets(metrics), head, rows, divergences);
  }

  /** What brackets mean, where there are any. */
  private static String brackets(Metrics metrics) {
    return metrics.cells().stream().anyMatch(cell -> metrics.seeds(cell).size() > 1)
        ? "<p class=\"hint\">The median over the seeds, and the smallest and largest in brackets.</p>"
        : "";
  }

  private static String row(Metrics metrics, String cell, List<SummaryRow> measured) {
    return measured.stream()
        .map(
            quantity -> Html.element("td", "", Html.text(Numbers.text(quantity.of(metrics, cell)))))
        .collect(
            Collectors.joining(
                "", "<tr>" + Html.element("th", "scope=\"row\"", Html.text(cell)), "</tr>"));
  }
}
