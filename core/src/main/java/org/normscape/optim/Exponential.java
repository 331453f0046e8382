package org.normscape.optim;

import com.google.auto.service.AutoService;
import org.normscape.component.Components;

/**
 * A learning rate that is multiplied by the same number from each step to the next, as {@code
 * ExponentialLR} in PyTorch: step t has the factor {@code growthᵗ}.
 *
 * <p>It may grow: gradient descent with weight decay on weights whose length does not change the
 * loss walks as without weight decay at a rate that grows exponentially (Li and Arora, "An
 * exponential learning rate schedule for deep learning", 2020). Without momentum, for a rate η and
 * a decay λ, that is a rate of {@code η / (1 − ηλ)} with a growth of {@code (1 − ηλ)⁻²}.
 *
 * @param growth what the rate is multiplied with at each step; below 1 it falls
 */
@AutoService(Schedule.class)
public record Exponential(double growth) implements Schedule {

  public Exponential {
    Components.positive(Exponential.class, "growth", growth);
  }

  /** A rate that falls by a thousandth at each step. */
  public Exponential() {
    this(0.999);
  }

  @Override
  public double factor(int step, int steps) {
    return StrictMath.pow(growth, step);
  }
}
