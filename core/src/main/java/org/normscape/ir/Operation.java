package org.normscape.ir;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;

/**
 * What an {@link Equation} applies: a {@link Primitive}, or a {@link Composite} of primitives.
 *
 * <p>Every operation is a value (a record): equal operations on equal inputs are one equation.
 */
public sealed interface Operation extends Serializable permits Primitive, Composite {

  /** The types of the results, or {@link ShapeException} when the inputs do not fit. */
  List<TensorType> types(List<TensorType> inputs);

  /**
   * The axes along which this treats each place by itself, as far as it says so. A long such axis
   * can be checked on few distinct places.
   */
  default List<IndependentAxis> independentAxes(List<TensorType> inputs) {
    return List.of();
  }

  /**
   * Inputs that go together, made from any: an input that must be what this computes from others,
   * such as a forward result that a gradient is given, is put in the place of what was there.
   */
  default List<Tensor> consistent(List<Tensor> inputs) {
    return inputs;
  }

  /** The name in snake case, without attributes. */
  default String name() {
    return getClass()
        .getSimpleName()
        .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
        .toLowerCase(Locale.ROOT);
  }

  /** The name and the attributes, as printed in programs and messages. */
  default String text() {
    String record = toString();
    int bracket = record.indexOf('[');
    boolean bare = bracket < 0 || record.endsWith("[]");
    return bare ? name() : name() + record.substring(bracket);
  }
}
