package org.normscape.experiments.spec;

/**
 * A sentence of the paper as a predicate: a quantity of one cell, divided by the same of another,
 * lies above a bound. The quantity is made from the values of a metric in two steps: those of one
 * training step (over the coordinates in {@code at}), then over the training steps.
 *
 * @param name a short name
 * @param sentence what the paper says
 * @param metric the metric it is about
 * @param withinStep what is taken of the values of one step
 * @param overSteps what is taken of those over all measured steps
 * @param cell the cell in the numerator
 * @param versus the cell in the denominator
 * @param ratioAbove the bound
 */
public record ClaimSpec(
    String name,
    String sentence,
    String metric,
    WithinStep withinStep,
    OverSteps overSteps,
    String cell,
    String versus,
    double ratioAbove) {

  /** What is taken of the values of one step. */
  public enum WithinStep {
    /** The greatest minus the least. */
    RANGE,
    MAX,
    MIN,
    MEAN
  }

  /** What is taken of the values of all steps. */
  public enum OverSteps {
    MEDIAN,
    MEAN,
    MAX,
    MIN,
    LAST
  }

  public ClaimSpec {
    Rule.positive("ratio-above", ratioAbove);
  }
}
