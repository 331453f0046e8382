package org.normscape.bench.question;

import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.bench.measure.Workload;
import org.normscape.bench.trainer.NormscapeTrainer;
import org.normscape.bench.trainer.Setting;
import org.normscape.nn.initialization.Initialization;
import org.normscape.objective.NetworkObjective;
import org.normscape.objective.Point;
import org.normscape.params.NamedExecutable;
import org.normscape.params.NamedProgram;
import org.normscape.params.Parameters;

/** A program that runs on a batch at the starting point, on a backend that closes with it. */
final class Running implements Workload {

  private final Backend backend;
  private final NamedExecutable executable;
  private final Parameters<Array> arguments;

  Running(Backend backend, Setting setting, NamedProgram program) {
    NetworkObjective objective = setting.objective();
    this.backend = backend;
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
