package org.normscape.probe.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.normscape.probe.PlainNetwork.along;
import static org.normscape.probe.PlainNetwork.gradient;
import static org.normscape.probe.PlainNetwork.loss;
import static org.normscape.probe.Trial.A;
import static org.normscape.probe.Trial.B;
import static org.normscape.probe.Trial.X;
import static org.normscape.probe.Trial.Y;
import static org.normscape.probe.Trial.bowl;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.normscape.params.Parameters;
import org.normscape.probe.PlainNetwork;
import org.normscape.probe.ProbedLoss;
import org.normscape.probe.Reading;
import org.normscape.probe.Trial;
import org.normscape.probe.grid.Listed;
import org.normscape.probe.line.RelativeLoss.Steps;
import org.normscape.probe.when.AtStart;

class RelativeLossTest {

  private static RelativeLoss over(List<Double> stepLengths) {
    return new RelativeLoss(new AtStart(), new Listed(stepLengths), new ProbedLoss());
  }

  @Test
  void onABowlItIsTheParabola() {
    List<Double> lengths = List.of(0.01, 0.1, 0.5, 0.7, 3.0);
    try (Trial trial = Trial.ofBowl()) {
      Steps found = (Steps) trial.measure(over(lengths));
      for (int i = 0; i < lengths.size(); i++) {
        double expected =
            bowl(X * (1 - lengths.get(i) * A), Y * (1 - lengths.get(i) * B)) / bowl(X, Y);
        Reading reading = found.readings().get(2 + i);
        assertThat(reading.at()).containsEntry("epsilon", lengths.get(i));
        assertThat(reading.value()).isCloseTo(expected, within(1e-12));
      }
      // The parabola along g is back at its start at 2 ‖g‖² / gᵀHg.
      double back = 2 * (A * A * X * X + B * B * Y * Y) / (A * A * A * X * X + B * B * B * Y * Y);
      assertThat(back).isBetween(0.7, 0.8);
      assertThat(found.longestHelpful()).isEqualTo(0.7);
      assertThat(found.lowest()).isEqualTo(found.readings().get(3 + 1).value());
    }
  }

  @Test
  void onANetworkItIsWhatPlainJavaSays() {
    Parameters<double[]> point = PlainNetwork.point(2);
    try (Trial network = PlainNetwork.trial(2)) {
      Steps found = (Steps) network.measure(over(List.of(0.05, 0.4)));
      for (Steps.Place place : found.places()) {
        assertThat(place.loss())
            .isCloseTo(loss(along(point, -place.length(), gradient(point))), within(1e-7));
      }
    }
  }

  @Test
  void nothingHelpsWhereTheShortestStepDoesNot() {
    try (Trial trial = Trial.ofBowl()) {
      Steps found = (Steps) trial.measure(over(List.of(5.0, 6.0)));
      assertThat(found.longestHelpful()).isZero();
      assertThat(found.lowest()).isGreaterThan(1);
    }
  }

  @Test
  void stepLengthsAreGreaterThanZero() {
    assertThatThrownBy(() -> over(List.of(0.0, 1.0)))
        .hasMessageContaining("stepLengths must be ascending numbers greater than 0");
  }
}
