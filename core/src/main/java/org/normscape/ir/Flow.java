package org.normscape.ir;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The results of derivative rules. */
final class Flow {

  private Flow() {}

  /** One cotangent for each input. */
  static List<Optional<Tensor>> to(Tensor... cotangents) {
    return Stream.of(cotangents).map(Optional::of).toList();
  }

  /** Nothing flows to any of {@code inputs}. */
  static List<Optional<Tensor>> none(List<Tensor> inputs) {
    return inputs.stream().map(x -> Optional.<Tensor>empty()).toList();
  }
}
