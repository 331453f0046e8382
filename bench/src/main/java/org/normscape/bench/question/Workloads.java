package org.normscape.bench.question;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.normscape.bench.measure.Allocator;
import org.normscape.bench.measure.Case;
import org.normscape.bench.measure.Cost;
import org.normscape.bench.measure.Descent;
import org.normscape.bench.measure.Measurement;
import org.normscape.bench.measure.Work;
import org.normscape.bench.measure.Workload;
import org.normscape.bench.trainer.Engine;
import org.normscape.bench.trainer.Setting;
import org.normscape.bench.trainer.Trainer;
import org.normscape.experiments.data.batch.Batch;
import org.normscape.nn.ParameterSpec;
import org.normscape.nn.Statistics;
import org.normscape.objective.NetworkObjective;

/** Training as a workload, and who does it. */
final class Workloads {

  /** What an update of plain descent does for each parameter: one product, one difference. */
  private static final int UPDATE_OPERATIONS = 2;

  /** And moves: parameter and gradient are read, the parameter is written. */
  private static final int UPDATE_NUMBERS = 3;

  private Workloads() {}

  /** Our backends, and every rival that trains in this setting; libtorch with both allocators. */
  static List<Case> contenders(
      Work named, Setting setting, Function<Supplier<Workload>, Measurement> how) {
    Work work = named.amplifying(setting.network().amplification());
    Stream<Case> ours =
        Engine.ours().stream()
            .map(e -> Case.ours(work, e.label(), how.apply(() -> training(e, setting))));
    List<Case> cases = new ArrayList<>(ours.toList());
    for (Engine engine : Engine.rivals(setting)) {
      Case rival = Case.rival(work, engine.label(), how.apply(() -> training(engine, setting)));
      cases.add(rival);
      if (engine == Engine.LIBTORCH) {
        cases.add(rival.with(Allocator.DEFAULT));
      }
    }
    return cases;
  }

  /** One training step: the batch goes to the device, and the loss comes back. */
  static Work step(Setting setting) {
    return Work.of(setting.title(), () -> cost(setting));
  }

  static Workload training(Engine engine, Setting setting) {
    Batch batch = setting.proceduralBatches(setting.batch()).at(0);
    Trainer trainer = engine.open(setting);
    return new Descent(() -> trainer.step(batch), trainer::close);
  }

  /** The cost of a forward pass, a backward pass and an update. */
  static Cost cost(Setting setting) {
    double parameters =
        setting.objective().parameters().values().stream()
            .map(ParameterSpec::shape)
            .mapToDouble(shape -> shape.size())
            .sum();
    double bytes = UPDATE_NUMBERS * (double) setting.numerics().dtype().bytes();
    return gradientCost(setting).plus(new Cost(UPDATE_OPERATIONS * parameters, bytes * parameters));
  }

  /** The cost of a forward pass and a backward pass. */
  static Cost gradientCost(Setting setting) {
    NetworkObjective objective = setting.objective();
    return Cost.of(objective.lossAndGradient(Statistics.BATCH).program());
  }
}
