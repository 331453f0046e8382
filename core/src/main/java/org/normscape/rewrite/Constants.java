package org.normscape.rewrite;

import java.util.Optional;
import org.normscape.ir.Equation;
import org.normscape.ir.Layout;
import org.normscape.ir.Tensor;

/** What is known of a tensor while its program is written. */
final class Constants {

  private Constants() {}

  /** The value of every element, where the tensor is filled with one. */
  static Optional<Double> valueOf(Tensor x) {
    return x.definition()
        .map(Equation::operation)
        .filter(Layout.Fill.class::isInstance)
        .map(operation -> ((Layout.Fill) operation).value());
  }

  /** Whether every element is {@code value}, the sign of zero included. */
  static boolean is(Tensor x, double value) {
    return valueOf(x).filter(v -> Double.compare(v, value) == 0).isPresent();
  }
}
