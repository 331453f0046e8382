package org.normscape.train;

/** Who looks at each step of a training. */
@FunctionalInterface
public interface StepObserver {

  /**
   * The loss and the gradient are known; the network has not moved.
   *
   * @param number which step, counted from 0
   * @param step what was found; lent for the time of the call
   */
  void found(int number, Step step);
}
