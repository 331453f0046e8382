package org.normscape.optim;

/**
 * What the learning rate is multiplied with at each step of a training. Implementations are
 * records.
 */
public interface Schedule {

  /**
   * The factor of a step.
   *
   * @param step which step, counted from 0
   * @param steps how many steps the whole training has
   */
  double factor(int step, int steps);
}
