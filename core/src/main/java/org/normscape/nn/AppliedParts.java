package org.normscape.nn;

import java.util.LinkedHashMap;
import java.util.Map;
import org.normscape.ir.Tensor;
import org.normscape.params.Parameters;

/** What the layers inside a layer give, being collected: each value is put down once. */
final class AppliedParts {

  private final Map<String, Tensor> state = new LinkedHashMap<>();
  private final Map<String, Tensor> frozen = new LinkedHashMap<>();
  private final Map<String, Tensor> activations = new LinkedHashMap<>();

  /** Adds what the layer of a name gave, and its output as an activation; that output. */
  Tensor add(String name, Applied part) {
    put(name + ".", part);
    put(activations, name, part.output());
    return part.output();
  }

  /** Adds what a layer without a name gave, under the paths it came with; its output. */
  Tensor add(Applied part) {
    put("", part);
    return part.output();
  }

  /** Everything that was added, with an output. */
  Applied with(Tensor output) {
    return new Applied(
        output, new Parameters<>(state), new Parameters<>(frozen), new Parameters<>(activations));
  }

  /**
   * Leaves out activations that are {@code x} itself. Where {@code x} goes more than one way, its
   * gradient is not what flows back along one of them.
   */
  AppliedParts without(Tensor x) {
    activations.values().removeIf(activation -> activation.var().equals(x.var()));
    return this;
  }

  private void put(String prefix, Applied part) {
    part.state().byPath().forEach((path, value) -> put(state, prefix + path, value));
    part.frozen().byPath().forEach((path, value) -> put(frozen, prefix + path, value));
    part.activations().byPath().forEach((path, value) -> put(activations, prefix + path, value));
  }

  private static void put(Map<String, Tensor> values, String path, Tensor value) {
    if (values.putIfAbsent(path, value) != null) {
      throw new IllegalArgumentException(
          "Layer: a path names one value, but \"%s\" is named twice. To fix: rename a layer."
              .formatted(path));
    }
  }
}
