package org.normscape.bench.question;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.normscape.backend.Backends;
import org.normscape.backend.Numerics;
import org.normscape.bench.measure.Case;
import org.normscape.bench.measure.Effort;
import org.normscape.bench.measure.Question;
import org.normscape.bench.measure.Steady;
import org.normscape.bench.measure.Work;
import org.normscape.bench.measure.Workload;
import org.normscape.bench.trainer.Engine;
import org.normscape.bench.trainer.Normalizations;
import org.normscape.bench.trainer.Setting;
import org.normscape.model.Vgg;

/** What does a landscape probe cost beyond its gradients? */
final class ProbePrice implements Question {

  @Override
  public String name() {
    return "probe";
  }

  @Override
  public String sentence() {
    return "What does a landscape probe of 8 step lengths cost, next to 8 forward and backward passes?";
  }

  @Override
  public List<Case> cases(Effort scale) {
    return Engine.ours().stream()
        .flatMap(e -> Stream.of(Normalizations.values()).flatMap(n -> cases(scale, e, n)))
        .toList();
  }

  private static Stream<Case> cases(Effort scale, Engine engine, Normalizations normalization) {
    Setting setting =
        Setting.vgg(
            Vgg.Variant.VGG_A,
            scale.of(64, 4),
            normalization.normalization(),
            scale.of(128, 8),
            Numerics.FAST);
    Work work =
        Work.of(
            setting.title() + ", on " + engine.label(),
            () -> Workloads.gradientCost(setting).times(Probing.STEP_LENGTHS.size()));
    return Stream.of(
        Case.ours(work, "probe", new Steady(() -> probing(engine, setting, Probing::probe))),
        Case.rival(work, "8 passes", new Steady(() -> probing(engine, setting, Probing::passes))));
  }

  private static Workload probing(Engine engine, Setting setting, Consumer<Probing> sample) {
    return new Probing(Backends.open(engine.label()), setting, sample);
  }
}
