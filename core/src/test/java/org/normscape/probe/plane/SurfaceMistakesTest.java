package org.normscape.probe.plane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.normscape.probe.Trial.A;
import static org.normscape.probe.Trial.B;
import static org.normscape.probe.Trial.RATE;
import static org.normscape.probe.Trial.X;
import static org.normscape.probe.Trial.Y;
import static org.normscape.probe.Trial.bowl;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.Numerics;
import org.normscape.ir.DType;
import org.normscape.nn.Role;
import org.normscape.nn.Statistics;
import org.normscape.norm.BatchNorm;
import org.normscape.objective.Objective;
import org.normscape.objective.Penalty;
import org.normscape.objective.Point;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;
import org.normscape.probe.PlainNetwork;
import org.normscape.probe.ProbeSession;
import org.normscape.probe.ProbedBatch;
import org.normscape.probe.ProbedLoss;
import org.normscape.probe.Site;
import org.normscape.probe.Trial;
import org.normscape.probe.direction.Direction;
import org.normscape.probe.direction.FreshGradient;
import org.normscape.probe.direction.Gradient;
import org.normscape.probe.direction.Granularity;
import org.normscape.probe.direction.NormalizedRandom;
import org.normscape.probe.direction.Passes;
import org.normscape.probe.when.AtEnd;
import org.normscape.random.RandomStream;
import org.normscape.reference.ReferenceBackend;

/**
 * Known mistakes of other tools that draw loss surfaces, which ours do not make: each test has the
 * value that the mistake gives beside the right one. That the loss on a plane of principal
 * components is not that of the points of the trajectory is said by {@link TrajectoryPlaneTest}.
 */
class SurfaceMistakesTest {

  private static final Direction FIRST = new NormalizedRandom(Granularity.FILTER, 1);
  private static final Direction SECOND = new NormalizedRandom(Granularity.FILTER, 2);

  private static Plane plane(
      Direction first, Direction second, double radius, int places, ProbedLoss loss) {
    return new Plane(new AtEnd(), first, second, radius, places, Passes.FORWARD, loss);
  }

  private static double loss(Surface surface, double alpha, double beta) {
    return surface.places().stream()
        .filter(place -> place.alpha() == alpha && place.beta() == beta)
        .mapToDouble(place -> place.found().loss())
        .sum();
  }

  /** The bias of a layer, drawn anew with the norm that it has. */
  private static double[] drawn(String path, double[] bias, long seed) {
    double[] normal = RandomStream.of(seed, "direction/" + path).normal(bias.length, 1);
    double ratio = norm(bias) / norm(normal);
    return Arrays.stream(normal).map(value -> ratio * value).toArray();
  }

  private static double norm(double[] values) {
    return Math.sqrt(Arrays.stream(values).map(value -> value * value).sum());
  }

  /**
   * Li et al.'s code takes the biases themselves as the direction of biases that are not left out
   * ({@code d.copy_(w)}): both axes are the same there, and the loss at (1, −1) is that of the
   * centre. Ours draws a direction for each axis and gives it the norm of the bias.
   */
  @Test
  void biasesOfTheTwoAxesAreTwoDirections() {
    Parameters<double[]> point = PlainNetwork.point(4);
    Parameters<double[]> moved = point;
    for (String path : List.of("dense1.bias", "dense2.bias")) {
      double[] bias = point.get(path).clone();
      double[] first = drawn(path, bias, 1);
      double[] second = drawn(path, bias, 2);
      for (int i = 0; i < bias.length; i++) {
        bias[i] += first[i] - second[i];
      }
      moved = moved.replacedBy(Parameters.of(path, bias));
    }
    ProbedLoss ofBiases =
        new ProbedLoss(
            List.of(Role.BIAS),
            Penalty.EXCLUDED,
            Statistics.BATCH_FROZEN_RUNNING,
            ProbedBatch.STEP);
    try (Trial network = PlainNetwork.trial(4)) {
      Surface found = (Surface) network.measure(plane(FIRST, SECOND, 1, 3, ofBiases));
      double atTheCentre = PlainNetwork.loss(point);
      assertThat(loss(found, 0, 0)).isCloseTo(atTheCentre, within(1e-12));
      assertThat(loss(found, 1, -1))
          .isCloseTo(PlainNetwork.loss(moved), within(1e-12))
          .isNotCloseTo(atTheCentre, within(1e-2));
    }
  }

