package org.normscape.bench.question;

import java.util.List;
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
import org.normscape.params.NamedProgram;

/** What does a Hessian-vector product cost, in gradients? */
final class HessianVectorPrice implements Question {

  @Override
  public String name() {
    return "hessian-vector";
  }

  @Override
  public String sentence() {
    return "What does a Hessian-vector product cost, in gradients?";
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
            scale.of(32, 8),
            Numerics.FAST);
    Work work = Work.uncounted(setting.title() + ", on " + engine.label());
    String backend = engine.label();
    return Stream.of(
        Case.ours(
            work,
            "Hessian-vector product",
            new Steady(() -> running(backend, setting, Curvature.hessianVector(setting)))),
        Case.rival(
            work,
            "gradient",
            new Steady(() -> running(backend, setting, Curvature.gradient(setting)))));
  }

  private static Workload running(String backend, Setting setting, NamedProgram program) {
    return new Running(Backends.open(backend), setting, program);
  }
}
