package org.normscape.linalg.box;

/**
 * A way to look for the largest value of a function in a box around 0. What it finds is a lower
 * bound of the maximum. Implementations are records.
 */
public interface BoxSearch {

  /**
   * Searches from 0.
   *
   * @param function what is to be large
   * @param sides how far each variable may be from 0
   * @param iterations how many steps at most
   */
  Ascent maximize(Differentiable function, double[] sides, int iterations);
}