  private static double centre(Backend backend, Objective objective, Point<Array> point) {
    return loss(measured(backend, objective, point, 1), 0, 0);
  }

  private static Surface measured(
      Backend backend, Objective objective, Point<Array> point, double radius) {
    ProbedLoss running =
        new ProbedLoss(
            new ProbedLoss().parameters(), Penalty.EXCLUDED, Statistics.RUNNING, ProbedBatch.STEP);
    Site site = Site.of(backend, Numerics.PRECISE, objective);
    try (ProbeSession session = new ProbeSession(plane(FIRST, SECOND, radius, 3, running), site);
        Owner owner = new Owner()) {
      Parameters<double[]> batch = PlainNetwork.batch();
      return (Surface)
          session.measure(
              point, owner.own(objective.batch().zip(batch, (type, x) -> backend.array(type, x))));
    }
  }

  /**
   * Li et al.'s code moves running variances with the weights ({@code dir_type = states}): at twice
   * the direction that is the variance itself they are negative, and the loss is NaN, as its issue
   * 25 has it. Ours moves parameters alone.
   */
  @Test
  void runningVariancesDoNotMove() {
    Objective objective = PlainNetwork.objective(new BatchNorm(), DType.FLOAT64);
    try (Backend backend = new ReferenceBackend();
        Owner owner = new Owner()) {
      Point<Array> start = owner.own(objective.initialPoint(backend, 1));
      assertThat(measured(backend, objective, start, 2).places())
          .allSatisfy(place -> assertThat(place.found().loss()).isFinite());
      Parameters<Array> variances = start.state().where((path, array) -> path.endsWith("variance"));
      assertThat(variances.size()).isEqualTo(1);
      Parameters<Array> moved =
          owner.own(
              variances.map(
                  array ->
                      backend.array(
                          array.type(),
                          Arrays.stream(array.toDoubles()).map(v -> v - 2 * v).toArray())));
      Point<Array> there = new Point<>(start.parameters(), start.state().replacedBy(moved));
      assertThat(centre(backend, objective, start)).isFinite();
      assertThat(centre(backend, objective, there)).isNaN();
    }
  }

  /**
   * Landscaper changes what it stores: NaN becomes the mean of the surface, ∞ is clipped, and the
   * largest losses get noise. Ours stores what was measured.
   */
  @Test
  void whatIsNotFiniteIsStoredAsItIs() {
    try (Trial trial = Trial.ofBowl()) {
      Surface found =
          (Surface)
              trial.measure(plane(new Gradient(), new FreshGradient(), 1e200, 3, new ProbedLoss()));
      assertThat(loss(found, 0, 0)).isEqualTo(bowl(X, Y));
      assertThat(loss(found, 1e200, 0)).isEqualTo(Double.POSITIVE_INFINITY);
      assertThat(found.readings()).hasSize(9);
    }
  }

  /**
   * Landscaper moves from place to place by adding steps to the parameters, and what is rounded at
   * each place stays: ten steps of a tenth from one side, the centre is another network. Ours
   * computes each place from where the network is, and the centre is the loss of the step to the
   * bit.
   */
  @Test
  void roundingDoesNotAddUpFromPlaceToPlace() {
    double step = 0.1 * RATE * A * X;
    double x = X - 10 * step;
    for (int i = 0; i < 10; i++) {
      x += step;
    }
    assertThat(bowl(x, Y)).isNotEqualTo(bowl(X, Y)).isCloseTo(bowl(X, Y), within(1e-12));
    try (Trial trial = Trial.ofBowl()) {
      Surface found =
          (Surface)
              trial.measure(plane(new Gradient(), new FreshGradient(), 1, 21, new ProbedLoss()));
      assertThat(loss(found, 0, 0)).isEqualTo(bowl(X, Y));
      assertThat(loss(found, 1, 0))
          .isCloseTo(bowl(X - RATE * A * X, Y - RATE * B * Y), within(1e-12));
    }
  }
}
