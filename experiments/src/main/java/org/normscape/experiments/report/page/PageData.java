package org.normscape.experiments.report.page;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.normscape.experiments.report.drawing.Drawing;
import org.normscape.experiments.report.drawing.Findings;
import org.normscape.experiments.report.metrics.Series;
import org.normscape.experiments.report.study.Study;

/**
 * The numbers inside a page, as JSON: the figures as they are drawn, and every measured value as it
 * was recorded.
 */
record PageData(List<Shown> figures, List<Column> series) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * A figure with what it shows in words.
   *
   * @param drawing the figure
   * @param findings a sentence or more for each panel
   */
  record Shown(@JsonUnwrapped Drawing drawing, List<String> findings) {

    static Shown of(Drawing drawing) {
      return new Shown(drawing, drawing.panels().stream().map(Findings::of).toList());
    }
  }

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
            figures.stream().map(drawn -> Shown.of(drawn.drawing())).toList(),
            study.metrics().series().stream().map(Column::of).toList());
    return JSON.writeValueAsString(data).replace("<", "\\u003c");
  }
}
