package org.normscape.bench.question;

import java.util.List;
import java.util.stream.Stream;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.Backends;
import org.normscape.backend.Numerics;
import org.normscape.bench.measure.Case;
import org.normscape.bench.measure.Question;
import org.normscape.bench.measure.Scale;
import org.normscape.bench.measure.Steady;
import org.normscape.bench.measure.Work;
import org.normscape.bench.measure.Workload;
import org.normscape.bench.trainer.Engine;
import org.normscape.bench.trainer.Normalizations;
import org.normscape.bench.trainer.NormscapeTrainer;
import org.normscape.bench.trainer.Setting;
import org.normscape.model.Vgg;
import org.normscape.nn.Initialization;
import org.normscape.objective.NetworkObjective;
import org.normscape.objective.Point;
import org.normscape.params.NamedExecutable;
import org.normscape.params.NamedProgram;
import org.normscape.params.Parameters;

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
  public List<Case> cases(Scale scale) {
    return Engine.ours().stream()
        .flatMap(e -> Stream.of(Normalizations.values()).flatMap(n -> cases(scale, e, n)))
        .toList();
  }

  private static Stream<Case> cases(Scale scale, Engine engine, Normalizations normalization) {
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
            new Steady(() -> new Running(backend, setting, Curvature.hessianVector(setting)))),
        Case.rival(
            work,
            "gradient",
            new Steady(() -> new Running(backend, setting, Curvature.gradient(setting)))));
  }

  /** A program that runs on a batch at the starting point. */
  private static final class Running implements Workload {

    private final Backend backend;
    private final NamedExecutable executable;
    private final Parameters<Array> arguments;

    private Running(String name, Setting setting, NamedProgram program) {
      NetworkObjective objective = setting.objective();
      this.backend = Backends.open(name);
      this.executable = program.compile(backend, setting.numerics());
      Point<Array> point = objective.initialPoint(backend, setting.seed());
      Parameters<Array> batch =
          NormscapeTrainer.arrays(
              backend, objective, setting.proceduralBatches(setting.batch()).at(0));
      Parameters<Array> vector =
          Initialization.arrays(
              objective.parameters(), setting.seed() + 1, objective.dtype(), backend);
      this.arguments = point.with(batch).and(vector.within("vector"));
    }

    @Override
    public void run() {
      executable.run(arguments).values().forEach(Array::close);
    }

    @Override
    public void close() {
      arguments.values().forEach(Array::close);
      executable.close();
      backend.close();
    }
  }
}
