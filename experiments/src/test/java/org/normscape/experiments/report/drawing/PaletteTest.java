package org.normscape.experiments.report.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PaletteTest {

  /** What WCAG 2.1 asks of graphics (success criterion 1.4.11). */
  private static final double CONTRAST = 3;

  private static final String DARK_CARD = "#181D23";

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
  void kinds_are_seen_on_white_and_on_a_dark_page(int kind) {
    isSeen(Palette.kind(kind).ink());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.25, 0.5, 0.75, 1})
  void every_line_of_a_ramp_is_seen_on_white_and_on_a_dark_page(double share) {
    isSeen(Palette.ramp(share));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void neighbouring_kinds_differ_by_more_than_colour(int kind) {
    Style one = Palette.kind(kind - 1);
    Style other = Palette.kind(kind);
    assertThat(other.dash()).isNotEqualTo(one.dash());
    assertThat(other.marker()).isNotEqualTo(one.marker());
  }

  private static void isSeen(Ink ink) {
    assertThat(contrast(ink.light(), "#FFFFFF")).as(ink.light()).isGreaterThan(CONTRAST);
    assertThat(contrast(ink.dark(), DARK_CARD)).as(ink.dark()).isGreaterThan(CONTRAST);
  }

  private static double contrast(String one, String other) {
    double x = luminance(Color.decode(one));
    double y = luminance(Color.decode(other));
    return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
  }

  private static double luminance(Color color) {
    return 0.2126 * linear(color.getRed())
        + 0.7152 * linear(color.getGreen())
        + 0.0722 * linear(color.getBlue());
  }

  private static double linear(int channel) {
    double share = channel / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
