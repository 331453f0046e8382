package org.normscape.experiments.task;

import org.normscape.backend.Array;
import org.normscape.params.Parameters;
import org.normscape.train.Step;
import org.normscape.train.Trainer;

/** What one step found and made, on the host; nothing where the step was not taken. */
final class StepValues implements StepObserver {

  private Parameters<double[]> gradient = Parameters.none();
  private Parameters<double[]> parameters = Parameters.none();
  private Parameters<double[]> state = Parameters.none();
  private Parameters<double[]> memory = Parameters.none();

  @Override
  public void found(Step step) {
    gradient = step.gradient().map(Array::toDoubles);
  }

  @Override
  public void moved(Trainer trainer) {
    parameters = trainer.point().parameters().map(Array::toDoubles);
    state = trainer.point().state().map(Array::toDoubles);
    memory = trainer.memory().map(Array::toDoubles);
  }

  /** The gradient of what is trained. */
  Parameters<double[]> gradient() {
    return gradient;
  }

  /** What is learned, after the step. */
  Parameters<double[]> parameters() {
    return parameters;
  }

  /** What normalizations remember, after the step. */
  Parameters<double[]> state() {
    return state;
  }

  /** What the optimizer remembers, after the step. */
  Parameters<double[]> memory() {
    return memory;
  }
}
