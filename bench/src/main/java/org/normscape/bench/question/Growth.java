package org.normscape.bench.question;

import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.normscape.backend.Numerics;
import org.normscape.bench.measure.Case;
import org.normscape.bench.measure.Effort;
import org.normscape.bench.measure.Question;
import org.normscape.bench.measure.Steady;
import org.normscape.bench.measure.Work;
import org.normscape.bench.trainer.Engine;
import org.normscape.bench.trainer.Setting;
import org.normscape.model.Vgg;
import org.normscape.norm.BatchNorm;

/**
 * How does the time of a training step grow?
 *
 * @param axis what grows
 * @param full how far at full scale
 * @param quick how far when quick
 * @param setting the setting for a size and a scale
 */
record Growth(
    String name,
    String sentence,
    String axis,
    List<Integer> full,
    List<Integer> quick,
    BiFunction<Integer, Effort, Setting> setting)
    implements Question {

  /** With the width of VGG-A. */
  static Question width() {
    return new Growth(
        "width",
        "How does the time of a training step of VGG-A grow with its width?",
        "channels of the first block",
        List.of(8, 16, 32, 64),
        List.of(2, 4),
        (size, scale) ->
            Setting.vgg(Vgg.Variant.VGG_A, size, new BatchNorm(), scale.of(32, 4), Numerics.FAST));
  }

  /** With the depth of a residual network. */
  static Question depth() {
    return new Growth(
        "depth",
        "How does the time of a training step of a ResNet grow with its depth?",
        "weight layers",
        List.of(8, 20, 56, 110),
        List.of(8, 14),
        (size, scale) ->
            Setting.resNet(size, scale.of(16, 4), new BatchNorm(), scale.of(32, 4), Numerics.FAST));
  }

  /** With the batch on which VGG-A is trained. */
  static Question batch() {
    return new Growth(
        "batch",
        "How does the time of a training step of VGG-A grow with the batch?",
        "examples",
        List.of(8, 32, 128, 512),
        List.of(4, 8),
        (size, scale) ->
            Setting.vgg(Vgg.Variant.VGG_A, scale.of(32, 4), new BatchNorm(), size, Numerics.FAST));
  }

  @Override
  public List<Case> cases(Effort scale) {
    return (scale == Effort.FULL ? full : quick)
        .stream().flatMap(size -> cases(size, setting.apply(size, scale))).toList();
  }

  private static Stream<Case> cases(int size, Setting setting) {
    Work work =
        new Work(
            setting.title(),
            size,
            () -> Workloads.cost(setting),
            setting.network().amplification());
    return Stream.concat(
        Engine.ours().stream().map(e -> Case.ours(work, e.label(), steady(e, setting))),
        Stream.of(Case.rival(work, Engine.LIBTORCH.label(), steady(Engine.LIBTORCH, setting))));
  }

  private static Steady steady(Engine engine, Setting setting) {
    return new Steady(() -> Workloads.training(engine, setting));
  }
}
