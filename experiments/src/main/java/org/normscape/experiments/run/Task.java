package org.normscape.experiments.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One network of a run, trained from one seed, with the folder of what it measured.
 *
 * @param cell the name of the network
 * @param seed its seed
 * @param folder {@code tasks/<cell>/seed-<seed>} in the run's folder
 */
public record Task(String cell, long seed, Path folder) {

  /** The tasks of a run in the order of its configuration: for each seed, each cell. */
  public static List<Task> of(Path run, JsonNode config) {
    List<Task> tasks = new ArrayList<>();
    for (JsonNode seed : config.path("seeds")) {
      for (JsonNode cell : config.path("cells")) {
        tasks.add(of(run, cell.path("name").asText(), seed.asLong()));
      }
    }
    return tasks;
  }

  /** A task of a run. */
  public static Task of(Path run, String cell, long seed) {
    return new Task(cell, seed, run.resolve("tasks").resolve(cell).resolve("seed-" + seed));
  }

  /** What it measured, one number a line. */
  public Path metrics() {
    return folder.resolve("metrics.jsonl");
  }

  /** A fingerprint of the network after every update, one a line, where that was asked for. */
  public Path fingerprints() {
    return folder.resolve("fingerprints.jsonl");
  }
}
