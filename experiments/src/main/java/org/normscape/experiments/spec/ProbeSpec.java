package org.normscape.experiments.spec;

import java.util.List;
import java.util.Optional;
import org.normscape.nn.Role;
import org.normscape.nn.Statistics;

/**
 * What is measured on the way.
 *
 * @param landscape the loss and its gradient along the gradient
 */
public record ProbeSpec(Optional<Landscape> landscape) {

  /** Whether the penalty of the weight decay belongs to the loss that is probed. */
  public enum Penalty {
    INCLUDED,
    EXCLUDED
  }

  /**
   * The probe of Santurkar et al., §3.1: loss and gradient at {@code θ − εg}, on the same batch.
   *
   * @param every the number of steps between measurements
   * @param first the first step that is measured; the following ones are multiples of {@code every}
   * @param stepLengths ε as multiples of the learning rate, ascending
   * @param parameters the roles of the parameters that g has
   * @param weightDecay whether its penalty counts
   * @param statistics which statistics normalizations use
   */
  public record Landscape(
      int every,
      int first,
      List<Double> stepLengths,
      List<Role> parameters,
      Penalty weightDecay,
      Statistics statistics) {

    public Landscape {
      Rule.positive("every", every);
      Rule.notNegative("first", first);
      Rule.require(
          !stepLengths.isEmpty()
              && stepLengths.get(0) > 0
              && stepLengths.stream().sorted().distinct().toList().equals(stepLengths),
          "step-lengths",
          "must be ascending numbers greater than 0, at least one",
          stepLengths);
      Rule.require(!parameters.isEmpty(), "parameters", "must name a role", parameters);
    }

    /** Whether this step, counted from 0, is measured. */
    public boolean measures(int step) {
      return step == first || (step > first && step % every == 0);
    }
  }
}
