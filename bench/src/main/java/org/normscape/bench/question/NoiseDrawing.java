package org.normscape.bench.question;

import org.normscape.backend.Backend;
import org.normscape.backend.Backends;
import org.normscape.bench.measure.Workload;
import org.normscape.bench.trainer.Setting;
import org.normscape.objective.NetworkObjective;
import org.normscape.params.Owner;

/** The noise of a step, drawn into the device's memory and freed: nothing is trained. */
final class NoiseDrawing implements Workload {

  private final Backend backend;
  private final NetworkObjective objective;
  private final long seed;
  private int steps;

  NoiseDrawing(String backend, Setting setting) {
    this.backend = Backends.open(backend);
    this.objective = setting.objective();
    this.seed = setting.seed();
  }

  @Override
  public void run() {
    try (Owner owner = new Owner()) {
      owner.own(objective.drawNoise(backend, seed, steps++));
    }
  }

  @Override
  public void close() {
    backend.close();
  }
}
