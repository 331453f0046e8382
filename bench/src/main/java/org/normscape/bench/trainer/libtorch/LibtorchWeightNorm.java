package org.normscape.bench.trainer.libtorch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.function.UnaryOperator;
import org.normscape.params.Parameters;

/** {@link org.normscape.norm.weight.WeightNorm} by libtorch's fused kernel. */
final class LibtorchWeightNorm implements LibtorchNormalization {

  private final UnaryOperator<NDList> function;

  LibtorchWeightNorm(NDManager manager) {
    this.function =
        ScriptedNormalization.compiled(
            manager,
            "torch._weight_norm(weight, torch.reshape(scale, [-1, 1, 1, 1]), 0)",
            "weight",
            "scale");
  }

  @Override
  public NDArray weight(Parameters<NDArray> parameters, NDArray x) {
    return function
        .apply(new NDList(x, parameters.get("weight"), parameters.get("scale")))
        .singletonOrThrow();
  }
}
