package org.normscape.experiments.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.normscape.experiments.UserError;
import org.normscape.experiments.report.figure.Figure.Panel;
import org.normscape.experiments.report.figure.Figure.Point;
import org.normscape.experiments.report.figure.Figure.Span;
import org.normscape.experiments.report.metrics.Metrics;
import org.normscape.experiments.report.metrics.Series;
import org.normscape.experiments.spec.Catalog;

final class FigureKindsTest {

  static List<String> names() {
    return FigureKinds.names();
  }

  @ParameterizedTest
  @MethodSource("names")
  void what_was_not_measured_is_not_drawn(String name) {
    assertThat(FigureKinds.named(name).draw(new Metrics(List.of()))).isEmpty();
  }

  @Test
  void a_name_that_is_no_kind_is_told_the_kinds() {
    assertThatThrownBy(() -> FigureKinds.named("landscape"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("landscape-bands")
        .hasMessageContaining("but one is \"landscape\". To fix:");
  }

  @Test
  void every_figure_that_an_experiment_asks_for_is_a_kind() {
    assertThat(Catalog.names()).isNotEmpty();
    for (String experiment : Catalog.names()) {
      assertThat(FigureKinds.names())
          .containsAll(Catalog.resolve(experiment, "smoke", List.of()).figures());
    }
  }

  @Test
  void one_seed_has_one_band() {
    assertThat(lossPanel(Map.of(1L, 4.0)).bands())
        .singleElement()
        .extracting(Figure.Band::spans)
        .isEqualTo(List.of(new Span(0, 1, 4), new Span(10, 1, 4)));
  }

  @Test
  void several_seeds_have_their_medians_and_around_them_their_extremes() {
    Panel panel = lossPanel(Map.of(1L, 4.0, 2L, 9.0, 3L, 5.0));
    assertThat(panel.bands().get(0).spans()).contains(new Span(0, 1, 9));
    assertThat(panel.bands().get(1).spans()).contains(new Span(0, 1, 5));
    assertThat(panel.bands().get(0).opacity()).isLessThan(panel.bands().get(1).opacity());
    assertThat(panel.lines().get(1).points()).contains(new Point(10, 5));
  }

  @Test
  void what_is_infinite_stays_in_the_data_of_a_figure() {
    Panel panel = lossPanel(Map.of(1L, Double.POSITIVE_INFINITY));
    assertThat(panel.bands().get(0).spans()).contains(new Span(0, 1, Double.POSITIVE_INFINITY));
    assertThat(panel.heights()).containsOnly(1.0);
  }

  @Test
  void steps_too_close_to_be_told_apart_are_taken_together_and_keep_their_extremes() {
    Series series =
        series(
            1, "train_loss", IntStream.range(0, 60_000).mapToObj(i -> sample(i, i % 7)).toList());
    Panel panel =
        new TrainingCurves().draw(new Metrics(List.of(series))).orElseThrow().panels().get(0);
    assertThat(panel.lines().get(0).points()).hasSizeBetween(300, 601);
    assertThat(panel.bands().get(0).spans()).allMatch(s -> s.low() == 0 && s.high() == 6);
  }

  @Test
  void a_line_over_step_lengths_is_one_step_and_panels_share_their_axis() {
    List<Series> series =
        List.of(difference("a", 0.1, 1), difference("a", 0.2, 3), difference("b", 0.1, 7));
    Figure figure = new GradientDifferenceCurves().draw(new Metrics(series)).orElseThrow();
    assertThat(figure.panels()).extracting(Panel::title).containsExactly("a", "b");
    assertThat(figure.panels().get(0).lines().get(0).points())
        .containsExactly(new Point(0.1, 1), new Point(0.2, 3));
    assertThat(figure.panels().get(0).y()).isEqualTo(figure.panels().get(1).y());
  }

  /** Panel (a) when every seed's band goes from 1 to the given height, at steps 0 and 10. */
  private static Panel lossPanel(Map<Long, Double> heights) {
    Metrics metrics =
        new Metrics(
            heights.entrySet().stream()
                .flatMap(
                    e ->
                        List.of(band(e.getKey(), "low", 1), band(e.getKey(), "high", e.getValue()))
                            .stream())
                .toList());
    return new LandscapeBands().draw(metrics).orElseThrow().panels().get(0);
  }

  private static Series band(long seed, String side, double value) {
    return series(seed, "loss_band_" + side, List.of(sample(0, value), sample(10, value)));
  }

  private static Series series(long seed, String metric, List<Series.Sample> samples) {
    return new Series("cell", seed, metric, Map.of(), samples);
  }

  private static Series difference(String cell, double epsilon, double value) {
    return new Series(
        cell, 1, "gradient_difference", Map.of("epsilon", epsilon), List.of(sample(0, value)));
  }

  private static Series.Sample sample(int step, double value) {
    return new Series.Sample(step, value);
  }
}
