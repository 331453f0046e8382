package org.normscape.probe.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.Backends;
import org.normscape.backend.Numerics;
import org.normscape.ir.TensorType;
import org.normscape.nn.Role;
import org.normscape.nn.Statistics;
import org.normscape.objective.FrozenInputs;
import org.normscape.objective.Objective;
import org.normscape.objective.Penalty;
import org.normscape.params.Parameters;
import org.normscape.probe.Noisy;
import org.normscape.probe.ProbeSession;
import org.normscape.probe.ProbedBatch;
import org.normscape.probe.ProbedLoss;
import org.normscape.probe.Site;
import org.normscape.probe.when.AtStart;

/**
 * On {@code L(x) = ½ (x + n)² + c(x) x} with noise n and a value {@code c(x) = x} that is held
 * constant: the gradient that training descends is {@code x + n + c}.
 */
class NoisyLandscapeTest {

  private static final double X = Noisy.X;
  private static final double NOISE = 0.75;
  private static final double STEP = 0.5;
  private static final Offset<Double> TIGHT = within(1e-12);

  private final Backend backend = Backends.open("reference");

  @AfterEach
  void close() {
    backend.close();
  }

  private GradientLine measure(Objective objective, Statistics statistics) {
    Landscape landscape =
        new Landscape(
            new AtStart(),
            List.of(STEP),
            new ProbedLoss(List.of(Role.WEIGHT), Penalty.EXCLUDED, statistics, ProbedBatch.STEP));
    Parameters<Array> batch =
        Parameters.of("noise.n", backend.array(TensorType.float64(), NOISE))
            .and("frozen.c", backend.array(TensorType.float64(), X));
    try (ProbeSession session =
        new ProbeSession(landscape, Site.of(backend, Numerics.PRECISE, objective))) {
      return (GradientLine) session.measure(objective.initialPoint(backend, 1), batch);
    }
  }

  @Test
  void theNoiseOfTheStepStaysAlongTheLine() {
    GradientLine line = measure(new Noisy(), Statistics.BATCH_FROZEN_RUNNING);
    double g = X + NOISE + X;
    double x = X - STEP * g;
    assertThat(line.gradientNorm()).isCloseTo(g, TIGHT);
    assertThat(line.loss()).isCloseTo(0.5 * (X + NOISE) * (X + NOISE) + X * X, TIGHT);
    assertThat(line.lossBand().high()).isCloseTo(0.5 * (x + NOISE) * (x + NOISE) + x * x, TIGHT);
    assertThat(line.effectiveSmoothness()).isCloseTo(2, TIGHT);
  }

  @Test
  void runningStatisticsHaveNoNoise() {
    GradientLine line = measure(new Noisy(), Statistics.RUNNING);
    assertThat(line.gradientNorm()).isCloseTo(2 * X, TIGHT);
    assertThat(line.loss()).isCloseTo(1.5 * X * X, TIGHT);
  }

  @Test
  void frozenValuesThatAreGivenStayAlongTheLine() {
    GradientLine line = measure(new FrozenInputs(new Noisy()), Statistics.BATCH_FROZEN_RUNNING);
    double x = X - STEP * (X + NOISE + X);
    assertThat(line.gradientNorm()).isCloseTo(X + NOISE + X, TIGHT);
    assertThat(line.lossBand().high()).isCloseTo(0.5 * (x + NOISE) * (x + NOISE) + X * x, TIGHT);
    assertThat(line.effectiveSmoothness()).isCloseTo(1, TIGHT);
  }
}
