package org.normscape.nn.initialization;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.ir.DType;
import org.normscape.nn.ParameterSpec;
import org.normscape.params.Parameters;
import org.normscape.random.RandomStream;

/**
 * Gives parameters their first values. Each is drawn from a stream of its own, named {@code
 * init/<path>}, so that adding a layer shifts nobody else's numbers.
 */
public final class Initialization {

  private Initialization() {}

  /** The first values of {@code specs}, row-major, drawn from a seed. */
  public static Parameters<double[]> values(Parameters<ParameterSpec> specs, long seed) {
    return mapped(specs, seed, (path, values) -> values);
  }

  /**
   * What {@code use} makes of the first values of each of {@code specs}. It gets them one parameter
   * after the other, so that a large network is never on the heap as a whole.
   *
   * @param use takes the path of a parameter and its values, row-major
   */
  public static <T> Parameters<T> mapped(
      Parameters<ParameterSpec> specs, long seed, BiFunction<String, double[], T> use) {
    Map<String, T> used = new LinkedHashMap<>();
    specs
        .byPath()
        .forEach(
            (path, spec) -> {
              RandomStream stream = RandomStream.of(seed, "init/" + spec.source(path));
              used.put(path, use.apply(path, spec.initializer().values(spec.shape(), stream)));
            });
    return new Parameters<>(used);
  }

  /** The first values of {@code specs} on a device, which the caller closes. */
  public static Parameters<Array> arrays(
      Parameters<ParameterSpec> specs, long seed, DType dtype, Backend backend) {
    return mapped(
        specs, seed, (path, values) -> backend.array(specs.get(path).type(dtype), values));
  }
}
