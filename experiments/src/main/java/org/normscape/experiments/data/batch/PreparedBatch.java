package org.normscape.experiments.data.batch;

/**
 * The examples of a step.
 *
 * @param step the number of the step
 * @param batch its examples
 */
public record PreparedBatch(int step, Batch batch) {}
