package org.normscape.probe.line;

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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.normscape.nn.Role;
import org.normscape.nn.Statistics;
import org.normscape.objective.FrozenInputs;
import org.normscape.objective.Objective;
import org.normscape.objective.Penalty;
import org.normscape.optim.Descent;
import org.normscape.optim.Sgd;
import org.normscape.params.Parameters;
import org.normscape.probe.Noisy;
import org.normscape.probe.PlainNetwork;
import org.normscape.probe.ProbedBatch;
import org.normscape.probe.ProbedLoss;
import org.normscape.probe.Reading;
import org.normscape.probe.Trial;
import org.normscape.probe.direction.Direction;
import org.normscape.probe.direction.FreshGradient;
import org.normscape.probe.direction.Gradient;
import org.normscape.probe.direction.LossAround;
import org.normscape.probe.direction.NormalizedRandom;
import org.normscape.probe.direction.Passes;
import org.normscape.probe.direction.Random;
import org.normscape.probe.direction.StepScale;
import org.normscape.probe.direction.Update;
import org.normscape.probe.grid.Listed;
import org.normscape.probe.landscape.GradientLine;
import org.normscape.probe.landscape.Landscape;
import org.normscape.probe.landscape.LinePoint;
import org.normscape.probe.when.AtStart;
import org.normscape.random.RandomStream;

class LineTest {

  private static final Offset<Double> TIGHT = within(1e-12);
  private static final List<Double> PLACES = List.of(0.5, 1.0, 2.0, 4.0);

  private final Trial trial = Trial.ofBowl(0.9, 5, 7);

  @AfterEach
  void close() {
    trial.close();
  }

  private static Line line(Direction direction, StepScale scale, ProbedLoss loss) {
    return new Line(
        new AtStart(), direction, scale, new Listed(), Passes.FORWARD_AND_BACKWARD, loss);
  }

  private LineProfile measure(Direction direction, StepScale scale) {
    return (LineProfile) trial.measure(line(direction, scale, new ProbedLoss()));
  }

  private static void assertBowl(LineProfile found, double dx, double dy) {
    assertThat(found.loss()).isEqualTo(bowl(X, Y));
    assertThat(found.places()).extracting(LineProfile.Place::length).isEqualTo(PLACES);
    for (LineProfile.Place place : found.places()) {
      double x = X + place.length() * dx;
      double y = Y + place.length() * dy;
      assertThat(place.found().loss()).isCloseTo(bowl(x, y), TIGHT);
      assertThat(place.found().gradientNorm()).isCloseTo(Math.hypot(A * x, B * y), TIGHT);
    }
  }

  @Test
  void downTheGradientItIsTheLandscapeToTheBit() {
    GradientLine landscape = (GradientLine) trial.measure(new Landscape());
    LineProfile line = measure(new Gradient(), StepScale.DIRECTION);
    assertThat(line.places())
        .extracting(LineProfile.Place::found)
        .extracting(LossAround.Place::loss)
        .isEqualTo(landscape.points().stream().map(LinePoint::loss).toList());
    assertThat(line.places())
        .extracting(place -> place.found().gradientNorm())
        .isEqualTo(landscape.points().stream().map(LinePoint::gradientNorm).toList());
    assertThat(line.loss()).isEqualTo(landscape.loss());
    assertThat(line.lowestLoss()).isEqualTo(landscape.lossBand().low());
    assertThat(line.highestLoss()).isEqualTo(landscape.lossBand().high());
  }

  @Test
  void alongTheUpdateMomentumCounts() {
    double vx = 0.9 * 5 + A * X;
    double vy = 0.9 * 7 + B * Y;
    assertBowl(measure(new Update(), StepScale.DIRECTION), -RATE * vx, -RATE * vy);
    double length = Math.hypot(vx, vy);
    assertBowl(measure(new Update(), StepScale.DISTANCE), -vx / length, -vy / length);
    double relative = Math.hypot(X, Y) / length;
    assertBowl(measure(new Update(), StepScale.RELATIVE_DISTANCE), -vx * relative, -vy * relative);
  }

