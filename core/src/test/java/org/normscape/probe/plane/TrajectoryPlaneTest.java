package org.normscape.probe.plane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.normscape.probe.Formula.at;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.normscape.params.Parameters;
import org.normscape.probe.Formula;
import org.normscape.probe.Journey;
import org.normscape.probe.ProbedLoss;
import org.normscape.probe.Reading;
import org.normscape.probe.direction.Passes;
import org.normscape.probe.when.AtEnd;
import org.normscape.probe.when.AtSteps;
import org.normscape.probe.when.Every;
import org.normscape.random.RandomStream;

/** Planes through points that are known, held against closed forms and another way to them. */
class TrajectoryPlaneTest {

  private static final Offset<Double> TIGHT = within(1e-9);
  private static final int SIZE = 5;

  private static TrajectoryPlane probe(List<Integer> steps, PlaneBasis basis) {
    return new TrajectoryPlane(
        new AtEnd(),
        new AtSteps(steps),
        basis,
        0.5,
        5,
        Passes.FORWARD_AND_BACKWARD,
        new ProbedLoss());
  }

  private static Trajectory measured(List<double[]> points, PlaneBasis basis) {
    List<Integer> steps = IntStream.range(0, points.size() - 1).boxed().toList();
    try (Journey journey =
        new Journey(probe(steps, basis), Formula.bowl(SIZE), Parameters.none())) {
      journey.check();
      for (int i = 0; i < points.size() - 1; i++) {
        journey.visit(i, at(points.get(i)));
      }
      Trajectory found = (Trajectory) journey.measure(100, at(points.get(points.size() - 1)));
      journey.resume();
      Trajectory again = (Trajectory) journey.measure(100, at(points.get(points.size() - 1)));
      assertThat(again.readings()).isEqualTo(found.readings());
      return found;
    }
  }

  private static double bowl(double[] x) {
    return 0.5 * IntStream.range(0, SIZE).mapToDouble(i -> (i + 1) * x[i] * x[i]).sum();
  }

