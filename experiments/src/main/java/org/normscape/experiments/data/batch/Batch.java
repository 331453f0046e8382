package org.normscape.experiments.data.batch;

import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.experiments.data.example.Numbers;
import org.normscape.ir.TensorType;
import org.normscape.params.Parameters;

/**
 * Some examples on the host, as an objective takes them.
 *
 * @param size the number of examples
 * @param input what a network is shown: {@code [size, …shape]}
 * @param target what it is to say: {@code [size]} for classes, {@code [size, outputs]} for vectors
 */
public record Batch(int size, Numbers input, Numbers target) {

  /** The numbers by the names that an objective knows them by: {@code input} and {@code target}. */
  public Parameters<Numbers> numbers() {
    return Parameters.of("input", input).and("target", target);
  }

  /**
   * Copies the batch to a device; the caller closes the arrays.
   *
   * @param types the types of {@code input} and {@code target} by name, such as those of an
   *     objective
   */
  public Parameters<Array> upload(Backend backend, Parameters<TensorType> types) {
    return Upload.of(numbers(), backend, types);
  }
}
