package org.normscape.probe.plane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.normscape.probe.Trial.A;
import static org.normscape.probe.Trial.B;
import static org.normscape.probe.Trial.RATE;
import static org.normscape.probe.Trial.X;
import static org.normscape.probe.Trial.Y;
import static org.normscape.probe.Trial.bowl;

import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.normscape.params.Parameters;
import org.normscape.probe.PlainNetwork;
import org.normscape.probe.ProbedLoss;
import org.normscape.probe.Reading;
import org.normscape.probe.Trial;
import org.normscape.probe.curvature.TopEigenvector;
import org.normscape.probe.direction.Direction;
import org.normscape.probe.direction.FreshGradient;
import org.normscape.probe.direction.Gradient;
import org.normscape.probe.direction.Granularity;
import org.normscape.probe.direction.NormalizedRandom;
import org.normscape.probe.direction.Passes;
import org.normscape.probe.when.AtEnd;
import org.normscape.random.RandomStream;

class PlaneTest {

  private static final Offset<Double> TIGHT = within(1e-12);

  private static Plane plane(
      Direction first, Direction second, int places, Passes passes, ProbedLoss loss) {
    return new Plane(new AtEnd(), first, second, 2, places, passes, loss);
  }

  @Test
  void aBowlHasItsClosedFormAtEveryPlace() {
    try (Trial trial = Trial.ofBowl()) {
      Surface found =
          (Surface)
              trial.measure(
                  plane(
                      new Gradient(),
                      new FreshGradient(),
                      5,
                      Passes.FORWARD_AND_BACKWARD,
                      new ProbedLoss()));
      assertThat(found.places()).hasSize(25);
      for (Surface.Place place : found.places()) {
        double x = X - RATE * (place.alpha() * A + place.beta() * 1) * X;
        double y = Y - RATE * (place.alpha() * B + place.beta() * 2) * Y;
        assertThat(place.found().loss()).isCloseTo(bowl(x, y), TIGHT);
        assertThat(place.found().gradientNorm()).isCloseTo(Math.hypot(A * x, B * y), TIGHT);
      }
      Surface.Place centre = found.places().get(12);
      assertThat(centre.alpha()).isZero();
      assertThat(centre.beta()).isZero();
      assertThat(centre.found().loss()).isEqualTo(bowl(X, Y));
    }
  }

  @Test
  void readsRowByRow() {
    try (Trial trial = Trial.ofBowl()) {
      Plane plane = plane(new Gradient(), new FreshGradient(), 2, Passes.FORWARD, new ProbedLoss());
      List<Reading> readings = trial.measure(plane).readings();
      assertThat(readings)
          .extracting(Reading::at)
          .containsExactly(
              Map.of("alpha", -2.0, "beta", -2.0),
              Map.of("alpha", -2.0, "beta", 2.0),
              Map.of("alpha", 2.0, "beta", -2.0),
              Map.of("alpha", 2.0, "beta", 2.0));
      assertThat(readings).extracting(Reading::metric).containsOnly("plane_loss");
    }
  }

  @Test
  void filterNormalizedWeightsOfANetworkMoveAndBiasesDoNot() {
    Parameters<double[]> point = PlainNetwork.point(4);
    Parameters<double[]> d = filterNormalized(point, 1);
    Parameters<double[]> e = filterNormalized(point, 2);
    try (Trial network = PlainNetwork.trial(4)) {
      Surface found =
          (Surface)
              network.measure(
                  plane(
                      new NormalizedRandom(Granularity.FILTER, 1),
                      new NormalizedRandom(Granularity.FILTER, 2),
                      3,
                      Passes.FORWARD,
                      ProbedLoss.ofWeights()));
      for (Surface.Place place : found.places()) {
        Parameters<double[]> there =
            PlainNetwork.along(PlainNetwork.along(point, place.alpha(), d), place.beta(), e);
        assertThat(place.found().loss()).isCloseTo(PlainNetwork.loss(there), TIGHT);
        assertThat(place.found().accuracy()).isEqualTo(PlainNetwork.accuracy(there));
      }
      assertThat(found.readings())
          .extracting(Reading::metric)
          .containsOnly("plane_loss", "plane_accuracy")
          .hasSize(18);
    }
  }

  /** What Li et al. do: columns are filters, biases stay. */
  private static Parameters<double[]> filterNormalized(Parameters<double[]> point, long seed) {
    Parameters<double[]> direction = point.map(values -> new double[values.length]);
    for (String layer : List.of("dense1", "dense2")) {
      double[] w = point.get(layer + ".weight");
      double[] drawn = RandomStream.of(seed, "direction/" + layer + ".weight").normal(w.length, 1);
      int units = point.get(layer + ".bias").length;
      for (int unit = 0; unit < units; unit++) {
        double ratio = column(w, unit, units) / column(drawn, unit, units);
        for (int i = unit; i < w.length; i += units) {
          direction.get(layer + ".weight")[i] = drawn[i] * ratio;
        }
      }
    }
    return direction;
  }

  private static double column(double[] matrix, int column, int columns) {
    double sum = 0;
    for (int i = column; i < matrix.length; i += columns) {
      sum += matrix[i] * matrix[i];
    }
    return Math.sqrt(sum);
  }

  @Test
  void theAxesMayBeEigenvectors() {
    try (Trial trial = Trial.ofBowl()) {
      Surface found =
          (Surface)
              trial.measure(
                  plane(
                      new TopEigenvector(1, 60, 1e-8),
                      new TopEigenvector(2, 60, 1e-8),
                      3,
                      Passes.FORWARD,
                      new ProbedLoss()));
      for (Surface.Place place : found.places()) {
        assertThat(place.found().loss())
            .isCloseTo(bowl(X + place.alpha(), Y + place.beta()), within(1e-6));
      }
    }
  }

  @Test
  void aPlaneNeedsTwoDirections() {
    assertThatThrownBy(
            () -> plane(new Gradient(), new Gradient(), 3, Passes.FORWARD, new ProbedLoss()))
        .hasMessageContaining("second must be another direction than the first")
        .hasMessageEndingWith("To fix: give it another kind or another seed.");
  }
}
