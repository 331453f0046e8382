package org.normscape.reference;

import org.jspecify.annotations.Nullable;
import org.normscape.backend.Array;
import org.normscape.ir.TensorType;

/** An array on the Java heap. */
final class ReferenceArray implements Array {

  private final TensorType type;
  private volatile @Nullable Values values;

  ReferenceArray(Values values) {
    this.type = values.type();
    this.values = values;
  }

  @Override
  public TensorType type() {
    return type;
  }

  @Override
  public double[] toDoubles() {
    return values().data().clone();
  }

  /** The numbers, shared with whoever holds them: nobody changes them. */
  Values values() {
    Values open = values;
    if (open == null) {
      throw new IllegalStateException(
          "Array: must be open, but this %s was closed or donated. To fix: use it before that, or pass a copy."
              .formatted(type));
    }
    return open;
  }

  @Override
  public void close() {
    values = null;
  }
}
