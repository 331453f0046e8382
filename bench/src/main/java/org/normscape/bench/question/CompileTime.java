package org.normscape.bench.question;

import java.util.List;
import java.util.stream.Stream;
import org.normscape.backend.Backend;
import org.normscape.backend.Backends;
import org.normscape.backend.Numerics;
import org.normscape.bench.measure.Case;
import org.normscape.bench.measure.ColdRun;
import org.normscape.bench.measure.Effort;
import org.normscape.bench.measure.Question;
import org.normscape.bench.measure.Work;
import org.normscape.bench.measure.Workload;
import org.normscape.bench.trainer.Engine;
import org.normscape.bench.trainer.Setting;
import org.normscape.norm.BatchNorm;
import org.normscape.params.NamedProgram;

/**
 * How long until a deep network can run? The network is written down, differentiated and compiled,
 * in a process that has done nothing but open the backend.
 */
final class CompileTime implements Question {

  /** A program that is to be compiled. */
  private interface Source {
    NamedProgram write(Setting setting);
  }

  @Override
  public String name() {
    return "compile";
  }

  @Override
  public String sentence() {
    return "How long does it take to write down, differentiate and compile ResNet-110?";
  }

  @Override
  public List<Case> cases(Effort scale) {
    Setting setting = Setting.resNet(scale.of(110, 8), 16, new BatchNorm(), 128, Numerics.FAST);
    return Stream.concat(
            cases(setting, "with gradient", Curvature::gradient),
            cases(setting, "with Hessian-vector product", Curvature::hessianVector))
        .toList();
  }

  private static Stream<Case> cases(Setting setting, String what, Source source) {
    Work work = Work.uncounted(setting.title() + ", " + what);
    return Engine.ours().stream()
        .map(
            engine ->
                Case.ours(
                    work,
                    engine.label(),
                    new ColdRun(() -> new Compiling(engine.label(), setting, source))));
  }

  /** A backend that compiles. */
  private static final class Compiling implements Workload {

    private final Backend backend;
    private final Setting setting;
    private final Source source;

    private Compiling(String backend, Setting setting, Source source) {
      this.backend = Backends.open(backend);
      this.setting = setting;
      this.source = source;
    }

    @Override
    public void run() {
      source.write(setting).compile(backend, setting.numerics()).close();
    }

    @Override
    public void close() {
      backend.close();
    }
  }
}
