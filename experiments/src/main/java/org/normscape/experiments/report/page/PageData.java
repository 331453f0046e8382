package org.normscape.experiments.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.normscape.experiments.report.figure.Figure;
import org.normscape.experiments.report.metrics.Series;

/**
 * The numbers inside a page, as JSON: the figures as they are drawn, and every measured value as it
 * was recorded.
 */
record PageData(List<Figure> figures, List<Column> series) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** A series, its steps and values each as one list. Values that are not finite are texts. */
  record Column(
      String cell,
      long seed,
      String metric,
      Map<String, Double> at,
      List<Integer> steps,
      List<Double> values) {

    static Column of(Series series) {
      return new Column(
          series.cell(),
          series.seed(),
          series.metric(),
          series.at(),
          series.samples().stream().map(Series.Sample::step).toList(),
          series.values());
    }
  }

  /** JSON that may stand inside a script element: it has no {@code <} in it. */
  static String json(Study study, List<Drawn> figures) throws JsonProcessingException {
    PageData data =
        new PageData(
            figures.stream().map(Drawn::figure).toList(),
            study.metrics().series().stream().map(Column::of).toList());
    return JSON.writeValueAsString(data).replace("<", "\\u003c");
  }
}