  /** A whole ellipse with half axes 3 and 1, about a centre, along two diagonals. */
  private static List<double[]> ellipse(int count, double wobble) {
    List<double[]> points = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double a = 3 * Math.cos(2 * Math.PI * i / count) / Math.sqrt(2);
      double b = Math.sin(2 * Math.PI * i / count) / Math.sqrt(2);
      points.add(new double[] {1 + a, 2 + a, -1 + b, 0.5 - b, 4 + (i % 2 == 0 ? wobble : -wobble)});
    }
    return points;
  }

  @Test
  void theComponentsOfAnEllipseAreItsAxes() {
    List<double[]> points = ellipse(8, 0);
    Trajectory found = measured(points, PlaneBasis.PRINCIPAL_COMPONENTS);
    assertThat(found.first().share()).isCloseTo(0.9, TIGHT);
    assertThat(found.second().share()).isCloseTo(0.1, TIGHT);
    assertThat(found.first().extent()).isCloseTo(6, TIGHT);
    assertThat(found.second().extent()).isCloseTo(2, TIGHT);
    for (int i = 0; i < points.size(); i++) {
      Trajectory.Visited visited = found.visited().get(i);
      // The first point, which lies at one end of the long axis, has the lowest coordinate.
      assertThat(visited.x()).isCloseTo(0.5 - 0.5 * Math.cos(2 * Math.PI * i / 8), TIGHT);
      assertThat(visited.offPlane()).isCloseTo(0, within(1e-6));
      assertThat(visited.there().loss()).isCloseTo(bowl(points.get(i)), TIGHT);
      assertThat(visited.projected().loss()).isCloseTo(bowl(points.get(i)), TIGHT);
    }
    for (Surface.Place place : found.places()) {
      assertThat(place.found().loss()).isCloseTo(bowl(onEllipse(place, found)), TIGHT);
    }
  }

  /** The place of the plane, about the centre of the ellipse. */
  private static double[] onEllipse(Surface.Place place, Trajectory found) {
    double turn = Math.signum(found.visited().get(2).y() - 0.5);
    double a = -6 * (place.alpha() - 0.5) / Math.sqrt(2);
    double b = turn * 2 * (place.beta() - 0.5) / Math.sqrt(2);
    return new double[] {1 + a, 2 + a, -1 + b, 0.5 - b, 4};
  }

  @Test
  void whatIsOffThePlaneIsSaidAndTheLossThereIsAnother() {
    Trajectory found = measured(ellipse(8, 0.5), PlaneBasis.PRINCIPAL_COMPONENTS);
    // Variances 9/2, 1/2 and 1/4.
    assertThat(found.first().share()).isCloseTo(4.5 / 5.25, TIGHT);
    assertThat(found.second().share()).isCloseTo(0.5 / 5.25, TIGHT);
    // The plane goes through the last point, from which the others alternate.
    assertThat(found.visited().get(7).offPlane()).isCloseTo(0, within(1e-6));
    assertThat(found.visited().get(6).offPlane()).isCloseTo(1, TIGHT);
    assertThat(found.visited().get(5).offPlane()).isCloseTo(0, within(1e-6));
    Trajectory.Visited off = found.visited().get(6);
    double[] itself = ellipse(8, 0.5).get(6);
    assertThat(off.there().loss()).isCloseTo(bowl(itself), TIGHT);
    itself[4] = 3.5;
    assertThat(off.projected().loss()).isCloseTo(bowl(itself), TIGHT);
  }

  /** Eigenvalues of the covariance of the elements, by Jacobi's rotations. */
  @Test
  void sharesAreThoseOfTheCovarianceOfTheElements() {
    List<double[]> points = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      points.add(RandomStream.of(i, "trajectory").normal(SIZE, 1));
    }
    Trajectory found = measured(points, PlaneBasis.PRINCIPAL_COMPONENTS);
    double[] variances = rotated(covariance(points));
    double all = IntStream.range(0, SIZE).mapToDouble(i -> variances[i]).sum();
    assertThat(found.first().share()).isCloseTo(variances[SIZE - 1] / all, TIGHT);
    assertThat(found.second().share()).isCloseTo(variances[SIZE - 2] / all, TIGHT);
  }

  private static double[][] covariance(List<double[]> points) {
    double[][] sums = new double[SIZE][SIZE];
    double[] mean = new double[SIZE];
    for (double[] point : points) {
      for (int i = 0; i < SIZE; i++) {
        mean[i] += point[i] / points.size();
      }
    }
    for (double[] point : points) {
      for (int i = 0; i < SIZE; i++) {
        for (int j = 0; j < SIZE; j++) {
          sums[i][j] += (point[i] - mean[i]) * (point[j] - mean[j]);
        }
      }
    }
    return sums;
  }

  private static double[] rotated(double[][] a) {
    for (int sweep = 0; sweep < 50; sweep++) {
      for (int p = 0; p < SIZE; p++) {
        for (int q = p + 1; q < SIZE; q++) {
          rotate(a, p, q, 0.5 * Math.atan2(2 * a[p][q], a[q][q] - a[p][p]));
        }
      }
    }
    return IntStream.range(0, SIZE).mapToDouble(i -> a[i][i]).sorted().toArray();
  }

  private static void rotate(double[][] a, int p, int q, double angle) {
    double c = Math.cos(angle);
    double s = Math.sin(angle);
    for (int k = 0; k < SIZE; k++) {
      double one = a[k][p];
      double other = a[k][q];
      a[k][p] = c * one - s * other;
      a[k][q] = s * one + c * other;
    }
    for (int k = 0; k < SIZE; k++) {
      double one = a[p][k];
      double other = a[q][k];
      a[p][k] = c * one - s * other;
      a[q][k] = s * one + c * other;
    }
  }

  @Test
  void aPlaneThroughThreePointsHasThemWhereGramAndSchmidtPutThem() {
    double[] start = {0, 0, 0, 0, 1};
    double[] between = {1, 2, 0, 0, 1};
    double[] end = {4, 0, 0, 0, 1};
    Trajectory found = measured(List.of(start, between, end), PlaneBasis.THREE_POINTS);
    assertThat(found.first().extent()).isCloseTo(4, TIGHT);
    assertThat(found.second().extent()).isCloseTo(2, TIGHT);
    assertThat(found.first().share() + found.second().share()).isCloseTo(1, TIGHT);
    assertThat(found.visited()).extracting(Trajectory.Visited::step).containsExactly(0, 1, 100);
    assertThat(found.visited().get(0).x()).isCloseTo(0, TIGHT);
    assertThat(found.visited().get(1).x()).isCloseTo(0.25, TIGHT);
    assertThat(found.visited().get(2).x()).isCloseTo(1, TIGHT);
    assertThat(found.visited())
        .allSatisfy(
            point -> {
              assertThat(point.offPlane()).isCloseTo(0, within(1e-7));
              assertThat(point.projected().loss()).isCloseTo(point.there().loss(), TIGHT);
            });
    for (Surface.Place place : found.places()) {
      double[] there = {4 * place.alpha(), 2 * place.beta(), 0, 0, 1};
      assertThat(place.found().loss()).isCloseTo(bowl(there), TIGHT);
      assertThat(place.found().gradientNorm())
          .isCloseTo(
              Math.sqrt(there[0] * there[0] + 4 * there[1] * there[1] + 25 * there[4] * there[4]),
              TIGHT);
    }
  }

  @Test
  void pointsOnALineLeaveTheSecondAxisWithoutVariance() {
    Trajectory found =
        measured(
            List.of(new double[SIZE], new double[] {1, 1, 0, 0, 0}, new double[] {3, 3, 0, 0, 0}),
            PlaneBasis.PRINCIPAL_COMPONENTS);
    assertThat(found.first().share()).isCloseTo(1, TIGHT);
    assertThat(found.second().share()).isZero();
    assertThat(found.second().extent()).isZero();
    assertThat(found.readings())
        .extracting(Reading::value)
        .allSatisfy(value -> assertThat(value).isFinite());
  }

  @Test
  void whatSpansNoPlaneIsRefusedBeforeTheRun() {
    assertRefused(
        probe(List.of(0), PlaneBasis.PRINCIPAL_COMPONENTS),
        "points must name at least two steps before the one that is measured, for three points span a plane, but it is 1 at step 100.");
    assertRefused(
        probe(List.of(0, 1, 2), PlaneBasis.THREE_POINTS),
        "points must name two steps before the one that is measured, for a plane through three points, but it is 3 at step 100.");
    TrajectoryPlane many =
        new TrajectoryPlane(
            new AtEnd(),
            new Every(),
            PlaneBasis.PRINCIPAL_COMPONENTS,
            0,
            2,
            Passes.FORWARD,
            new ProbedLoss());
    try (Journey journey = new Journey(many, Formula.bowl(1), Parameters.none())) {
      journey.check();
      assertThatThrownBy(() -> journey.measure(100, at(1))).hasMessageContaining("but 0 were kept");
    }
  }

  private static void assertRefused(TrajectoryPlane probe, String sentence) {
    assertThatThrownBy(() -> new Journey(probe, Formula.bowl(1), Parameters.none()).close())
        .hasMessageContaining(sentence);
  }
}
