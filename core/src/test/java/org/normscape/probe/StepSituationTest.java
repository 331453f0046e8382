package org.normscape.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.Backends;
import org.normscape.backend.Numerics;
import org.normscape.ir.TensorType;
import org.normscape.nn.Role;
import org.normscape.nn.Statistics;
import org.normscape.objective.Penalty;
import org.normscape.objective.Point;
import org.normscape.optim.Descent;
import org.normscape.optim.Sgd;
import org.normscape.params.Parameters;
import org.normscape.probe.landscape.GradientLine;
import org.normscape.probe.landscape.Landscape;
import org.normscape.probe.when.Every;
import org.normscape.train.Step;
import org.normscape.train.Trainer;

/** A probe in a training down {@code ½ (a x² + b y²)}, of which every step is known. */
class StepSituationTest {

  private static final double A = 3;
  private static final double B = 0.5;
  private static final double X = 2;
  private static final double Y = -4;
  private static final double RATE = 0.1;

  private final Backend backend = Backends.open("reference");
  private final Descent descent = new Descent(new Sgd(), RATE);
  private final Trainer trainer = new Trainer(backend, Numerics.PRECISE, new Bowl(), descent, 1);
  private final Parameters<Array> batch =
      Parameters.of("curvature", backend.array(TensorType.float64(2), A, B));

  @AfterEach
  void close() {
    trainer.close();
    backend.close();
  }

  private Point<Array> start() {
    TensorType scalar = TensorType.float64();
    return new Point<>(
        Parameters.of("x", backend.array(scalar, X)).and("y", backend.array(scalar, Y)),
        Parameters.none());
  }

  private static double loss(double x, double y) {
    return 0.5 * (A * x * x + B * y * y);
  }

  @Test
  void oneProgramTrainsAndIsProbed() {
    Landscape landscape =
        new Landscape(
            new Every(2, 0),
            List.of(1.0),
            new ProbedLoss(
                List.of(Role.WEIGHT, Role.BIAS),
                Penalty.EXCLUDED,
                Statistics.BATCH_FROZEN_RUNNING,
                ProbedBatch.STEP));
    Site site = new Site(backend, Numerics.PRECISE, trainer.variants(), descent, 5);
    List<Double> losses = new ArrayList<>();
    List<Double> ahead = new ArrayList<>();
    trainer.moveTo(start(), Parameters.none());
    try (Instrument instrument = landscape.prepare(site)) {
      for (int i = 0; i < 5; i++) {
        try (Step made = trainer.step(batch, landscape.needs())) {
          Situation situation =
              new StepSituation(trainer, made, 1, i, RATE, batch, MoreBatches.NONE);
          losses.add(made.loss());
          if (landscape.when().isDue(i, 5)) {
            ahead.add(((GradientLine) instrument.measure(situation)).lossBand().high());
          }
          trainer.advance(made, RATE);
        }
      }
    }
    assertThat(losses.get(1))
        .isCloseTo(loss(X * (1 - RATE * A), Y * (1 - RATE * B)), within(1e-12));
    // One learning rate along the gradient is where the next step starts.
    assertThat(ahead).hasSize(3);
    assertThat(ahead.get(0)).isEqualTo(losses.get(1));
    assertThat(ahead.get(1)).isEqualTo(losses.get(3));
  }

  @Test
  void tellsWhereTheUpdateLeadsAndWhatIsRemembered() {
    trainer.moveTo(start(), Parameters.none());
    try (Step made = trainer.step(batch)) {
      Situation situation = new StepSituation(trainer, made, 1, 7, RATE, batch, MoreBatches.NONE);
      assertThat(situation.step()).isEqualTo(7);
      assertThat(situation.memory().size()).isZero();
      assertThat(situation.update().parameters().get("x").toScalar())
          .isCloseTo(X * (1 - RATE * A), within(1e-12));
      assertThat(situation.point().parameters().get("x").toScalar()).isEqualTo(X);
      assertThatThrownBy(() -> situation.more().withFresh(7, 0, Parameters::size))
          .hasMessageContaining("a probe that needs fresh batches must be given them");
      assertThatThrownBy(() -> situation.more().withEvery(Parameters::size))
          .hasMessageContaining("a probe that needs all data must be given them");
    }
  }
}
