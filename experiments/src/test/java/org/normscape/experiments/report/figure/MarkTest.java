package org.normscape.experiments.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.normscape.experiments.UserError;
import org.normscape.experiments.config.Binder;
import org.normscape.experiments.report.drawing.Drawing;
import org.normscape.experiments.report.drawing.Findings;
import org.normscape.experiments.report.drawing.Panel.Point;
import org.normscape.experiments.report.figure.plot.SyntheticMetrics;
import org.normscape.experiments.report.picture.Picture;

final class MarkTest {

  private static Figure figure(String marks) {
    return Binder.of(MarkTest.class.getClassLoader())
        .bind(
            ConfigFactory.parseString(
                    "name = f, title = T, caption = C, panels = [{ kind = line, y = [loss] }, { kind = line, y = [loss], panels = cell }], marks = [{ %s }]"
                        .formatted(marks))
                .root(),
            Figure.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "y = 20, label = a, source = b; 3; 0, 20; 40, 20",
        "y = 20, label = a, source = b, panel = 0; 1; 0, 20; 40, 20",
        "x = 5, y = 2, label = a, source = b, panel = 1; 2; 5, 2; 5, 2"
      })
  void a_mark_is_a_line_or_a_point(String mark, int panels, String first, String last)
      throws IOException {
    Drawing drawing = figure(mark).draw(SyntheticMetrics.ofSeeds(1)).orElseThrow();
    assertThat(Picture.svg(drawing)).isNotEmpty();
    assertThat(drawing.legend()).extracting(Drawing.Swatch::name).contains("a (b)");
    assertThat(
            drawing.panels().stream()
                .flatMap(panel -> panel.curves().stream())
                .filter(curve -> curve.name().equals("a (b)")))
        .hasSize(panels)
        .allSatisfy(
            curve -> {
              assertThat(curve.points().get(0)).isEqualTo(point(first));
              assertThat(curve.points().get(curve.points().size() - 1)).isEqualTo(point(last));
            });
    assertThat(drawing.panels().get(panels == 2 ? 1 : 0).upwards().high())
        .isGreaterThanOrEqualTo(point(first).y());
  }

  private static Point point(String text) {
    String[] parts = text.split(", ", -1);
    return new Point(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]));
  }

  @Test
  void a_horizontal_mark_is_said_once() {
    Drawing drawing =
        figure("y = 20, label = a, source = b").draw(SyntheticMetrics.ofSeeds(1)).orElseThrow();
    assertThat(Findings.of(drawing)).contains("a (b) is 20 everywhere");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "label = a, source = b; must be a number where there is no x",
        "y = 1, label = \"\", source = b; must say something"
      })
  void a_mark_says_where_what_and_by_whom(String mark, String rule) {
    assertThatThrownBy(() -> figure(mark)).isInstanceOf(UserError.class).hasMessageContaining(rule);
  }

  @Test
  void a_panel_that_is_not_there_is_refused() {
    Figure figure = figure("y = 1, label = a, source = b, panel = 2");
    assertThatThrownBy(() -> figure.check(SyntheticMetrics.ofSeeds(1).quantities(), List.of()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("panel must be from 0 to 1, but it is 2. To fix: ");
  }
}
