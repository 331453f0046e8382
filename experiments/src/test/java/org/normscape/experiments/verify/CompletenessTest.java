package org.normscape.experiments.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.normscape.experiments.report.metrics.Metrics;
import org.normscape.experiments.report.metrics.Series;
import org.normscape.probe.Agreement;
import org.normscape.probe.Quantities;
import org.normscape.probe.Quantity;

/** What only one of two runs has measured. */
final class CompletenessTest {

  private static final Quantity PLACE = Quantity.of("place", "place", "x", "1", "A place.");
  private static final Quantity HEIGHT =
      Quantity.of("height", "height", "h", "1", "Judged at its places.").along(PLACE);
  private static final Quantity DENSITY =
      Quantity.of("density", "density", "ρ", "1", "On a grid that was measured itself.")
          .along(PLACE)
          .agreeing(Agreement.UNJUDGED);

  private static Series at(Quantity quantity, double place, int... steps) {
    return new Series(
        "none",
        1,
        quantity.name(),
        Map.of(PLACE.name(), place),
        Arrays.stream(steps).mapToObj(step -> new Series.Sample(step, 0.5)).toList());
  }

  private static Metrics metrics(Series... series) {
    return new Metrics(Stream.of(series).toList(), new Quantities(List.of(PLACE, HEIGHT, DENSITY)));
  }

  @Test
  void aJudgedQuantityMustBeThereAtEachPlace() {
    assertThat(Completeness.missing(metrics(at(HEIGHT, 0.1, 0)), metrics(at(HEIGHT, 0.1000001, 0))))
        .get()
        .extracting(Place::what, Place::one, Place::other)
        .containsExactly("height at {place=0.1}", "a number", "nothing");
  }

  /** The grid of a spectral density begins at a measured eigenvalue, which kernels round. */
  @Test
  void aQuantityThatIsNotJudgedMayHaveOtherPlaces() {
    assertThat(
            Completeness.missing(metrics(at(DENSITY, 0.1, 0)), metrics(at(DENSITY, 0.1000001, 0))))
        .isEmpty();
  }

  @Test
  void aQuantityThatIsNotJudgedMustBeThereAtTheSameSteps() {
    assertThat(Completeness.missing(metrics(at(DENSITY, 0.1, 0)), metrics(at(DENSITY, 0.1, 0, 5))))
        .get()
        .extracting(Place::what, Place::step, Place::one, Place::other)
        .containsExactly("density", 5, "nothing", "a number");
  }
}
