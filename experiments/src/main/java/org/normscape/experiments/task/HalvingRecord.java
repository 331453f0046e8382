package org.normscape.experiments.task;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.normscape.experiments.UserError;
import org.normscape.experiments.run.file.Json;

/**
 * {@code successive-halving.json} of a run: which tasks were kept at which rung.
 *
 * @param rungs those at which it is decided, in order
 */
record HalvingRecord(List<Rung> rungs) {

  private static final String NAME = "successive-halving.json";
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * A task, and by what it was judged.
   *
   * @param value a number as text, which may be NaN
   */
  record Place(String cell, long seed, String value) {

    /** The number. */
    double number() {
      return Double.parseDouble(value);
    }
  }

  /**
   * What was decided at one rung.
   *
   * @param updates how many updates the tasks had made
   * @param quantity by what they were compared
   * @param kept those that go on, the best first
   * @param pruned those that do not
   */
  record Rung(int updates, String quantity, List<Place> kept, List<Place> pruned) {

    Rung {
      kept = List.copyOf(kept);
      pruned = List.copyOf(pruned);
    }

    /** The last of those that go on. */
    Place worstKept() {
      return kept.get(kept.size() - 1);
    }
  }

  HalvingRecord {
    rungs = List.copyOf(rungs);
  }

  /** What was decided in a run so far. */
  static HalvingRecord read(Path run) {
    Path file = run.resolve(NAME);
    if (!Files.exists(file)) {
      return new HalvingRecord(List.of());
    }
    try {
      return JSON.readValue(Files.readAllBytes(file), HalvingRecord.class);
    } catch (IOException e) {
      throw UserError.failure(
          "%s: must hold what was decided at each rung, but it cannot be read (%s). To fix: restore the file, or run the experiment again."
              .formatted(file, e.getMessage()),
          e);
    }
  }

  /** Writes this into a run's folder. */
  void write(Path run) {
    Json.write(run.resolve(NAME), this);
  }

  /** What was decided at a rung; nothing where that is open. */
  Optional<Rung> at(int updates) {
    return rungs.stream().filter(rung -> rung.updates() == updates).findFirst();
  }

  /** The same with one more. */
  HalvingRecord with(Rung rung) {
    return new HalvingRecord(Stream.concat(rungs.stream(), Stream.of(rung)).toList());
  }
}
