package org.normscape.bench.question;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.normscape.backend.Numerics;
import org.normscape.bench.measure.Allocator;
import org.normscape.bench.measure.Case;
import org.normscape.bench.measure.Effort;
import org.normscape.bench.measure.Question;
import org.normscape.bench.measure.Read;
import org.normscape.bench.measure.Role;
import org.normscape.bench.measure.Unit;
import org.normscape.bench.measure.Work;
import org.normscape.bench.trainer.Engine;
import org.normscape.bench.trainer.Setting;
import org.normscape.component.Name;
import org.normscape.model.Vgg;
import org.normscape.norm.BatchNorm;
import org.normscape.norm.None;
import org.normscape.norm.Normalization;

/**
 * What does each normalization cost, with its defaults? Each sample is the time of a training step
 * divided by that of one with batch normalization, which the same process takes in turn; batch
 * normalization itself is among them and shows what noise is left. Next to libtorch, where it has
 * the layer: the questions "vgg-a-small-batch" and "libtorch-normalizations".
 */
final class NormalizationPrice implements Question {

  @Override
  public String name() {
    return "normalizations";
  }

  @Override
  public String sentence() {
    return "How long does a training step of VGG-A take with each normalization, in steps with batch normalization?";
  }

  @Override
  public Unit unit() {
    return Unit.RATIO;
  }

  @Override
  public List<Case> cases(Effort scale) {
    return Engine.ours().stream()
        .flatMap(engine -> all().map(normalization -> asked(scale, engine, normalization)))
        .toList();
  }

  /** Whatever can be named, the one that the others are divided by too first. */
  private static Stream<Normalization> all() {
    return ServiceLoader.load(Normalization.class).stream()
        .map(ServiceLoader.Provider::get)
        .sorted(
            Comparator.comparing(NormalizationPrice::role)
                .reversed()
                .thenComparing(NormalizationPrice::word));
  }

  private static Role role(Normalization normalization) {
    return normalization.equals(new None()) ? Role.RIVAL : Role.OURS;
  }

  private static String word(Normalization normalization) {
    return Name.of(normalization.getClass());
  }

  private static Case asked(Effort scale, Engine engine, Normalization normalization) {
    Setting with = network(scale, normalization);
    Setting yardstick = network(scale, new BatchNorm());
    return new Case(
        Work.uncounted("VGG-A, batch %s, on %s".formatted(with.batch(), engine.label())),
        word(normalization),
        role(normalization),
        Allocator.SET,
        new Read(() -> StepRatio.open(engine, with, yardstick)));
  }

  private static Setting network(Effort scale, Normalization normalization) {
    return Setting.vgg(
        Vgg.Variant.VGG_A, scale.of(64, 32), normalization, scale.of(32, 8), Numerics.FAST);
  }
}
