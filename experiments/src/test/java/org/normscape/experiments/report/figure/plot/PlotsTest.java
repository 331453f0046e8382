package org.normscape.experiments.report.figure.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.normscape.experiments.report.Declared;
import org.normscape.experiments.report.drawing.Axis.Tick;
import org.normscape.experiments.report.drawing.Drawing.Swatch;
import org.normscape.experiments.report.drawing.Panel;
import org.normscape.experiments.report.drawing.Panel.Area;
import org.normscape.experiments.report.drawing.Panel.Curve;
import org.normscape.experiments.report.drawing.Panel.Point;
import org.normscape.experiments.report.drawing.Panel.Span;
import org.normscape.experiments.report.drawing.Panel.Tile;
import org.normscape.experiments.report.drawing.Scale;
import org.normscape.experiments.report.figure.Arrangement;
import org.normscape.experiments.report.figure.Panels;
import org.normscape.experiments.report.figure.Scaling;
import org.normscape.experiments.report.metrics.Metrics;
import org.normscape.experiments.report.metrics.Series;
import org.normscape.experiments.report.metrics.Series.Sample;
import org.normscape.probe.Axes;
import org.normscape.probe.Quantities;
import org.normscape.probe.Statistic;

final class PlotsTest {

  private static final Metrics ONE = SyntheticMetrics.ofSeeds(1);
  private static final Metrics THREE = SyntheticMetrics.ofSeeds(3);

  @Test
  void a_line_is_the_median_over_seeds_with_its_extremes() {
    Panel panel = panel(new Line(List.of("loss"), new Arrangement()).draw(THREE));
    assertThat(panel.curves()).extracting(Curve::name).containsExactly("none", "batch-norm");
    assertThat(panel.curves().get(0).points())
        .contains(new Point(0, 3.02), new Point(10, 3 / 11. + 0.02));
    assertThat(panel.areas().get(0).spans()).contains(new Span(0, 3.01, 3.03));
    assertThat(panel.x().label()).isEqualTo("training step");
    assertThat(panel.y().label()).isEqualTo("loss");
  }

  @Test
  void one_seed_has_no_band_and_no_medians() {
    Panels drawn = new Line(List.of("loss"), new Arrangement()).draw(ONE);
    assertThat(panel(drawn).areas()).isEmpty();
    assertThat(drawn.notes()).isEmpty();
    assertThat(new Line(List.of("loss"), new Arrangement()).draw(THREE).notes())
        .containsExactly(
            "Lines are medians over the seeds.",
            "Faint bands go from the smallest to the largest.");
  }

  @Test
  void every_quantity_has_a_panel_unless_colours_tell_them_apart() {
    List<String> both = List.of("loss", "activation_mean");
    assertThat(new Line(both, new Arrangement()).draw(ONE).panels())
        .extracting(Panel::title)
        .containsExactly("loss", "activation mean");
    Arrangement coloured =
        new Arrangement("t", "step", "quantity", "cell", Scaling.AUTO, Scaling.AUTO, "");
    Panels drawn = new Line(both, coloured).draw(ONE);
    assertThat(drawn.panels()).extracting(Panel::title).containsExactly("t: none", "t: batch-norm");
    assertThat(drawn.legend()).extracting(Swatch::name).containsExactly("loss", "activation mean");
  }

  @Test
  void a_line_along_an_axis_is_one_step_and_panels_share_their_axis() {
    Metrics metrics =
        new Metrics(
            List.of(difference("a", 0.1, 1), difference("a", 0.2, 3), difference("b", 0.1, 7)),
            new Quantities(List.of(Axes.EPSILON, Declared.of("m").along(Axes.EPSILON))));
    Arrangement arrangement =
        new Arrangement("", "epsilon", "step", "cell", Scaling.LOG, Scaling.AUTO, "");
    Panels drawn = new Line(List.of("m"), arrangement).draw(metrics);
    assertThat(drawn.panels()).extracting(Panel::title).containsExactly("a", "b");
    assertThat(drawn.panels().get(0).curves().get(0).points())
        .containsExactly(new Point(0.1, 1), new Point(0.2, 3));
    assertThat(drawn.panels().get(0).y()).isEqualTo(drawn.panels().get(1).y());
    assertThat(drawn.panels().get(0).x().label()).isEqualTo("step length ε (parameter²/loss)");
    assertThat(drawn.legend()).extracting(Swatch::name).containsExactly("step 5");
  }

