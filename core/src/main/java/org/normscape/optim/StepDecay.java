package org.normscape.optim;

import com.google.auto.service.AutoService;
import java.util.List;
import org.normscape.component.Components;

/**
 * A learning rate that is multiplied by a factor at each of some steps, as {@code MultiStepLR} in
 * PyTorch.
 *
 * @param at the steps from which on a further factor holds, counted from 0, each once, in
 *     increasing order
 * @param factor what the rate is multiplied with at each of them
 */
@AutoService(Schedule.class)
public record StepDecay(List<Integer> at, double factor) implements Schedule {

  public StepDecay {
    at = List.copyOf(at);
    Components.require(
        at.equals(at.stream().sorted().distinct().toList()),
        StepDecay.class,
        "at",
        "must increase",
        at,
        "sort the steps, and name each once");
    Components.positive(StepDecay.class, "factor", factor);
  }

  /**
   * A tenth from step 32,000 on and a hundredth from step 48,000 on, as He et al. trained on
   * CIFAR-10 ("Deep residual learning for image recognition", 2016, section 4.2).
   */
  public StepDecay() {
    this(List.of(32_000, 48_000), 0.1);
  }

  @Override
  public double factor(int step, int steps) {
    double product = 1;
    for (int milestone : at) {
      if (step >= milestone) {
        product *= factor;
      }
    }
    return product;
  }
}
