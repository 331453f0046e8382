package org.normscape.probe.direction;

import java.util.LinkedHashMap;
import java.util.Map;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.ir.TensorType;
import org.normscape.params.Parameters;
import org.normscape.random.RandomStream;

/** Vectors of standard normal numbers, each parameter from a stream of its own. */
public final class Draws {

  private Draws() {}

  /**
   * Draws a vector. The caller closes the arrays.
   *
   * @param seed the seed
   * @param purpose what it is for, such as {@code direction}
   * @param types the types of its parts, by path
   */
  public static Parameters<Array> normal(
      Backend backend, long seed, String purpose, Parameters<TensorType> types) {
    Map<String, Array> drawn = new LinkedHashMap<>();
    types
        .byPath()
        .forEach(
            (path, type) -> {
              RandomStream stream = RandomStream.of(seed, purpose + "/" + path);
              drawn.put(path, backend.array(type, stream.normal(type.shape().size(), 1)));
            });
    return new Parameters<>(drawn);
  }
}
