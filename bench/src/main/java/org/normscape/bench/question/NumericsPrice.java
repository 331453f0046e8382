package org.normscape.bench.question;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.normscape.backend.Numerics;
import org.normscape.bench.measure.Allocator;
import org.normscape.bench.measure.Case;
import org.normscape.bench.measure.Effort;
import org.normscape.bench.measure.Question;
import org.normscape.bench.measure.Role;
import org.normscape.bench.measure.Steady;
import org.normscape.bench.measure.Work;
import org.normscape.bench.trainer.Engine;
import org.normscape.bench.trainer.Normalizations;
import org.normscape.bench.trainer.Setting;
import org.normscape.model.Vgg;

/** What do precise and exact numerics cost? The network is that of the landscape experiment. */
final class NumericsPrice implements Question {

  @Override
  public String name() {
    return "numerics";
  }

  @Override
  public String sentence() {
    return "How long does a training step take with fast, precise and exact numerics?";
  }

  @Override
  public List<Case> cases(Effort scale) {
    return Engine.ours().stream()
        .flatMap(e -> Stream.of(Normalizations.values()).flatMap(n -> cases(scale, e, n)))
        .toList();
  }

  private static Stream<Case> cases(Effort scale, Engine engine, Normalizations normalization) {
    return Stream.of(Numerics.values())
        .map(
            numerics -> {
              Setting setting = setting(scale, normalization, numerics);
              return new Case(
                  Work.uncounted(setting.title() + ", on " + engine.label()),
                  numerics.name().toLowerCase(Locale.ROOT),
                  numerics == Numerics.EXACT ? Role.OURS : Role.RIVAL,
                  Allocator.SET,
                  new Steady(() -> Workloads.training(engine, setting)));
            });
  }

  private static Setting setting(Effort scale, Normalizations normalization, Numerics numerics) {
    return Setting.vgg(
        Vgg.Variant.VGG_A,
        scale.of(16, 4),
        normalization.normalization(),
        scale.of(128, 8),
        numerics);
  }
}
