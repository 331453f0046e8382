package org.normscape.probe.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.Backends;
import org.normscape.backend.Numerics;
import org.normscape.component.InvalidComponent;
import org.normscape.ir.TensorType;
import org.normscape.nn.Role;
import org.normscape.nn.Statistics;
import org.normscape.objective.Objective;
import org.normscape.objective.Penalty;
import org.normscape.objective.Point;
import org.normscape.objective.Regularized;
import org.normscape.objective.Variants;
import org.normscape.optim.Cosine;
import org.normscape.optim.Descent;
import org.normscape.optim.Sgd;
import org.normscape.optim.WeightDecay;
import org.normscape.params.Parameters;
import org.normscape.probe.Bowl;
import org.normscape.probe.ProbeSession;
import org.normscape.probe.ProbedBatch;
import org.normscape.probe.ProbedLoss;
import org.normscape.probe.Reading;
import org.normscape.probe.Site;
import org.normscape.probe.when.AtEnd;
import org.normscape.probe.when.AtStart;

class LandscapeTest {

  private static final double A = 3;
  private static final double B = 0.5;
  private static final double X = 2;
  private static final double Y = -4;
  private static final double RATE = 0.1;

  private final Backend backend = Backends.open("reference");
  private final TensorType scalar = TensorType.float64();
  private final Point<Array> point =
      new Point<>(
          Parameters.of("x", backend.array(scalar, X)).and("y", backend.array(scalar, Y)),
          Parameters.none());
  private final Parameters<Array> batch =
      Parameters.of("curvature", backend.array(TensorType.float64(2), A, B));

  @AfterEach
  void close() {
    backend.close();
  }

  private static Landscape landscape(Penalty penalty, Statistics statistics) {
    return new Landscape(
        new AtStart(),
        List.of(0.5, 2.0),
        new ProbedLoss(List.of(Role.WEIGHT, Role.BIAS), penalty, statistics, ProbedBatch.STEP));
  }

  private Site site(Variants objectives) {
    return new Site(backend, Numerics.PRECISE, objectives, new Descent(new Sgd(), RATE), 10);
  }

  private GradientLine measure(Landscape landscape, Variants objectives) {
    try (ProbeSession session = new ProbeSession(landscape, site(objectives))) {
      return (GradientLine) session.measure(point, batch);
    }
  }

  private GradientLine line(Objective objective, Statistics statistics) {
    try (GradientLineProbe probe =
        new GradientLineProbe(
            backend, Numerics.PRECISE, objective, (path, spec) -> true, statistics)) {
      return probe.measure(point, batch, List.of(0.5 * RATE, 2 * RATE));
    }
  }

  @ParameterizedTest
  @EnumSource(Statistics.class)
  void measuresWhatTheLineProbeDoesUnderAnyStatistics(Statistics statistics) {
    assertThat(measure(landscape(Penalty.EXCLUDED, statistics), Variants.of(new Bowl())))
        .isEqualTo(line(new Bowl(), statistics));
  }

  @Test
  void followsTheGradientOfTheRunningFunctionUnderRunningStatistics() {
    GradientLine line =
        measure(landscape(Penalty.EXCLUDED, Statistics.RUNNING), Variants.of(new Bowl()));
    assertThat(line.loss()).isEqualTo(1.5 * (A * X * X + B * Y * Y));
    assertThat(line.gradientNorm()).isCloseTo(3 * Math.hypot(A * X, B * Y), within(1e-12));
  }

  @ParameterizedTest
  @EnumSource(Penalty.class)
  void countsThePenaltyIfAsked(Penalty penalty) {
    Variants variants =
        new Variants(
            new Bowl(),
            new Regularized(new Bowl(), new WeightDecay(0.5, WeightDecay.AppliesTo.WEIGHTS)));
    GradientLine line = measure(landscape(penalty, Statistics.BATCH), variants);
    assertThat(line).isEqualTo(line(variants.of(penalty), Statistics.BATCH));
    double added = penalty == Penalty.INCLUDED ? 0.5 * 0.5 * X * X : 0;
    assertThat(line.loss()).isCloseTo(0.5 * (A * X * X + B * Y * Y) + added, within(1e-12));
  }

