package org.normscape.experiments.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.normscape.experiments.report.SyntheticRun;
import org.normscape.experiments.report.figure.Figure.Axis;
import org.normscape.experiments.report.figure.Figure.Band;
import org.normscape.experiments.report.figure.Figure.Panel;
import org.normscape.experiments.report.figure.Figure.Span;
import org.normscape.experiments.report.figure.Figure.Swatch;
import org.normscape.experiments.report.metrics.RunRecord;

final class PictureTest {

  private static final Ink RED = new Ink("#FF0000", "#FF0000");
  private static final Ink BLUE = new Ink("#0000FF", "#0000FF");

  @TempDir private Path directory;

  static List<String> kinds() {
    return FigureKinds.names();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void the_same_metrics_give_the_same_bytes(String kind) throws IOException {
    Path run = SyntheticRun.write(directory, 40, List.of(1, 2));
    Figure once = FigureKinds.named(kind).draw(RunRecord.read(run).metrics()).orElseThrow();
    Figure again = FigureKinds.named(kind).draw(RunRecord.read(run).metrics()).orElseThrow();
    assertThat(Picture.svg(again)).isEqualTo(Picture.svg(once));
    assertThat(Picture.png(again)).isEqualTo(Picture.png(once));
  }

  @Test
  void where_bands_overlap_both_shine_through() throws IOException {
    Figure figure = bands(new Span(0, 1, 3), new Span(1, 1, 3));
    int middle = pixel(figure, 0.5, 0.55);
    assertThat(middle >> 16 & 0xFF).as("red").isBetween(60, 250);
    assertThat(middle & 0xFF).as("blue").isBetween(60, 250);
    assertThat(new String(Picture.svg(figure), StandardCharsets.UTF_8))
        .contains("fill:rgb(255,0,0);fill-opacity:0.5");
  }

  @Test
  void a_value_that_is_not_finite_is_a_gap() throws IOException {
    Figure figure =
        bands(
            new Span(0, 1, 3),
            new Span(1, 1, 3),
            new Span(2, 1, Double.POSITIVE_INFINITY),
            new Span(3, 1, 3),
            new Span(4, 1, 3));
    assertThat(pixel(figure, 0.5, 0.55)).isEqualTo(0xFFFFFFFF);
    assertThat(pixel(figure, 0.2, 0.55)).isNotEqualTo(0xFFFFFFFF);
  }

  /** A red and a blue band over the same spans. */
  private static Figure bands(Span... spans) {
    Axis axis = Axis.of("x", Scale.LINEAR);
    Band red = new Band("red", RED, 0.5, List.of(spans));
    Band blue = new Band("blue", BLUE, 0.5, List.of(spans));
    Panel panel = new Panel("panel", axis, axis, List.of(red, blue), List.of());
    return new Figure("f", "Title", "", List.of(new Swatch("red", RED)), List.of(panel), List.of());
  }

  private static int pixel(Figure figure, double across, double down) throws IOException {
    var image = ImageIO.read(new ByteArrayInputStream(Picture.png(figure)));
    // A place between grid lines in the one panel.
    return image.getRGB(
        (int) (image.getWidth() * (0.1 + 0.87 * across)) + 5, (int) (image.getHeight() * down));
  }
}
