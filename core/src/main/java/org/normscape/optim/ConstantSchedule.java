package org.normscape.optim;

/** One learning rate for all steps. */
public record ConstantSchedule(double rate) implements Schedule {

  @Override
  public double at(int step) {
    return rate;
  }
}
