package org.normscape.bench.question;

import java.util.List;
import java.util.function.Consumer;
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
import org.normscape.objective.NetworkObjective;
import org.normscape.optim.Descent;
import org.normscape.optim.Sgd;
import org.normscape.params.Parameters;
import org.normscape.probe.landscape.GradientLineProbe;
import org.normscape.train.Step;
import org.normscape.train.Trainer;

/** What does a landscape probe cost beyond its gradients? */
final class ProbePrice implements Question {

  private static final List<Double> STEP_LENGTHS =
      List.of(0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4);

  @Override
  public String name() {
    return "probe";
  }

  @Override
  public String sentence() {
    return "What does a landscape probe of 8 step lengths cost, next to 8 forward and backward passes?";
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
            scale.of(128, 8),
            Numerics.FAST);
    Work work =
        Work.of(
            setting.title() + ", on " + engine.label(),
            () -> Workloads.gradientCost(setting).times(STEP_LENGTHS.size()));
    return Stream.of(
        Case.ours(work, "probe", new Steady(() -> new Probing(engine, setting, Probing::probe))),
        Case.rival(
            work, "8 passes", new Steady(() -> new Probing(engine, setting, Probing::passes))));
  }

  /** A network at its starting point, with its probe. */
  private static final class Probing implements Workload {

    private final Consumer<Probing> sample;
    private final Backend backend;
    private final Trainer training;
    private final GradientLineProbe probe;
    private final Parameters<Array> batch;
    private final Step step;

    private Probing(Engine engine, Setting setting, Consumer<Probing> sample) {
      NetworkObjective objective = setting.objective();
      this.sample = sample;
      this.backend = Backends.open(engine.label());
      this.training =
          new Trainer(
              backend,
              setting.numerics(),
              objective,
              new Descent(new Sgd(), setting.learningRate()),
              setting.seed());
      this.probe = new GradientLineProbe(backend, setting.numerics(), objective);
      this.batch =
          NormscapeTrainer.arrays(
              backend, objective, setting.proceduralBatches(setting.batch()).at(0));
      this.step = training.step(batch);
    }

    @Override
    public void run() {
      sample.accept(this);
    }

    private void probe() {
      probe.measure(training.point(), step.loss(), step.gradient(), batch, STEP_LENGTHS);
    }

    private void passes() {
      STEP_LENGTHS.forEach(length -> training.step(batch).close());
    }

    @Override
    public void close() {
      step.close();
      batch.values().forEach(Array::close);
      probe.close();
      training.close();
      backend.close();
    }
  }
}
