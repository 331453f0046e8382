package org.normscape.optim;

/** The learning rate at each step. Implementations are records. */
public interface Schedule {

  /** The learning rate of a step, counted from 0. */
  double at(int step);
}
