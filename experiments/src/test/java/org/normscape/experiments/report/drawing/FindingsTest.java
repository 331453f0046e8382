package org.normscape.experiments.report.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.normscape.experiments.report.drawing.Panel.Curve;
import org.normscape.experiments.report.drawing.Panel.Point;
import org.normscape.experiments.report.drawing.Panel.Tile;

final class FindingsTest {

  private static final Axis STEP = Axis.of("training step", Scale.LINEAR);
  private static final Axis LOSS = Axis.of("loss", Scale.LINEAR);

  private static Curve curve(String name, double... heights) {
    List<Point> points = new ArrayList<>();
    for (double height : heights) {
      points.add(new Point(10 * points.size(), height));
    }
    return new Curve(name, Style.plain(Palette.neutral()), points);
  }

  private static String of(Curve... curves) {
    return Findings.of(new Panel("Loss", STEP, LOSS, List.of(), List.of(), List.of(curves)));
  }

  @Test
  void a_curve_is_its_ends_and_its_extremes() {
    assertThat(of(curve("none", 2, 5, 1)))
        .isEqualTo(
            "Loss: none is 2 at training step 0 and 1 at training step 20, smallest 1 at training step 20, largest 5 at training step 10.");
  }

  @Test
  void two_curves_of_a_name_are_a_band() {
    assertThat(of(curve("none", 2, 1), curve("none", 4, 3)))
        .startsWith(
            "Loss: none is between 2 and 4 at training step 0 and between 1 and 3 at training step 10");
  }

  @Test
  void what_is_not_finite_is_not_said_to_be_large() {
    assertThat(of(curve("none", 2, Double.POSITIVE_INFINITY, Double.NaN)))
        .isEqualTo("Loss: none is 2 at training step 0.");
  }

  @Test
  void many_curves_are_summed_up() {
    Curve[] many = new Curve[20];
    for (int i = 0; i < many.length; i++) {
      many[i] = curve("step " + i, i + 1, i + 2);
    }
    assertThat(of(many))
        .isEqualTo(
            "Loss: 20 lines, smallest 1 at training step 0 of step 0, largest 21 at training step 10 of step 19.");
  }

  @Test
  void tiles_are_their_smallest_and_their_largest() {
    Axis layers = Axis.named("layer", List.of("conv1", "dense"));
    List<Tile> tiles =
        List.of(
            new Tile("", new Range(-5, 5), new Range(-0.5, 0.5), Palette.shade(0), 3),
            new Tile("", new Range(5, 15), new Range(0.5, 1.5), Palette.shade(1), 7));
    assertThat(Findings.of(new Panel("Means", STEP, layers, tiles, List.of(), List.of())))
        .isEqualTo(
            "Means: smallest 3 at training step 0, conv1, largest 7 at training step 10, dense.");
  }
}
