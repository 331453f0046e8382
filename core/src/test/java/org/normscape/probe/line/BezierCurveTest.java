package org.normscape.probe.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.normscape.probe.Formula.at;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.normscape.optim.Descent;
import org.normscape.optim.Sgd;
import org.normscape.params.Parameters;
import org.normscape.probe.Formula;
import org.normscape.probe.Journey;
import org.normscape.probe.Reading;
import org.normscape.probe.grid.Linear;
import org.normscape.probe.point.EarlierPoint;
import org.normscape.probe.when.AtEnd;
import org.normscape.random.RandomStream;

/** A curve around a hill, held against plain Java. */
class BezierCurveTest {

  private static final double RATE = 0.2;
  private static final int STEPS = 300;
  private static final double[] START = {-Math.sqrt(0.96), 0.2};
  private static final double[] END = {Math.sqrt(0.96), 0.2};

  private static BezierCurve probe() {
    return new BezierCurve(
        new AtEnd(),
        new EarlierPoint(),
        new Descent(new Sgd(), RATE),
        STEPS,
        new Linear(0, 1, 21),
        PathStatistics.BATCH,
        1);
  }

  private static double ring(double[] x) {
    double off = x[0] * x[0] + x[1] * x[1] - 1;
    return off * off;
  }

  private static double[] curve(double[] middle, double t) {
    double[] x = new double[2];
    for (int i = 0; i < 2; i++) {
      x[i] = (1 - t) * (1 - t) * START[i] + 2 * t * (1 - t) * middle[i] + t * t * END[i];
    }
    return x;
  }

  /** Gradient descent on the loss at places that are drawn as the probe draws them. */
  private static double[] trained() {
    RandomStream random = RandomStream.of(1, "curve/step-100");
    double[] middle = {0, 0.2};
    for (int step = 0; step < STEPS; step++) {
      double t = random.nextUniform();
      double[] x = curve(middle, t);
      double factor = 4 * (x[0] * x[0] + x[1] * x[1] - 1) * 2 * t * (1 - t);
      middle[0] -= RATE * factor * x[0];
      middle[1] -= RATE * factor * x[1];
    }
    return middle;
  }

  @Test
  void itGoesAroundTheHillThatTheSegmentGoesOver() {
    try (Journey journey = new Journey(probe(), Formula.ring(2), Parameters.none())) {
      MeasuredCurve found = (MeasuredCurve) journey.visit(0, at(START)).measure(100, at(END));
      double[] middle = trained();
      for (Path.Place place : found.curve().places()) {
        assertThat(place.loss()).isCloseTo(ring(curve(middle, place.alpha())), within(1e-9));
      }
      // Half of the way along the segment: (0.2² − 1)².
      assertThat(found.segment().barrier()).isCloseTo(0.96 * 0.96, within(1e-12));
      assertThat(found.curve().barrier()).isLessThan(0.05);
      assertThat(found.readings())
          .extracting(Reading::metric)
          .contains("curve_barrier", "curve_segment_barrier", "curve_loss", "curve_segment_loss");
    }
  }

  @Test
  void whatTheNetworkIsStaysAndItIsTheSameAgain() {
    try (Journey journey = new Journey(probe(), Formula.ring(2), Parameters.none())) {
      List<Reading> once = journey.visit(0, at(START)).measure(100, at(END)).readings();
      journey.resume();
      assertThat(journey.measure(100, at(END)).readings()).isEqualTo(once);
    }
  }
}
