package org.normscape.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.Backends;
import org.normscape.bench.trainer.NormscapeTrainer;
import org.normscape.bench.trainer.Setting;
import org.normscape.experiments.interchange.SafeTensors;
import org.normscape.objective.NetworkObjective;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;
import org.normscape.replay.HostArray;

/**
 * Where a network starts and what it is shown, as a file in the format safetensors: {@code
 * parameters.PATH}, {@code input} and {@code target}. Whoever reads it elsewhere starts from the
 * same numbers.
 */
final class StartingPoint {

  private StartingPoint() {}

  /** Writes that of a setting. */
  static void write(Setting setting, Path file) throws IOException {
    NetworkObjective objective = setting.objective();
    try (Backend backend = Backends.open(Backends.REFERENCE);
        Owner owner = new Owner()) {
      Parameters<Array> parameters =
          owner.own(objective.initialPoint(backend, setting.seed()).parameters());
      Parameters<Array> batch =
          owner.own(
              NormscapeTrainer.arrays(
                  backend, objective, setting.proceduralBatches(setting.batch()).at(0)));
      Files.write(
          file,
          SafeTensors.write(
              parameters.within("parameters").and(batch).map(HostArray::of),
              Map.of("learning-rate", String.valueOf(setting.learningRate()))));
    }
  }
}