  @Test
  void layers_stand_in_a_row_in_the_order_in_which_data_flows() {
    Panel panel =
        panel(
            new Line(List.of("activation_mean"), new Arrangement().over("layer", Scaling.LINEAR))
                .draw(ONE));
    assertThat(panel.x().ticks())
        .containsExactly(new Tick(0, "conv1"), new Tick(1, "block1.norm1"), new Tick(2, "dense"));
    assertThat(panel.curves().get(0).points()).extracting(Point::x).containsExactly(0.0, 1.0, 2.0);
  }

  @Test
  void a_long_row_names_some_of_its_layers() {
    List<Series> layers =
        IntStream.rangeClosed(1, 30)
            .mapToObj(i -> new Series("a", 1, "m/dense" + i, Map.of(), List.of(new Sample(0, i))))
            .toList();
    Metrics metrics =
        new Metrics(
            layers, new Quantities(List.of(Axes.LAYER, Declared.of("m").along(Axes.LAYER))));
    Panel panel =
        panel(new Line(List.of("m"), new Arrangement().over("layer", Scaling.LOG)).draw(metrics));
    assertThat(panel.curves().get(0).points()).hasSize(30).contains(new Point(29, 30));
    assertThat(panel.x().ticks())
        .extracting(Tick::label)
        .containsExactly("dense1", "dense8", "dense15", "dense22", "dense30");
  }

  @Test
  void cells_of_an_axis_are_one_network_along_it() {
    Metrics metrics =
        new Metrics(
            List.of(
                loss("a@units=64", 3), loss("a@units=8", 1), loss("b@units=8", 5), loss("c", 9)));
    Panels drawn =
        new Line(
                List.of("loss"),
                new Arrangement("", "units", "network", "one", Scaling.LOG, Scaling.AUTO, ""))
            .draw(metrics);
    assertThat(panel(drawn).curves()).extracting(Curve::name).containsExactly("a", "b");
    assertThat(panel(drawn).curves().get(0).points())
        .containsExactly(new Point(8, 1), new Point(64, 3));
    assertThat(panel(drawn).x().label()).isEqualTo("units");
  }

  private static Series loss(String cell, double value) {
    return new Series(cell, 1, "loss", Map.of(), List.of(new Sample(0, value)));
  }

  @Test
  void layers_are_told_apart_by_their_paths() {
    Arrangement byLayer =
        new Arrangement("", "step", "layer", "cell", Scaling.AUTO, Scaling.AUTO, "");
    Panels drawn = new Line(List.of("activation_mean"), byLayer).draw(ONE);
    assertThat(drawn.legend())
        .extracting(Swatch::name)
        .containsExactly("conv1", "block1.norm1", "dense");
  }

  @Test
  void steps_too_close_to_be_told_apart_are_taken_together_and_keep_their_extremes() {
    List<Sample> many = IntStream.range(0, 60_000).mapToObj(i -> new Sample(i, i % 7)).toList();
    Metrics metrics = new Metrics(List.of(new Series("a", 1, "loss", Map.of(), many)));
    Panels drawn = new Line(List.of("loss"), new Arrangement()).draw(metrics);
    Panel panel = panel(drawn);
    assertThat(panel.curves().get(0).points()).hasSizeBetween(300, 601);
    assertThat(panel.areas().get(0).spans())
        .filteredOn(span -> span.x() < 59_000)
        .allMatch(s -> s.low() == 0 && s.high() == 6);
    assertThat(drawn.notes()).anyMatch(note -> note.contains("neighbouring"));
  }

  @Test
  void a_band_lies_between_two_quantities_and_around_it_are_the_extremes() {
    Band band = new Band(List.of("low", "high"), new Arrangement());
    Panel one = panel(band.draw(bands(Map.of(1L, 4.0))));
    assertThat(one.areas())
        .singleElement()
        .extracting(Area::spans)
        .isEqualTo(List.of(new Span(0, 1, 4), new Span(10, 1, 4)));
    Panel three = panel(band.draw(bands(Map.of(1L, 4.0, 2L, 9.0, 3L, 5.0))));
    assertThat(three.areas().get(0).spans()).contains(new Span(0, 1, 9));
    assertThat(three.areas().get(1).spans()).contains(new Span(0, 1, 5));
    assertThat(three.areas().get(0).opacity()).isLessThan(three.areas().get(1).opacity());
    assertThat(three.curves().get(1).points()).contains(new Point(10, 5));
  }

