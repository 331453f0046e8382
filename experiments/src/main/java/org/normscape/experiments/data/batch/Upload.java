package org.normscape.experiments.data.batch;

import java.util.LinkedHashMap;
import java.util.Map;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.experiments.data.example.Numbers;
import org.normscape.ir.TensorType;
import org.normscape.params.Parameters;

/** Copies numbers to a device: all that are asked for, or none. */
final class Upload {

  private Upload() {}

  static Parameters<Array> of(
      Parameters<Numbers> numbers, Backend backend, Parameters<TensorType> types) {
    Map<String, Array> arrays = new LinkedHashMap<>();
    try {
      types.byPath().forEach((path, type) -> arrays.put(path, numbers.get(path).on(backend, type)));
      return new Parameters<>(arrays);
    } catch (RuntimeException e) {
      arrays.values().forEach(Array::close);
      throw e;
    }
  }
}
