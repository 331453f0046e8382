package org.normscape.probe;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.normscape.backend.Backend;
import org.normscape.backend.Numerics;
import org.normscape.component.Components;
import org.normscape.objective.Objective;
import org.normscape.objective.Penalty;
import org.normscape.objective.Variants;
import org.normscape.optim.Descent;
import org.normscape.optim.Sgd;

/**
 * Where a probe is going to measure: what does not change from step to step.
 *
 * @param backend what computes
 * @param numerics what is promised of the numbers
 * @param objectives the loss, without and with the penalty of the weight decay
 * @param descent what moves the network between measurements
 * @param steps how many updates are made in all; 0 where nothing is trained
 */
public record Site(
    Backend backend, Numerics numerics, Variants objectives, Descent descent, int steps) {

  public Site {
    Components.notNegative(Site.class, "steps", steps);
  }

  /**
   * A site at which nothing is trained: an objective as it is, and a learning rate of 1, so that
   * step lengths are what they say.
   */
  public static Site of(Backend backend, Numerics numerics, Objective objective) {
    return new Site(backend, numerics, Variants.of(objective), new Descent(new Sgd(), 1), 0);
  }

  /** The loss with or without the penalty. */
  public Objective objective(Penalty penalty) {
    return objectives.of(penalty);
  }

  /** The learning rate at a step; after the last update, that of the last update. */
  public double learningRate(int step) {
    return descent.learningRateAt(Math.max(0, Math.min(step, steps - 1)), steps);
  }

  /** The learning rates at the steps at which there is something to measure, in order. */
  public DoubleStream learningRates(When when) {
    return IntStream.rangeClosed(0, steps)
        .filter(step -> when.isDue(step, steps))
        .mapToDouble(this::learningRate);
  }
}
