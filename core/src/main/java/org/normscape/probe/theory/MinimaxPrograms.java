package org.normscape.probe.theory;

import java.util.List;
import org.normscape.component.Components;
import org.normscape.grad.Gradients;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.nn.Statistics;
import org.normscape.objective.Objective;
import org.normscape.params.NamedProgram;
import org.normscape.params.Parameters;
import org.normscape.probe.structure.BatchNormUse;
import org.normscape.probe.structure.LinearUse;
import org.normscape.probe.structure.Written;

/**
 * What {@link MinimaxTheorem} runs, for some batch normalizations with a linear layer before each.
 *
 * @param inputs the types of what flows into the normalizations, by their paths
 * @param vectors the types of the weights of one output of the layers before, by the same paths
 * @param terms the terms of each channel
 * @param power one step of the power method with XᵀX of each layer: the square of its norm so far,
 *     and the next vector
 */
record MinimaxPrograms(
    Parameters<TensorType> inputs,
    Parameters<TensorType> vectors,
    NamedProgram terms,
    NamedProgram power) {

  static final String VECTOR = "vector";
  static final String SQUARE = "square";
  static final String WEIGHT_GRADIENT = "weight-gradient";

  private static final String INPUT = "input";
  private static final Statistics BATCH = Statistics.BATCH_FROZEN_RUNNING;

  /** Keeps a vector of zeros one, and changes no other. */
  private static final double TINY = 1e-30;

  /**
   * Writes them.
   *
   * @param chosen the inputs of the normalizations that were chosen, by path
   * @throws IllegalArgumentException when none of them has a linear layer before it
   */
  static MinimaxPrograms of(Objective objective, Parameters<TensorType> chosen) {
    Parameters<TensorType> given = Written.arguments(objective, BATCH);
    Parameters<TensorType> shapes =
        NamedProgram.trace(given, in -> shapes(Written.of(objective, in, BATCH), chosen)).results();
    Parameters<TensorType> vectors = shapes.under(VECTOR);
    Components.require(
        vectors.size() > 0,
        MinimaxTheorem.class,
        "layers",
        "must match the path of a batch normalization behind a linear layer, which the theorem is about",
        String.join(", ", chosen.paths()),
        "choose another, or leave the probe out of this cell");
    return new MinimaxPrograms(
        shapes.under(INPUT),
        vectors,
        NamedProgram.trace(given, in -> terms(Written.of(objective, in, BATCH), vectors)),
        NamedProgram.trace(
            given.and(vectors.within(VECTOR)),
            in -> power(Written.of(objective, in, BATCH), in.under(VECTOR))));
  }

  private static Parameters<Tensor> shapes(Written written, Parameters<TensorType> chosen) {
    Parameters<Tensor> found = Parameters.none();
    Parameters<BatchNormUse> norms = written.batchNorms();
    for (String path : chosen.paths()) {
      BatchNormUse norm = norms.get(path);
      if (written.before(norm).isPresent()) {
        Tensor weight = written.before(norm).orElseThrow().weight();
        found =
            found
                .and(Parameters.of(path, norm.input()).within(INPUT))
                .and(Parameters.of(path, one(weight)).within(VECTOR));
      }
    }
    return found;
  }

  /** The weights of the first output. */
  private static Tensor one(Tensor weight) {
    return weight.slice(weight.shape().rank() - 1, 0, 1);
  }

  private static Parameters<Tensor> terms(Written written, Parameters<TensorType> layers) {
    Parameters<BatchNormUse> norms =
        written.batchNorms().where((path, use) -> layers.find(path).isPresent());
    Parameters<Tensor> flowing =
        Parameters.like(
            norms,
            Gradients.of(
                written.evaluation().loss(),
                norms.values().stream().map(BatchNormUse::output).toList()));
    Parameters<Tensor> results = Parameters.none();
    for (String path : norms.paths()) {
      BatchNormUse norm = norms.get(path);
      Tensor g = flowing.get(path);
      Tensor u = Gradients.vjp(List.of(norm.output()), List.of(norm.input()), List.of(g)).get(0);
      Tensor inWeights = written.before(norm).orElseThrow().weightGradient(u);
      int last = inWeights.shape().rank() - 1;
      results =
          results.and(
              LipschitzTerms.write(norm, g, u)
                  .and(
                      WEIGHT_GRADIENT,
                      inWeights.times(inWeights).sum(inWeights.shape().axesExcept(last)))
                  .within(path));
    }
    return results;
  }

  private static Parameters<Tensor> power(Written written, Parameters<Tensor> vectors) {
    Parameters<BatchNormUse> norms = written.batchNorms();
    Parameters<Tensor> results = Parameters.none();
    for (String path : vectors.paths()) {
      LinearUse layer = written.before(norms.get(path)).orElseThrow();
      Tensor v = vectors.get(path);
      Tensor length = v.dot(v).sqrt().plus(TINY);
      Tensor unit = v.scaledBy(length.filled(1).dividedBy(length));
      Tensor output = v.trace().apply(layer.operation(), List.of(layer.input(), unit)).get(0);
      Tensor next = Gradients.vjp(List.of(output), List.of(unit), List.of(output)).get(0);
      results =
          results
              .and(Parameters.of(path, output.dot(output)).within(SQUARE))
              .and(Parameters.of(path, next).within(VECTOR));
    }
    return results;
  }
}
