package org.normscape.experiments.report.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TicksTest {

  private static List<String> labels(Scale scale, double low, double high) {
    return Ticks.of(Axis.of("", scale), new Range(low, high), 6).stream()
        .map(Axis.Tick::label)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "2.31, 2.42",
    "2.3, 2.31",
    "0.9, 1.1",
    "1.5, 4",
    "0.04, 0.41",
    "3, 20",
    "1e-9, 1e9",
    "5e-5, 6e-5",
    "1e-300, 1e300"
  })
  void a_logarithmic_axis_has_three_labels_or_more_inside(double low, double high) {
    List<Axis.Tick> ticks = Ticks.of(Axis.of("", Scale.LOGARITHMIC), new Range(low, high), 6);
    assertThat(ticks).hasSizeBetween(3, 9).allMatch(t -> t.at() >= low && t.at() <= high);
    assertThat(ticks).extracting(Axis.Tick::label).doesNotHaveDuplicates().doesNotContain("");
  }

  @ParameterizedTest
  @CsvSource({"0, 450", "-0.02, 3.1", "0, 1", "1e-6, 3e-6", "-5, 5", "0, 15000", "99.99, 100.01"})
  void a_linear_axis_has_three_labels_or_more_inside(double low, double high) {
    List<Axis.Tick> ticks = Ticks.of(Axis.of("", Scale.LINEAR), new Range(low, high), 6);
    assertThat(ticks).hasSizeBetween(3, 6).allMatch(t -> t.at() >= low && t.at() <= high);
    assertThat(ticks).extracting(Axis.Tick::label).doesNotHaveDuplicates();
  }

  @Test
  void labels_are_short() {
    assertThat(labels(Scale.LINEAR, 0, 450)).containsExactly("0", "100", "200", "300", "400");
    assertThat(labels(Scale.LOGARITHMIC, 0.2, 7)).containsExactly("0.2", "0.5", "1", "2", "5");
    assertThat(labels(Scale.LOGARITHMIC, 0.0015, 0.6))
        .containsExactly("0.003", "0.01", "0.03", "0.1", "0.3");
    assertThat(labels(Scale.LOGARITHMIC, 1e-7, 1e-4))
        .containsExactly("1e-7", "1e-6", "1e-5", "1e-4");
    assertThat(labels(Scale.LINEAR, 0, 3.2e-6)).containsExactly("0", "1e-6", "2e-6", "3e-6");
  }

  /** Even steps would stand on one another at the upper end. */
  @Test
  void a_narrow_logarithmic_axis_has_two_labels() {
    Axis axis = Axis.of("", Scale.LOGARITHMIC);
    assertThat(Ticks.of(axis, new Range(0.0032, 0.52), 3))
        .extracting(Axis.Tick::label)
        .containsExactly("0.01", "0.1");
  }

  @Test
  void named_places_are_all_there() {
    assertThat(Ticks.of(Axis.named("", List.of("a", "b")), new Range(-0.5, 1.5), 6))
        .containsExactly(new Axis.Tick(0, "a"), new Axis.Tick(1, "b"));
  }
}