  @Test
  void theGradientOfAnotherBatchIsAnotherDirection() {
    assertBowl(measure(new FreshGradient(), StepScale.DIRECTION), -RATE * 1 * X, -RATE * 2 * Y);
  }

  @Test
  void onAFreshBatchTheLossIsThatOfTheBatchAndTheUpdateThatOfTheStep() {
    LineProfile found =
        (LineProfile) trial.measure(line(new Update(), StepScale.DIRECTION, onFreshBatch()));
    assertThat(found.loss()).isEqualTo(fresh(X, Y));
    for (LineProfile.Place place : found.places()) {
      double x = X - place.length() * RATE * (0.9 * 5 + A * X);
      double y = Y - place.length() * RATE * (0.9 * 7 + B * Y);
      assertThat(place.found().loss()).isCloseTo(fresh(x, y), TIGHT);
      assertThat(place.found().gradientNorm()).isCloseTo(Math.hypot(x, 2 * y), TIGHT);
    }
  }

  /** The loss on the other batch, whose curvatures are 1 and 2. */
  private static double fresh(double x, double y) {
    return 0.5 * (x * x + 2 * y * y);
  }

  private static ProbedLoss onFreshBatch() {
    return new ProbedLoss(
        List.of(Role.WEIGHT, Role.BIAS),
        Penalty.EXCLUDED,
        Statistics.BATCH_FROZEN_RUNNING,
        ProbedBatch.FRESH);
  }

  @Test
  void aBatchIsNoOtherThanTheOneThatIsMeasured() {
    assertThatThrownBy(
            () -> trial.measure(line(new FreshGradient(), StepScale.DIRECTION, onFreshBatch())))
        .hasMessage(
            "Line: direction.batch must be at least 1 where the loss is measured on fresh batch 0, but it is 0. To fix: choose another, or take the direction gradient.");
    LineProfile found =
        (LineProfile)
            trial.measure(line(new FreshGradient(1), StepScale.DIRECTION, onFreshBatch()));
    assertThat(found.loss()).isEqualTo(fresh(X, Y));
  }

  @Test
  void randomDirectionsAreThoseOfTheirSeed() {
    double dx = drawn(4, "x");
    double dy = drawn(4, "y");
    assertBowl(measure(new Random(4), StepScale.DIRECTION), dx, dy);
    double length = Math.hypot(dx, dy);
    assertBowl(measure(new Random(4), StepScale.DISTANCE), dx / length, dy / length);
    // One number is a filter of its own.
    assertBowl(
        measure(new NormalizedRandom(), StepScale.DIRECTION),
        Math.signum(drawn(1, "x")) * Math.abs(X),
        Math.signum(drawn(1, "y")) * Math.abs(Y));
  }

  private static double drawn(long seed, String path) {
    return RandomStream.of(seed, "direction/" + path).normal(1, 1)[0];
  }

  @Test
  void onlyTheNamedParametersMoveAndCount() {
    ProbedLoss ofX =
        new ProbedLoss(
            List.of(Role.WEIGHT), Penalty.EXCLUDED, Statistics.RUNNING, ProbedBatch.STEP);
    LineProfile found =
        (LineProfile) trial.measure(line(new Gradient(), StepScale.RELATIVE_DISTANCE, ofX));
    LineProfile.Place first = found.places().get(0);
    assertThat(first.found().loss()).isCloseTo(3 * bowl(X - 0.5 * X, Y), TIGHT);
    assertThat(first.found().gradientNorm()).isCloseTo(3 * A * (X - 0.5 * X), TIGHT);
  }

