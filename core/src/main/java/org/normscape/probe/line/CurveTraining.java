package org.normscape.probe.line;

import java.util.ArrayList;
import java.util.List;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.ir.Shape;
import org.normscape.ir.TensorType;
import org.normscape.objective.Penalty;
import org.normscape.objective.Point;
import org.normscape.optim.Descent;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;
import org.normscape.probe.Site;
import org.normscape.probe.Situation;
import org.normscape.random.RandomStream;
import org.normscape.train.Step;
import org.normscape.train.Trainer;

/**
 * The training of the middle control point of a curve: each step descends the loss at a place that
 * is drawn uniformly, on a fresh batch (Garipov et al., NeurIPS 2018, equation 2 and algorithm 1).
 */
final class CurveTraining implements AutoCloseable {

  private static final double MIDDLE = 0.5;

  private final Backend backend;
  private final Descent descent;
  private final int steps;
  private final CurvePoints points;
  private final TensorType scalar;
  private final Trainer trainer;

  CurveTraining(Site site, Descent descent, int steps) {
    CurveObjective objective = new CurveObjective(site.objective(Penalty.EXCLUDED));
    this.backend = site.backend();
    this.descent = descent;
    this.steps = steps;
    this.scalar = new TensorType(objective.dtype(), Shape.SCALAR);
    this.points = new CurvePoints(backend, site.numerics(), objective.types(), scalar);
    this.trainer = new Trainer(backend, site.numerics(), objective, descent, 0);
  }

  /**
   * Trains the middle point, from halfway between the ends, and ends early where a loss is not
   * finite. The arrays are lent until the next training.
   *
   * @param ends two networks
   */
  Point<Array> middle(List<Point<Array>> ends, Situation situation) {
    trainer.moveTo(halfway(ends), memory());
    RandomStream random = RandomStream.of(situation.seed(), "curve/step-" + situation.step());
    int number = 0;
    while (number < steps && Double.isFinite(step(number, ends, situation, random))) {
      number++;
    }
    return trainer.point();
  }

  private Point<Array> halfway(List<Point<Array>> ends) {
    try (Owner owner = new Owner()) {
      return owner.handOver(points.at(MIDDLE, ends, owner));
    }
  }

  private Parameters<Array> memory() {
    Parameters<TensorType> types = trainer.variants().bare().types().parameters();
    return descent
        .rule()
        .state(types)
        .map(type -> backend.array(type, new double[type.shape().size()]));
  }

  /** One step; the loss before it. */
  private double step(
      int number, List<Point<Array>> ends, Situation situation, RandomStream random) {
    List<Double> losses = new ArrayList<>();
    try (Array place = backend.array(scalar, random.nextUniform())) {
      situation
          .more()
          .withFresh(
              situation.step(),
              number,
              fresh -> losses.add(advanced(number, batch(fresh, ends, place))));
    }
    return losses.get(0);
  }

  private static Parameters<Array> batch(
      Parameters<Array> fresh, List<Point<Array>> ends, Array place) {
    return CurveObjective.on(fresh, ends.get(0).parameters(), ends.get(1).parameters(), place);
  }

  private double advanced(int number, Parameters<Array> batch) {
    try (Step step = trainer.step(batch)) {
      double loss = step.loss();
      if (Double.isFinite(loss)) {
        trainer.advance(step, descent.learningRateAt(number, steps));
      }
      return loss;
    }
  }

  @Override
  public void close() {
    trainer.close();
    points.close();
  }
}
