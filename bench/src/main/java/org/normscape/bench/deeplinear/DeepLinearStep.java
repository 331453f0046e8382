package org.normscape.bench.deeplinear;

import java.util.List;
import org.normscape.bench.measure.Workload;

/** A contender at {@link DeepLinearTask}: each run is one training step. */
public interface DeepLinearStep extends Workload {

  /** Our backends that are there to be fast. */
  List<String> OURS = List.of("tensorflow", "nd4j");

  /** The others; the reference backend is ours, and dispatches nothing. */
  List<String> RIVALS = List.of("reference", "libtorch", "raw tensorflow", "raw nd4j");

  /** The contender of this name, at the start. */
  static DeepLinearStep open(String contender) {
    return switch (contender) {
      case "libtorch" -> new LibtorchDeepLinear();
      case "raw tensorflow" -> new RawTensorFlowDeepLinear();
      case "raw nd4j" -> new RawNd4jDeepLinear();
      default -> new NormscapeDeepLinear(contender);
    };
  }

  /** The loss before the last step. */
  double loss();
}
