package org.normscape.probe.sharpness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.normscape.probe.PlainNetwork.along;
import static org.normscape.probe.PlainNetwork.gradient;
import static org.normscape.probe.PlainNetwork.loss;
import static org.normscape.probe.PlainNetwork.norm;
import static org.normscape.probe.Trial.A;
import static org.normscape.probe.Trial.B;
import static org.normscape.probe.Trial.RATE;
import static org.normscape.probe.Trial.X;
import static org.normscape.probe.Trial.Y;
import static org.normscape.probe.Trial.bowl;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.normscape.linalg.box.BoxSearch;
import org.normscape.linalg.box.LBfgsB;
import org.normscape.linalg.box.ProjectedSigns;
import org.normscape.nn.Statistics;
import org.normscape.objective.Penalty;
import org.normscape.params.Parameters;
import org.normscape.probe.PlainNetwork;
import org.normscape.probe.ProbedBatch;
import org.normscape.probe.ProbedLoss;
import org.normscape.probe.Reading;
import org.normscape.probe.Trial;
import org.normscape.probe.sharpness.AverageSharpness.Rises;
import org.normscape.probe.sharpness.KeskarSharpness.Box;
import org.normscape.probe.sharpness.LearningRateStress.Endurance;
import org.normscape.probe.sharpness.SamSharpness.Rise;
import org.normscape.probe.when.Every;
import org.normscape.random.RandomStream;

/** On a bowl every sharpness has a closed form; on a network plain Java says what it is. */
class SharpnessTest {

  private static final Offset<Double> TIGHT = within(1e-12);
  private static final ProbedLoss RUNNING =
      new ProbedLoss(
          new ProbedLoss().parameters(), Penalty.EXCLUDED, Statistics.RUNNING, ProbedBatch.STEP);

  private final Trial trial = Trial.ofBowl();

  @AfterEach
  void close() {
    trial.close();
  }

  @Test
  void samGoesADistanceUpTheGradient() {
    double rho = 0.25;
    double norm = Math.hypot(A * X, B * Y);
    double expected = bowl(X + rho * A * X / norm, Y + rho * B * Y / norm) - bowl(X, Y);
    Rise found = (Rise) trial.measure(new SamSharpness(new Every(), rho, new ProbedLoss()));
    assertThat(found.value()).isCloseTo(expected, TIGHT);
    Rise running = (Rise) trial.measure(new SamSharpness(new Every(), rho, RUNNING));
    assertThat(running.value()).isCloseTo(3 * expected, TIGHT);
    assertThat(found.readings()).extracting(Reading::metric).containsExactly("sam_sharpness");
  }

  @Test
  void samOfANetwork() {
    Parameters<double[]> point = PlainNetwork.point(2);
    Parameters<double[]> g = gradient(point);
    try (Trial network = PlainNetwork.trial(2)) {
      Rise found = (Rise) network.measure(new SamSharpness());
      assertThat(found.value())
          .isCloseTo(loss(along(point, 0.05 / norm(g), g)) - loss(point), within(1e-8));
    }
  }

  static List<BoxSearch> searches() {
    return List.of(new ProjectedSigns(), new LBfgsB());
  }

  @ParameterizedTest
  @MethodSource("searches")
  void keskarFindsTheCornerOfTheBox(BoxSearch search) {
    double epsilon = 0.5;
    double corner = bowl(X + epsilon * (Math.abs(X) + 1), Y - epsilon * (Math.abs(Y) + 1));
    Box found =
        (Box)
            trial.measure(new KeskarSharpness(new Every(), epsilon, 10, search, new ProbedLoss()));
    assertThat(found.loss()).isEqualTo(bowl(X, Y));
    assertThat(found.maximum()).isCloseTo(corner, TIGHT);
    assertThat(found.sharpness()).isCloseTo(100 * (corner - bowl(X, Y)) / (1 + bowl(X, Y)), TIGHT);
  }

  @ParameterizedTest
  @MethodSource("searches")
  void keskarFindsAsMuchAsManyRandomPlacesInTheBoxOfANetwork(BoxSearch search) {
    double epsilon = 0.2;
    Parameters<double[]> point = PlainNetwork.point(2);
    RandomStream stream = RandomStream.of(1, "corners");
    double highest = 0;
    for (int i = 0; i < 2000; i++) {
      Parameters<double[]> corner =
          point.map(
              values -> {
                double[] moved = values.clone();
                for (int j = 0; j < moved.length; j++) {
                  moved[j] += (stream.nextInt(2) * 2 - 1) * epsilon * (Math.abs(values[j]) + 1);
                }
                return moved;
              });
      highest = Math.max(highest, loss(corner));
    }
    try (Trial network = PlainNetwork.trial(2)) {
      Box found =
          (Box)
              network.measure(
                  new KeskarSharpness(new Every(), epsilon, 10, search, new ProbedLoss()));
      assertThat(found.maximum()).isGreaterThan(highest);
      assertThat(found.loss()).isCloseTo(loss(point), TIGHT);
    }
  }

