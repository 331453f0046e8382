package org.normscape.probe.activation;

import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.nn.Statistics;
import org.normscape.objective.Arguments;
import org.normscape.objective.Objective;
import org.normscape.params.NamedProgram;
import org.normscape.params.Parameters;
import org.normscape.probe.LayerPattern;

/** The types of the activations that a probe looks at. */
public final class ChosenActivations {

  private ChosenActivations() {}

  /**
   * Their types.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static Parameters<TensorType> types(
      LayerPattern layers, Objective objective, Statistics statistics) {
    Parameters<TensorType> all =
        NamedProgram.trace(
                new Arguments<>(objective.types(), objective.arguments(statistics)).named(),
                tensors -> {
                  Arguments<Tensor> at = Arguments.of(tensors);
                  return objective.evaluate(at.point(), at.batch(), statistics).activations();
                })
            .results();
    return layers.someOf(all, "an activation");
  }
}
