package org.normscape.experiments.report;

import java.util.List;
import java.util.stream.Collectors;
import org.normscape.experiments.report.metrics.Metrics;

/** The table of a page: a row for each quantity, a column for each cell. */
final class SummaryTable {

  private SummaryTable() {}

  static String of(Metrics metrics) {
    List<String> cells = metrics.cells();
    if (cells.isEmpty()) {
      return "<p>Nothing has been measured yet.</p>";
    }
    String head =
        cells.stream()
            .map(cell -> Html.element("th", "scope=\"col\"", Html.text(cell)))
            .collect(Collectors.joining("", "<tr><td></td>", "</tr>"));
    String rows =
        Quantity.measured(metrics).stream()
            .map(quantity -> row(metrics, quantity))
            .collect(Collectors.joining());
    String divergences =
        Facts.divergences(metrics).stream()
            .map(line -> Html.element("p", "class=\"warning\"", Html.text(line)))
            .collect(Collectors.joining());
    return "<div class=\"scroll\"><table><thead>%s</thead><tbody>%s</tbody></table></div>%s"
        .formatted(head, rows, divergences);
  }

  private static String row(Metrics metrics, Quantity quantity) {
    return metrics.cells().stream()
        .map(cell -> Html.element("td", "", Html.text(Numbers.text(quantity.of(metrics, cell)))))
        .collect(
            Collectors.joining(
                "",
                "<tr>" + Html.element("th", "scope=\"row\"", Html.text(quantity.label())),
                "</tr>"));
  }
}