  @Test
  void readsEverythingInTheOrderInWhichRunsRecordIt() {
    GradientLine line =
        measure(landscape(Penalty.EXCLUDED, Statistics.BATCH), Variants.of(new Bowl()));
    List<Reading> readings = line.readings();
    assertThat(readings)
        .extracting(Reading::metric)
        .startsWith(
            "probe_loss",
            "gradient_norm",
            "loss_band_low",
            "loss_band_high",
            "gradient_difference_low",
            "gradient_difference_high",
            "effective_beta_max",
            "loss_along_gradient",
            "gradient_difference",
            "effective_beta",
            "gradient_cosine",
            "relative_gradient_difference",
            "gradient_norm_along_gradient",
            "loss_along_gradient")
        .hasSize(7 + 2 * 6);
    LinePoint last = line.points().get(1);
    assertThat(readings.subList(13, 19))
        .allSatisfy(r -> assertThat(r.at()).isEqualTo(Map.of("epsilon", 2 * RATE)))
        .extracting(Reading::value)
        .containsExactly(
            last.loss(),
            last.gradientDifference(),
            last.effectiveSmoothness(),
            last.cosine(),
            last.relativeDifference(),
            last.gradientNorm());
    assertThat(readings.subList(0, 7))
        .allSatisfy(r -> assertThat(r.at()).isEmpty())
        .extracting(Reading::value)
        .containsExactly(
            line.loss(),
            line.gradientNorm(),
            line.lossBand().low(),
            line.lossBand().high(),
            line.gradientDifferenceBand().low(),
            line.gradientDifferenceBand().high(),
            line.effectiveSmoothness());
    assertThat(new Landscape().quantities())
        .containsAll(readings.stream().map(Reading::quantity).toList());
  }

  @Test
  void aStepLengthThatVanishesIsRefusedBeforeAnythingIsMeasured() {
    Landscape tiny =
        new Landscape(
            new AtStart(),
            List.of(1e-320, 1.0),
            new ProbedLoss(
                List.of(Role.WEIGHT), Penalty.EXCLUDED, Statistics.BATCH, ProbedBatch.STEP));
    assertThatThrownBy(() -> tiny.prepare(site(Variants.of(new Bowl()))))
        .isInstanceOfSatisfying(
            InvalidComponent.class, e -> assertThat(e.component()).isEqualTo("stepLengths"))
        .hasMessageContaining("stepLengths times the learning rate must be numbers other than 0")
        .hasMessageContaining("times 0.1, which is 0 or infinite there. To fix: change one of");
  }

  @Test
  void afterTheLastUpdateTheLearningRateIsThatOfTheLastUpdate() {
    Descent falling = new Descent(new Sgd(), RATE, new Cosine(), new WeightDecay());
    Site site = new Site(backend, Numerics.PRECISE, Variants.of(new Bowl()), falling, 4);
    assertThat(site.learningRates(new AtEnd()).toArray())
        .containsExactly(falling.learningRateAt(3, 4))
        .doesNotContain(0.0);
    assertThat(Site.of(backend, Numerics.PRECISE, new Bowl()).learningRates(new AtEnd()).toArray())
        .containsExactly(1.0);
  }

  @Test
  void aRoleThatTheNetworkDoesNotHaveIsRefused() {
    Landscape scales =
        new Landscape(
            new AtStart(),
            List.of(1.0),
            new ProbedLoss(
                List.of(Role.SCALE, Role.SHIFT),
                Penalty.EXCLUDED,
                Statistics.BATCH,
                ProbedBatch.STEP));
    assertThatThrownBy(() -> scales.prepare(site(Variants.of(new Bowl()))))
        .hasMessage(
            "ProbedLoss: parameters must name a role that the network has, one of weight, bias, but it is scale, shift. To fix: choose among these.");
  }

  @Test
  void componentsThatMakeNoSenseAreNamed() {
    assertThatThrownBy(() -> withLengths(2.0, 1.0)).hasMessageContaining("must be ascending");
    assertThatThrownBy(() -> withLengths(0.0, 1.0)).hasMessageContaining("greater than 0");
    assertThatThrownBy(() -> withLengths()).hasMessageContaining("at least one, but it is []");
  }

  private static Landscape withLengths(Double... lengths) {
    return new Landscape(
        new AtStart(),
        List.of(lengths),
        new ProbedLoss(List.of(Role.WEIGHT), Penalty.EXCLUDED, Statistics.BATCH, ProbedBatch.STEP));
  }
}
