package org.normscape.experiments.data.batch;

import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.experiments.data.example.Numbers;
import org.normscape.ir.TensorType;
import org.normscape.params.Parameters;

/**
 * All that a step needs on the host before it starts.
 *
 * @param step the number of the step
 * @param batch its examples
 * @param noise what layers draw in it, by path; none where nothing is drawn
 */
public record PreparedBatch(int step, Batch batch, Parameters<double[]> noise) {

  /**
   * Copies to a device what the types name; the caller closes the arrays.
   *
   * @param types those of {@code input}, {@code target} and {@code noise.<path>}, such as the
   *     arguments of an objective; noise that they do not name stays here
   */
  public Parameters<Array> upload(Backend backend, Parameters<TensorType> types) {
    Parameters<Numbers> drawn = noise.map(Numbers::of);
    return Upload.of(batch.numbers().and(drawn.within("noise")), backend, types);
  }
}
