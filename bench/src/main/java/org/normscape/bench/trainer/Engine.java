package org.normscape.bench.trainer;

import java.util.List;
import java.util.stream.Stream;
import org.normscape.backend.Numerics;
import org.normscape.bench.trainer.libtorch.LibtorchTrainer;
import org.normscape.bench.trainer.nd4j.RawNd4jTrainer;
import org.normscape.bench.trainer.tensorflow.RawTensorFlowTrainer;

/** Who can train a network. */
public enum Engine {
  TENSORFLOW("tensorflow"),
  ND4J("nd4j"),
  LIBTORCH("libtorch"),
  DL4J("dl4j"),
  RAW_TENSORFLOW("raw tensorflow"),
  RAW_ND4J("raw nd4j");

  private final String label;

  Engine(String label) {
    this.label = label;
  }

  /** The engines that are ours and fast. */
  public static List<Engine> ours() {
    return List.of(TENSORFLOW, ND4J);
  }

  /** The others that can train in this setting. */
  public static List<Engine> rivals(Setting setting) {
    return Stream.of(values())
        .filter(engine -> !ours().contains(engine) && engine.trains(setting))
        .toList();
  }

  /** The name in tables. */
  public String label() {
    return label;
  }

  /** Brings the network to its starting point. */
  public Trainer open(Setting setting) {
    return switch (this) {
      case TENSORFLOW, ND4J -> NormscapeTrainer.open(label, setting);
      case LIBTORCH -> new LibtorchTrainer(setting);
      case DL4J -> new Dl4jTrainer(setting);
      case RAW_TENSORFLOW -> new RawTensorFlowTrainer(setting);
      case RAW_ND4J -> new RawNd4jTrainer(setting);
    };
  }

  private boolean trains(Setting setting) {
    return switch (this) {
      case TENSORFLOW, ND4J -> true;
      case LIBTORCH -> LibtorchTrainer.trains(setting);
      case DL4J ->
          isUsualInFloat32(setting)
              && setting.network() instanceof Network.OfVgg
              && Dl4jTrainer.has(setting.network().normalization());
      case RAW_TENSORFLOW, RAW_ND4J -> isUsualInFloat32(setting);
    };
  }

  private static boolean isUsualInFloat32(Setting setting) {
    return Normalizations.areUsual(setting.network().normalization())
        && setting.numerics() == Numerics.FAST;
  }
}
