package org.normscape.bench.trainer.libtorch;

import ai.djl.ndarray.NDManager;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.normscape.norm.BatchNorm;
import org.normscape.norm.LayerNorm;
import org.normscape.norm.None;
import org.normscape.norm.Normalization;
import org.normscape.norm.example.GroupNorm;
import org.normscape.norm.example.InstanceNorm;
import org.normscape.norm.example.PositionalNorm;
import org.normscape.norm.example.RmsNorm;
import org.normscape.norm.response.LocalResponseNorm;
import org.normscape.norm.weight.WeightNorm;

/** Which of our normalizations libtorch has layers for, with our defaults. */
public final class LibtorchNormalizations {

  private static final Map<Normalization, Function<NDManager, LibtorchNormalization>> ALL =
      Map.of(
          new None(),
          manager -> new LibtorchNormalization() {},
          new BatchNorm(),
          manager -> new LibtorchBatchNorm(),
          new LayerNorm(),
          manager -> new LibtorchLayerNorm(),
          new GroupNorm(),
          scripted("torch.group_norm(x, 32, scale, shift, 1e-5, False)", "scale", "shift"),
          new InstanceNorm(),
          scripted(
              "torch.instance_norm(x, scale, shift, None, None, True, 0.1, 1e-5, False)",
              "scale",
              "shift"),
          new RmsNorm(),
          scripted(ofPlaces("torch.rms_norm(%s, [torch.size(x, 1)], scale, 1e-6)"), "scale"),
          new PositionalNorm(),
          scripted(ofPlaces("torch.layer_norm(%s, [torch.size(x, 1)], None, None, 1e-5, False)")),
          new LocalResponseNorm(),
          scripted(
              "x / torch.pow(torch.squeeze(torch.avg_pool3d(torch.pad(torch.unsqueeze(x * x, 1),"
                  + " [0, 0, 0, 0, 2, 2]), [5, 1, 1], [1, 1, 1]), 1) * 0.0005 + 2., 0.75)"),
          new WeightNorm(),
          LibtorchWeightNorm::new);

  private LibtorchNormalizations() {}

  /** All that it has. */
  public static Set<Normalization> all() {
    return ALL.keySet();
  }

  /** That of libtorch, which closes with the manager. */
  static LibtorchNormalization of(Normalization normalization, NDManager manager) {
    return Optional.ofNullable(ALL.get(normalization))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "libtorch: the normalization must be one of %s, but it is %s. To fix: use one of these."
                        .formatted(all(), normalization)))
        .apply(manager);
  }

  private static Function<NDManager, LibtorchNormalization> scripted(
      String expression, String... learned) {
    return manager -> new ScriptedNormalization(manager, expression, learned);
  }

  /** A layer of libtorch's that normalizes the last axis. */
  private static String ofPlaces(String layer) {
    return "torch.permute(%s, [0, 3, 1, 2])"
        .formatted(layer.formatted("torch.permute(x, [0, 2, 3, 1])"));
  }
}