  @Test
  void what_is_infinite_stays_in_the_data_of_a_figure() {
    Band band = new Band(List.of("low", "high"), new Arrangement());
    Panel panel = panel(band.draw(bands(Map.of(1L, Double.POSITIVE_INFINITY))));
    assertThat(panel.areas().get(0).spans()).contains(new Span(0, 1, Double.POSITIVE_INFINITY));
    assertThat(panel.heights()).containsOnly(1.0);
  }

  @Test
  void a_ribbon_has_the_quantiles_of_its_histograms() {
    Panel panel =
        panel(new Ribbon(List.of("activation_histogram"), "bin", new Arrangement()).draw(THREE));
    assertThat(panel.y().label()).isEqualTo("bin");
    Area most = panel.areas().get(2);
    Area half = panel.areas().get(3);
    assertThat(most.name()).isEqualTo("batch-norm");
    // Of a normal distribution of width 1, 1.645 and 0.674, in bins of 0.5.
    assertThat(most.spans().get(0).high()).isCloseTo(1.645, within(0.5));
    assertThat(half.spans().get(0).high()).isCloseTo(0.674, within(0.5));
    assertThat(panel.curves().get(1).points().get(0).y()).isZero();
  }

  @Test
  void a_spectrum_is_filled_down_to_its_floor_at_the_last_step() {
    Panel panel =
        panel(new Spectrum(List.of("hessian_density"), new Spectrum().arrangement()).draw(THREE));
    assertThat(panel.y().scale()).isEqualTo(Scale.LOGARITHMIC);
    assertThat(panel.x().label()).isEqualTo("eigenvalue");
    double floor = panel.areas().get(0).spans().get(0).low();
    assertThat(floor).isPositive();
    assertThat(panel.areas()).allMatch(a -> a.spans().stream().allMatch(s -> s.low() == floor));
    assertThat(panel.curves().get(0).points()).hasSize(49);
  }

  /** Each seed has a grid of its own: from 0 to 2 and from 1 to 3, both with a peak of 1. */
  @Test
  void a_spectrum_is_the_mean_of_densities_that_each_seed_has_at_places_of_its_own() {
    List<Series> series = new ArrayList<>();
    for (long seed = 1; seed <= 2; seed++) {
      for (int i = 0; i <= 20; i++) {
        double eigenvalue = seed - 1 + i / 10.0;
        series.add(
            new Series(
                "none",
                seed,
                "hessian_density",
                Map.of("eigenvalue", eigenvalue),
                List.of(new Sample(0, 1 - Math.abs(i / 10.0 - 1)))));
      }
    }
    Metrics metrics = new Metrics(series, SyntheticMetrics.DECLARED);
    Spectrum spectrum =
        new Spectrum(
            List.of("hessian_density"), new Arrangement().over("eigenvalue", Scaling.LINEAR));
    List<Point> curve = panel(spectrum.draw(metrics)).curves().get(0).points();
    assertThat(curve)
        .hasSizeBetween(31, 35)
        .allSatisfy(
            point -> {
              double first = Math.max(0, 1 - Math.abs(point.x() - 1));
              double second = Math.max(0, 1 - Math.abs(point.x() - 2));
              assertThat(point.y()).isCloseTo((first + second) / 2, within(1e-12));
            });
  }

  @Test
  void a_heat_map_has_a_colour_for_every_place_and_one_scale_of_colours() {
    HeatMap map =
        new HeatMap(
            "",
            "activation_mean",
            "step",
            "layer",
            "cell",
            Scaling.LINEAR,
            Scaling.LINEAR,
            Scaling.LINEAR);
    Panels drawn = map.draw(ONE);
    assertThat(drawn.panels()).extracting(Panel::title).containsExactly("none", "batch-norm");
    Panel panel = drawn.panels().get(0);
    assertThat(panel.tiles()).hasSize(15);
    assertThat(panel.y().ticks())
        .extracting("label")
        .containsExactly("conv1", "block1.norm1", "dense");
    assertThat(panel.tiles().get(0).x().low()).isEqualTo(-5);
    assertThat(panel.tiles().get(0).x().high()).isEqualTo(5);
    assertThat(drawn.legend().get(0).name()).isEqualTo("activation mean: 1");
    assertThat(drawn.legend().get(4).name()).isEqualTo("13");
  }

  @Test
  void a_surface_has_contours_on_which_its_height_is_constant() {
    Surface surface = new Surface("", "loss_surface", "alpha", "beta", "cell", Scaling.LINEAR);
    Panel panel = surface.draw(ONE).panels().get(1);
    assertThat(panel.tiles()).hasSize(17 * 17);
    for (Curve contour : panel.curves()) {
      double[] levels =
          contour.points().stream()
              .filter(p -> Double.isFinite(p.x()))
              .mapToDouble(p -> p.x() * p.x() + 2 * p.y() * p.y() + 0.3 * p.x() * p.y())
              .toArray();
      for (double level : levels) {
        assertThat(level).isCloseTo(levels[0], within(0.02));
      }
    }
    assertThat(panel.curves()).anyMatch(c -> c.points().size() > 20);
  }

