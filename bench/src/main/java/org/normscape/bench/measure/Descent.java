package org.normscape.bench.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;

/** Training as a workload: each run is a step, and the first losses are its witness. */
public final class Descent implements Workload {

  private final DoubleSupplier step;
  private final Runnable closing;
  private final List<Double> losses = new ArrayList<>(Witness.STEPS);

  /**
   * Training that has been prepared.
   *
   * @param step takes a step, and returns the loss before it
   * @param closing gives back what the steps needed
   */
  public Descent(DoubleSupplier step, Runnable closing) {
    this.step = step;
    this.closing = closing;
  }

  @Override
  public void run() {
    double loss = step.getAsDouble();
    if (losses.size() < Witness.STEPS) {
      losses.add(loss);
    }
  }

  @Override
  public Witness witness() {
    return new Witness(losses);
  }

  @Override
  public void close() {
    closing.run();
  }
}
