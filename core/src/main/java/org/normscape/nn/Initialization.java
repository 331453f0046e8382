package org.normscape.nn;

import java.util.LinkedHashMap;
import java.util.Map;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.ir.DType;
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
    Map<String, double[]> values = new LinkedHashMap<>();
    specs
        .byPath()
        .forEach(
            (path, spec) ->
                values.put(
                    path,
                    spec.initializer()
                        .values(spec.shape(), RandomStream.of(seed, "init/" + path))));
    return new Parameters<>(values);
  }

  /** The first values of {@code specs} on a device, which the caller closes. */
  public static Parameters<Array> arrays(
      Parameters<ParameterSpec> specs, long seed, DType dtype, Backend backend) {
    return specs.zip(
        values(specs, seed), (spec, values) -> backend.array(spec.type(dtype), values));
  }
}
