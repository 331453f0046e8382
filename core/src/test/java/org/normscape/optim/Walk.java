package org.normscape.optim;

import java.util.ArrayList;
import java.util.List;
import org.normscape.check.Numbers;
import org.normscape.ir.TensorType;
import org.normscape.params.Parameters;

/** Steps of an update rule under given gradients, in float64 on the reference backend. */
final class Walk {

  private Walk() {}

  /** Where the rule is after each step. */
  static List<Parameters<double[]>> of(
      Optimizer rule,
      Parameters<TensorType> types,
      Parameters<double[]> start,
      List<Parameters<double[]>> gradients,
      double rate) {
    Parameters<TensorType> memory = rule.state(types);
    Parameters<TensorType> arguments =
        types
            .within("point")
            .and(memory.within("state"))
            .and(types.within("gradient"))
            .and("rate", TensorType.float64());
    Parameters<double[]> now = start.within("point").and(memory.map(Walk::zeros).within("state"));
    List<Parameters<double[]>> path = new ArrayList<>();
    for (Parameters<double[]> gradient : gradients) {
      now =
          Numbers.run(
              arguments,
              in -> {
                Optimizer.Update update =
                    rule.update(
                        in.under("point"), in.under("gradient"), in.under("state"), in.get("rate"));
                return update.parameters().within("point").and(update.state().within("state"));
              },
              now.and(gradient.within("gradient")).and("rate", new double[] {rate}));
      path.add(now.under("point"));
    }
    return path;
  }

  private static double[] zeros(TensorType type) {
    return new double[type.shape().size()];
  }
}
