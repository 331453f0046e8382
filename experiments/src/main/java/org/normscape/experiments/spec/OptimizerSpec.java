package org.normscape.experiments.spec;

import java.util.List;
import org.normscape.optim.WeightDecay.AppliesTo;

/** An update rule, its learning rate and its weight decay. */
public sealed interface OptimizerSpec {

  /** The learning rate at the start. */
  double learningRate();

  /** How the learning rate changes. */
  ScheduleSpec schedule();

  /** What pulls the parameters to 0. */
  WeightDecaySpec weightDecay();

  /** Plain stochastic gradient descent. */
  record Sgd(double learningRate, ScheduleSpec schedule, WeightDecaySpec weightDecay)
      implements OptimizerSpec {
    public Sgd {
      Rule.positive("learning-rate", learningRate);
    }
  }

  /** Gradient descent with momentum (Polyak, 1964). */
  record Momentum(
      double learningRate, double momentum, ScheduleSpec schedule, WeightDecaySpec weightDecay)
      implements OptimizerSpec {
    public Momentum {
      Rule.positive("learning-rate", learningRate);
      Rule.require(momentum >= 0 && momentum < 1, "momentum", "must lie in [0, 1)", momentum);
    }
  }

  /** Gradient descent with Nesterov's momentum (Sutskever et al., 2013). */
  record Nesterov(
      double learningRate, double momentum, ScheduleSpec schedule, WeightDecaySpec weightDecay)
      implements OptimizerSpec {
    public Nesterov {
      Rule.positive("learning-rate", learningRate);
      Rule.require(momentum >= 0 && momentum < 1, "momentum", "must lie in [0, 1)", momentum);
    }
  }

  /**
   * An L2 penalty {@code factor / 2 · ‖w‖²}.
   *
   * @param factor the weight of the penalty; 0 for none
   * @param appliesTo which parameters it counts
   */
  record WeightDecaySpec(double factor, AppliesTo appliesTo) {
    public WeightDecaySpec {
      Rule.notNegative("factor", factor);
    }
  }

  /** How the learning rate changes over the steps. */
  sealed interface ScheduleSpec {

    /** Not at all. */
    record Constant() implements ScheduleSpec {}

    /**
     * Multiplied by {@code factor} at each of these steps.
     *
     * @param at step numbers, ascending
     */
    record Step(List<Integer> at, double factor) implements ScheduleSpec {
      public Step {
        Rule.require(
            at.stream().sorted().distinct().toList().equals(at), "at", "must be ascending", at);
        Rule.positive("factor", factor);
      }
    }

    /**
     * Half a cosine, from the learning rate to 0 at the last step (Loshchilov and Hutter, 2017).
     */
    record Cosine() implements ScheduleSpec {}
  }
}
