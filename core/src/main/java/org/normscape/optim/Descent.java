package org.normscape.optim;

import org.normscape.component.Components;
import org.normscape.component.Flat;

/**
 * Everything that moves a network: an update rule, how far it moves at each step, and what pulls
 * parameters towards 0.
 *
 * @param rule the update rule
 * @param learningRate the learning rate where the schedule's factor is 1; greater than 0
 * @param schedule what the learning rate is multiplied with at each step
 * @param weightDecay what pulls the parameters towards 0
 */
public record Descent(
    @Flat Optimizer rule, double learningRate, Schedule schedule, WeightDecay weightDecay) {

  public Descent {
    Components.positive(Descent.class, "learningRate", learningRate);
  }

  /** A rule at a constant learning rate, without weight decay. */
  public Descent(Optimizer rule, double learningRate) {
    this(rule, learningRate, new ConstantRate(), new WeightDecay());
  }

  /** Stochastic gradient descent at a constant learning rate of 0.1, without weight decay. */
  public Descent() {
    this(new Sgd(), 0.1);
  }

  /**
   * The learning rate of a step: exactly {@link #learningRate} where the schedule's factor is 1.
   *
   * @param step which step, counted from 0
   * @param steps how many steps the whole training has
   */
  public double learningRateAt(int step, int steps) {
    return learningRate * schedule.factor(step, steps);
  }
}