  @ParameterizedTest
  @EnumSource(Perturbation.class)
  void theAverageIsThatOfItsDraws(Perturbation perturbation) {
    double deviation = 0.3;
    List<Double> expected = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      double dx = draw(i, "x") * (perturbation == Perturbation.RELATIVE ? X : 1);
      double dy = draw(i, "y") * (perturbation == Perturbation.RELATIVE ? -Y : 1);
      expected.add(bowl(deviation * dx, deviation * dy));
    }
    Rises found = average(perturbation, deviation, 4);
    assertThat(found.rises()).hasSize(4);
    for (int i = 0; i < 4; i++) {
      assertThat(found.rises().get(i)).isCloseTo(expected.get(i), TIGHT);
    }
  }

  private static double draw(int number, String path) {
    return RandomStream.of(5, "perturbation-" + number + "/" + path).normal(1, 1)[0];
  }

  private Rises average(Perturbation perturbation, double deviation, int draws) {
    return (Rises)
        trial.measure(
            new AverageSharpness(new Every(), perturbation, deviation, draws, 5, new ProbedLoss()));
  }

  @Test
  void theAverageIsHalfTheTraceWithinItsError() {
    Rises found = average(Perturbation.ABSOLUTE, 0.3, 400);
    double expected = 0.5 * 0.3 * 0.3 * (A + B);
    assertThat(found.mean()).isCloseTo(expected, within(4 * found.standardError()));
    // The variance of ½ Σ h z² is ½ Σ h².
    assertThat(found.standardError())
        .isCloseTo(0.09 * Math.sqrt((A * A + B * B) / 2 / 400), within(1e-3));
  }

  @Test
  void stressEndsWhereStepsAreTooLong() {
    // On y alone steps below 2/B = 4 shrink; on x those below 2/A = ⅔.
    Endurance found =
        (Endurance)
            trial.measure(new LearningRateStress(new Every(), 1, 2, 20, 10, new ProbedLoss()));
    double x = X;
    double y = Y;
    double rate = RATE;
    int steps = 0;
    while (bowl(x * (1 - rate * A), y * (1 - rate * B)) <= 10 * bowl(X, Y)) {
      x *= 1 - rate * A;
      y *= 1 - rate * B;
      rate *= 2;
      steps++;
    }
    assertThat(steps).isBetween(3, 19);
    assertThat(found.steps()).isEqualTo(steps);
    assertThat(found.survived()).isCloseTo(rate / 2, TIGHT);
  }

  @Test
  void stressSaysWhenNothingOrAllIsSurvived() {
    assertThat(stress(1000, 5)).isEqualTo(new Endurance(0, 0));
    assertThat(stress(1e-6, 5)).isEqualTo(new Endurance(1e-6 * RATE * 16, 5));
  }

  private Endurance stress(double start, int steps) {
    return (Endurance)
        trial.measure(new LearningRateStress(new Every(), start, 2, steps, 10, new ProbedLoss()));
  }

  @Test
  void componentsThatMakeNoSenseAreNamed() {
    assertThatThrownBy(() -> new SamSharpness(new Every(), 0, new ProbedLoss()))
        .hasMessageContaining("radius must be greater than 0, but it is 0");
    assertThatThrownBy(
            () -> new KeskarSharpness(new Every(), 1e-3, 0, new LBfgsB(), new ProbedLoss()))
        .hasMessageContaining("iterations must be at least 1, but it is 0");
    assertThatThrownBy(() -> average(Perturbation.ABSOLUTE, 1, 1))
        .hasMessageContaining("draws must be at least 2, but it is 1");
    assertThatThrownBy(() -> new LearningRateStress(new Every(), 1, 1, 1, 10, new ProbedLoss()))
        .hasMessageContaining("growth must be a finite number greater than 1, but it is 1");
  }

  /** The subspace is the plane, so that corners of its box can be gone through one by one. */
  @ParameterizedTest
  @MethodSource("searches")
  void inASubspaceTheHighestCornerIsFound(BoxSearch search) {
    double epsilon = 0.05;
    SubspaceSharpness probe =
        new SubspaceSharpness(new Every(), epsilon, 2, 20, search, 7, new ProbedLoss());
    double[] p = RandomStream.of(7, "probe/subspace-sharpness/column-0").normal(2, 1);
    double[] q = RandomStream.of(7, "probe/subspace-sharpness/column-1").normal(2, 1);
    double determinant = p[0] * q[1] - p[1] * q[0];
    double first = epsilon * (Math.abs((X * q[1] - Y * q[0]) / determinant) + 1);
    double second = epsilon * (Math.abs((p[0] * Y - p[1] * X) / determinant) + 1);
    double highest = 0;
    for (int i = -1; i <= 1; i += 2) {
      for (int j = -1; j <= 1; j += 2) {
        highest =
            Math.max(
                highest,
                bowl(
                    X + i * first * p[0] + j * second * q[0],
                    Y + i * first * p[1] + j * second * q[1]));
      }
    }
    try (Trial trial = Trial.ofBowl()) {
      SubspaceSharpness.Box found = (SubspaceSharpness.Box) trial.measure(probe);
      assertThat(found.found().highest()).isCloseTo(highest, TIGHT);
      assertThat(found.sharpness())
          .isCloseTo(100 * (highest - bowl(X, Y)) / (1 + bowl(X, Y)), within(1e-9));
    }
  }
}