  @Test
  void noiseAndFrozenValuesStayAsTheyAre() {
    double noise = 0.75;
    double g = Noisy.X + noise + Noisy.X;
    double x = Noisy.X - RATE * g;
    assertThat(noisy(new Noisy(), Parameters.none(), Statistics.BATCH))
        .isCloseTo(0.5 * (x + noise) * (x + noise) + x * x, TIGHT);
    assertThat(
            noisy(
                new FrozenInputs(new Noisy()),
                Parameters.of("frozen.c", new double[] {Noisy.X}),
                Statistics.BATCH))
        .isCloseTo(0.5 * (x + noise) * (x + noise) + Noisy.X * x, TIGHT);
    double still = Noisy.X - RATE * 2 * Noisy.X;
    assertThat(noisy(new Noisy(), Parameters.none(), Statistics.RUNNING))
        .isCloseTo(1.5 * still * still, TIGHT);
  }

  private static double noisy(
      Objective objective, Parameters<double[]> frozen, Statistics statistics) {
    Parameters<double[]> batch = frozen.and("noise.n", new double[] {0.75});
    Descent descent = new Descent(new Sgd(), RATE);
    Parameters<double[]> point = Parameters.of("x", new double[] {Noisy.X});
    try (Trial noisy = new Trial(objective, descent, point, Parameters.none(), batch, batch)) {
      ProbedLoss loss =
          new ProbedLoss(List.of(Role.WEIGHT), Penalty.EXCLUDED, statistics, ProbedBatch.STEP);
      LineProfile found =
          (LineProfile) noisy.measure(line(new Gradient(), StepScale.DIRECTION, loss));
      return found.places().get(1).found().loss();
    }
  }

  @Test
  void aNetworkIsThatOfPlainJava() {
    Parameters<double[]> point = PlainNetwork.point(5);
    Parameters<double[]> d = point.map(values -> values.clone()).where((path, values) -> true);
    for (String path : d.paths()) {
      double[] drawn = RandomStream.of(2, "direction/" + path).normal(d.get(path).length, 1);
      System.arraycopy(drawn, 0, d.get(path), 0, drawn.length);
    }
    double unit = PlainNetwork.norm(point) / PlainNetwork.norm(d);
    try (Trial network = PlainNetwork.trial(5)) {
      LineProfile found =
          (LineProfile)
              network.measure(line(new Random(2), StepScale.RELATIVE_DISTANCE, new ProbedLoss()));
      for (LineProfile.Place place : found.places()) {
        Parameters<double[]> there = PlainNetwork.along(point, place.length() * unit, d);
        assertThat(place.found().loss()).isCloseTo(PlainNetwork.loss(there), TIGHT);
        assertThat(place.found().accuracy()).isEqualTo(PlainNetwork.accuracy(there));
        assertThat(place.found().gradientNorm())
            .isCloseTo(PlainNetwork.norm(PlainNetwork.gradient(there)), within(1e-8));
      }
      assertThat(found.readings())
          .extracting(Reading::metric)
          .startsWith(
              "random_line_loss_here",
              "random_line_loss_low",
              "random_line_loss_high",
              "random_line_loss",
              "random_line_gradient_norm",
              "random_line_accuracy")
          .hasSize(3 + 3 * 4);
      assertThat(found.readings().get(3).at()).isEqualTo(Map.of("relative_distance", 0.5));
      assertThat(found.line().quantities())
          .containsAll(found.readings().stream().map(Reading::quantity).toList());
    }
  }

  @Test
  void withoutABackwardPassThereIsNoGradient() {
    Line forward =
        new Line(
            new AtStart(),
            new Update(),
            StepScale.DIRECTION,
            new Listed(),
            Passes.FORWARD,
            new ProbedLoss());
    assertThat(trial.measure(forward).readings())
        .extracting(Reading::metric)
        .doesNotContain("update_line_gradient_norm")
        .hasSize(3 + 4);
  }

  @Test
  void aRoleThatTheNetworkDoesNotHaveIsRefused() {
    ProbedLoss scales =
        new ProbedLoss(List.of(Role.SCALE), Penalty.EXCLUDED, Statistics.BATCH, ProbedBatch.STEP);
    assertThatThrownBy(() -> trial.measure(line(new Update(), StepScale.DIRECTION, scales)))
        .hasMessage(
            "ProbedLoss: parameters must name a role that the network has, one of weight, bias, but it is scale. To fix: choose among these.");
  }
}
