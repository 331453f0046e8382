package org.normscape.rewrite;

import java.util.List;
import java.util.Optional;
import org.normscape.ir.DType;
import org.normscape.ir.Elementwise;
import org.normscape.ir.Layout;
import org.normscape.ir.Operation;
import org.normscape.ir.Primitive;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.ir.Trace;

/**
 * {@code operation(fill(a), fill(b)) → fill(operation(a, b))} for the operations that IEEE 754
 * rounds correctly, so that every backend would have given the same bits; and {@code
 * layout(fill(a)) → fill(a)}.
 */
final class FoldConstants implements Rewrite {

  @Override
  public Optional<List<Tensor>> apply(Trace trace, Operation operation, List<Tensor> inputs) {
    List<Optional<Double>> values = inputs.stream().map(Constants::valueOf).toList();
    if (inputs.isEmpty()
        || values.stream().anyMatch(Optional::isEmpty)
        || !(operation instanceof Primitive primitive)) {
      return Optional.empty();
    }
    TensorType type = primitive.type(inputs.stream().map(Tensor::type).toList());
    double first = rounded(values.get(0).orElseThrow(), type.dtype());
    double second = rounded(values.get(values.size() - 1).orElseThrow(), type.dtype());
    return value(primitive, first, second)
        .map(value -> rounded(value, type.dtype()))
        .filter(FoldConstants::isNormal)
        .map(value -> List.of(trace.fill(value, type)));
  }

  private static Optional<Double> value(Primitive primitive, double x, double y) {
    if (isRearrangement(primitive)) {
      return Optional.of(x);
    }
    if (primitive instanceof Elementwise.Negate) {
      return Optional.of(-x);
    }
    if (primitive instanceof Elementwise.Add) {
      return Optional.of(x + y);
    }
    if (primitive instanceof Elementwise.Subtract) {
      return Optional.of(x - y);
    }
    if (primitive instanceof Elementwise.Multiply) {
      return Optional.of(x * y);
    }
    return primitive instanceof Elementwise.Divide ? Optional.of(x / y) : Optional.empty();
  }

  private static boolean isRearrangement(Primitive primitive) {
    return primitive instanceof Layout.Broadcast
        || primitive instanceof Layout.Reshape
        || primitive instanceof Layout.Transpose
        || primitive instanceof Layout.Slice;
  }

  /** Double rounding is harmless: binary64 has more than twice the digits of binary32. */
  private static double rounded(double value, DType dtype) {
    return dtype == DType.FLOAT32 ? (float) value : value;
  }

  /** Backends may differ in how they treat what is not a normal number. */
  private static boolean isNormal(double value) {
    return value == 0 || (Double.isFinite(value) && Math.abs(value) >= Float.MIN_NORMAL);
  }
}