  @Test
  void points_of_a_training_are_joined_on_its_surface_in_their_order() {
    List<Series> series = new ArrayList<>(ONE.series());
    for (String cell : List.of("none", "batch-norm")) {
      double x = cell.equals("none") ? 0.5 : -0.5;
      for (double order : List.of(20.0, 3.0, 100.0)) {
        series.add(visited(cell, "east", order, x * order / 100));
        series.add(visited(cell, "north", order, -x * order / 200));
      }
    }
    Surface surface =
        new Surface(
            "", "loss_surface", "alpha", "beta", "cell", Scaling.LINEAR, List.of("east", "north"));
    Panels drawn = surface.draw(new Metrics(series, ONE.quantities()));
    List<Curve> curves = drawn.panels().get(1).curves();
    assertThat(curves.get(curves.size() - 1).points())
        .containsExactly(new Point(-0.015, 0.0075), new Point(-0.1, 0.05), new Point(-0.5, 0.25));
    assertThat(drawn.notes())
        .anyMatch(note -> note.startsWith("Colours are values of"))
        .contains("The line with markers joins the points in their order.");
    assertThat(surface.quantities()).containsExactly("loss_surface", "east", "north");
    assertThatThrownBy(
            () -> new Surface("", "loss", "alpha", "beta", "one", Scaling.AUTO, List.of("east")))
        .hasMessageContaining("track must be two quantities, one for each axis, or none");
  }

  private static Series visited(String cell, String quantity, double order, double value) {
    return new Series(cell, 1, quantity, Map.of("order", order), List.of(new Sample(40, value)));
  }

  @Test
  void bars_are_a_statistic_with_its_extremes() {
    Bars bars = new Bars("", List.of("loss"), "cell", "cell", "one", Statistic.FIRST);
    Panel panel = panel(bars.draw(THREE));
    assertThat(panel.tiles()).extracting(Tile::value).containsExactly(3.02, 1.02);
    assertThat(panel.curves().get(0).points()).extracting(Point::y).containsExactly(3.01, 3.03);
    assertThat(panel.x().ticks()).extracting("label").containsExactly("none", "batch-norm");
    assertThat(panel(bars.draw(ONE)).curves()).isEmpty();
  }

  @Test
  void what_was_not_measured_is_not_drawn() {
    Metrics nothing = new Metrics(List.of(), SyntheticMetrics.DECLARED);
    assertThat(new Line(List.of("loss"), new Arrangement()).draw(nothing).panels()).isEmpty();
    assertThat(new Band(List.of("loss", "loss"), new Arrangement()).draw(nothing).panels())
        .isEmpty();
    assertThat(new Ribbon(List.of("loss"), "bin", new Arrangement()).draw(nothing).panels())
        .isEmpty();
    assertThat(new Spectrum(List.of("loss"), new Arrangement()).draw(nothing).panels()).isEmpty();
    assertThat(new Surface("", "loss", "alpha", "beta", "one", Scaling.AUTO).draw(nothing).panels())
        .isEmpty();
    assertThat(
            new Bars("", List.of("loss"), "cell", "cell", "one", Statistic.LAST)
                .draw(nothing)
                .panels())
        .isEmpty();
  }

  private static Panel panel(Panels drawn) {
    assertThat(drawn.panels()).hasSize(1);
    return drawn.panels().get(0);
  }

  private static Series difference(String cell, double epsilon, double value) {
    return new Series(cell, 1, "m", Map.of("epsilon", epsilon), List.of(new Sample(5, value)));
  }

  /** Bands from 1 to a height for each seed, at steps 0 and 10. */
  private static Metrics bands(Map<Long, Double> heights) {
    return new Metrics(
        heights.entrySet().stream()
            .flatMap(
                e ->
                    List.of(edge(e.getKey(), "low", 1), edge(e.getKey(), "high", e.getValue()))
                        .stream())
            .toList(),
        new Quantities(List.of(Declared.of("low"), Declared.of("high"))));
  }

  private static Series edge(long seed, String metric, double value) {
    return new Series(
        "cell", seed, metric, Map.of(), List.of(new Sample(0, value), new Sample(10, value)));
  }
}
