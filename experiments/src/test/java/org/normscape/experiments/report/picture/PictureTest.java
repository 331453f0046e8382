package org.normscape.experiments.report.picture;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.normscape.experiments.report.drawing.Axis;
import org.normscape.experiments.report.drawing.Drawing;
import org.normscape.experiments.report.drawing.Drawing.Swatch;
import org.normscape.experiments.report.drawing.Ink;
import org.normscape.experiments.report.drawing.Panel;
import org.normscape.experiments.report.drawing.Panel.Area;
import org.normscape.experiments.report.drawing.Panel.Curve;
import org.normscape.experiments.report.drawing.Panel.Point;
import org.normscape.experiments.report.drawing.Panel.Span;
import org.normscape.experiments.report.drawing.Scale;
import org.normscape.experiments.report.drawing.Style;
import org.normscape.experiments.report.figure.Figure;
import org.normscape.experiments.report.figure.plot.EveryPlot;

final class PictureTest {

  private static final Ink RED = new Ink("#FF0000", "#FF0000");
  private static final Ink BLUE = new Ink("#0000FF", "#0000FF");

  static List<Figure> figures() {
    return EveryPlot.figures();
  }

  @ParameterizedTest
  @MethodSource("figures")
  void every_plot_is_drawn_and_the_same_again_in_any_language(Figure figure) throws IOException {
    Drawing drawing = figure.draw(EveryPlot.METRICS).orElseThrow();
    byte[] svg = Picture.svg(drawing);
    byte[] png = Picture.png(drawing);
    assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isGreaterThan(900);
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(Picture.svg(figure.draw(EveryPlot.METRICS).orElseThrow())).isEqualTo(svg);
      assertThat(Picture.png(figure.draw(EveryPlot.METRICS).orElseThrow())).isEqualTo(png);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void long_names_neither_overlap_nor_leave_the_picture() throws IOException {
    String name = "tensorflow/2026-11-22-090507-landscape-24e1dc7c/batch-norm-".repeat(3);
    Drawing one = named("a", "b", "c", "d");
    Drawing other = named(name + 1, name + 2, name + 3, name + 4);
    var small = ImageIO.read(new ByteArrayInputStream(Picture.png(one)));
    var large = ImageIO.read(new ByteArrayInputStream(Picture.png(other)));
    assertThat(large.getWidth()).isEqualTo(small.getWidth());
    assertThat(large.getHeight()).as("a row each").isEqualTo(small.getHeight() + 2 * 3 * 24);
    for (int y = 0; y < large.getHeight(); y++) {
      assertThat(large.getRGB(large.getWidth() - 8, y)).isEqualTo(0xFFFFFFFF);
    }
  }

  /** Of forty names along an axis only as many are written as have their room. */
  @Test
  void names_along_an_axis_stand_apart() throws IOException {
    List<String> names = IntStream.rangeClosed(1, 40).mapToObj(i -> "conv" + i).toList();
    Axis axis = Axis.of("", Scale.LINEAR);
    Curve curve = new Curve("red", Style.plain(RED), List.of(new Point(0, 1), new Point(39, 1)));
    Panel panel = new Panel("", Axis.named("", names), axis, List.of(), List.of(), List.of(curve));
    var png =
        ImageIO.read(
            new ByteArrayInputStream(
                Picture.png(new Drawing("f", "", "", List.of(), List.of(panel), List.of()))));
    int bottom = png.getHeight();
    List<Boolean> written =
        IntStream.range(0, png.getWidth())
            .mapToObj(x -> hasInk(png, x, bottom - 116, bottom - 84))
            .toList();
    String columns = written.stream().map(ink -> ink ? "#" : " ").collect(joining());
    List<String> words = Arrays.stream(columns.strip().split(" {8,}", -1)).toList();
    assertThat(words).hasSizeBetween(5, 8);
  }

  private static boolean hasInk(BufferedImage picture, int x, int top, int bottom) {
    return IntStream.range(top, bottom).anyMatch(y -> picture.getRGB(x, y) != 0xFFFFFFFF);
  }

  private static Drawing named(String... names) {
    Axis axis = Axis.of("x", Scale.LINEAR);
    Area area = new Area("red", RED, 0.5, List.of(new Span(0, 1, 3), new Span(1, 1, 3)));
    Panel panel = new Panel(names[0], axis, axis, List.of(), List.of(area), List.of());
    List<Swatch> legend =
        List.of(names).stream().map(name -> new Swatch(name, Style.plain(RED))).toList();
    return new Drawing("f", "Title", "", legend, List.of(panel), List.of());
  }

  @Test
  void where_bands_overlap_both_shine_through() throws IOException {
    Drawing figure = bands(new Span(0, 1, 3), new Span(1, 1, 3));
    int middle = pixel(figure, 0.5, 0.55);
    assertThat(middle >> 16 & 0xFF).as("red").isBetween(60, 250);
    assertThat(middle & 0xFF).as("blue").isBetween(60, 250);
    assertThat(new String(Picture.svg(figure), StandardCharsets.UTF_8))
        .contains("fill:rgb(255,0,0);fill-opacity:0.5");
  }

  /** So that dashes go on from segment to segment, and a file is no longer than it needs to be. */
  @Test
  void a_curve_is_one_path_with_a_gap_where_nothing_is() throws IOException {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i <= 100; i++) {
      points.add(new Point(i, i == 50 ? Double.NaN : i));
    }
    Axis axis = Axis.of("x", Scale.LINEAR);
    Curve curve = new Curve("red", Style.plain(RED), points);
    Panel panel = new Panel("panel", axis, axis, List.of(), List.of(), List.of(curve));
    Drawing figure = new Drawing("f", "Title", "", List.of(), List.of(panel), List.of());
    String svg = new String(Picture.svg(figure), StandardCharsets.UTF_8);
    List<String> red = svg.lines().filter(line -> line.contains("stroke:rgb(255,0,0)")).toList();
    assertThat(red).hasSize(1);
    assertThat(red.get(0))
        .startsWith("  ")
        .contains("<path d=\"M")
        .doesNotContainPattern("\\.\\d{3}");
    assertThat(red.get(0).split("M", -1)).hasSize(3);
    assertThat(red.get(0).split("L", -1)).hasSize(1 + 98);
  }

  @Test
  void a_value_that_is_not_finite_is_a_gap() throws IOException {
    Drawing figure =
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
  private static Drawing bands(Span... spans) {
    Axis axis = Axis.of("x", Scale.LINEAR);
    Area red = new Area("red", RED, 0.5, List.of(spans));
    Area blue = new Area("blue", BLUE, 0.5, List.of(spans));
    Panel panel = new Panel("panel", axis, axis, List.of(), List.of(red, blue), List.of());
    Swatch swatch = new Swatch("red", Style.plain(RED));
    return new Drawing("f", "Title", "", List.of(swatch), List.of(panel), List.of());
  }

  private static int pixel(Drawing figure, double across, double down) throws IOException {
    var image = ImageIO.read(new ByteArrayInputStream(Picture.png(figure)));
    // A place between grid lines in the one panel.
    return image.getRGB(
        (int) (image.getWidth() * (0.19 + 0.74 * across)) + 5, (int) (image.getHeight() * down));
  }
}
