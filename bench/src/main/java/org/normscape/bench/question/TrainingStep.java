package org.normscape.bench.question;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.normscape.backend.Numerics;
import org.normscape.bench.measure.Case;
import org.normscape.bench.measure.Effort;
import org.normscape.bench.measure.Question;
import org.normscape.bench.measure.Steady;
import org.normscape.bench.trainer.Normalizations;
import org.normscape.bench.trainer.Setting;
import org.normscape.bench.trainer.libtorch.LibtorchNormalizations;
import org.normscape.model.Vgg;

/**
 * How long does a training step take? The batch goes to the device, forward, backward, update, and
 * the loss comes back; float32.
 *
 * @param settings what is trained at a scale
 */
record TrainingStep(String name, String sentence, Function<Effort, List<Setting>> settings)
    implements Question {

  /** Of a VGG, with each normalization. */
  static Question vgg(String name, Vgg.Variant variant, int batch) {
    return new TrainingStep(
        name,
        "How long does a training step of %s take, batch %s?"
            .formatted(variant.name().replace('_', '-'), batch),
        scale ->
            Stream.of(Normalizations.values())
                .map(
                    n ->
                        Setting.vgg(
                            variant,
                            scale.of(64, 8),
                            n.normalization(),
                            scale.of(batch, 8),
                            Numerics.FAST))
                .toList());
  }

  /**
   * Of VGG-A with each normalization that libtorch has and the questions above do not ask about.
   */
  static Question libtorchNormalizations() {
    return new TrainingStep(
        "libtorch-normalizations",
        "How long does a training step of VGG-A take with other normalizations that libtorch has, batch 32?",
        scale ->
            LibtorchNormalizations.all().stream()
                .filter(n -> !Normalizations.areUsual(n))
                .map(
                    n ->
                        Setting.vgg(
                            Vgg.Variant.VGG_A, scale.of(64, 32), n, scale.of(32, 8), Numerics.FAST))
                .sorted(Comparator.comparing(Setting::title))
                .toList());
  }

  /** Of a residual network with batch normalization. */
  static Question resNet(String name, int depth) {
    return new TrainingStep(
        name,
        "How long does a training step of ResNet-%s take, batch 128?".formatted(depth),
        scale ->
            List.of(
                Setting.resNet(
                    scale.of(depth, 8),
                    16,
                    Normalizations.BATCH.normalization(),
                    scale.of(128, 8),
                    Numerics.FAST)));
  }

  @Override
  public List<Case> cases(Effort scale) {
    return settings.apply(scale).stream()
        .flatMap(s -> Workloads.contenders(Workloads.step(s), s, Steady::new).stream())
        .toList();
  }
}
