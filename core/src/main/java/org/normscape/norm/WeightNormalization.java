package org.normscape.norm;

import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.nn.Applied;
import org.normscape.nn.Call;
import org.normscape.nn.Layer;
import org.normscape.nn.ParameterSpec;
import org.normscape.norm.place.Unit;
import org.normscape.params.Parameters;

/**
 * A function of the weight of a linear layer, which multiplies with the result instead. What is
 * trained is what the function takes. It can be put around any layer with a parameter named {@code
 * weight}, whose last axis is that of the output features; what it learns beside the weight, and
 * remembers, stands under the path of that layer.
 */
public interface WeightNormalization extends Normalization {

  /** What is learned beside the weight, by name. */
  default Parameters<ParameterSpec> parameters(ParameterSpec weight) {
    return Parameters.none();
  }

  /** What is remembered between batches, by name. */
  default Parameters<ParameterSpec> state(ParameterSpec weight) {
    return Parameters.none();
  }

  /** The values that are held constant under differentiation, by name. */
  default Parameters<Shape> frozen(ParameterSpec weight) {
    return Parameters.none();
  }

  /**
   * Writes the function into the program of {@code weight}.
   *
   * @param call parameters, state and frozen values by the names above
   * @param weight what is trained
   * @return with what the layer multiplies, of the shape of the weight
   */
  Applied apply(Call call, Tensor weight);

  /** A layer with its weight rewritten. */
  default Layer around(Layer linear) {
    return new Reparametrized(linear, this);
  }

  /** The unit with the weight of its linear layer rewritten. */
  @Override
  default Unit normalize(Unit unit) {
    return unit.withLinear(around(unit.linear()));
  }

  @Override
  default boolean makesBiasRedundant() {
    return false;
  }
}
