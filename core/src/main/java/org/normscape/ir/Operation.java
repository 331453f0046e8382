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
