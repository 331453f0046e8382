package org.normscape.experiments.run.record;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.normscape.backend.Array;
import org.normscape.objective.Point;
import org.normscape.params.Parameters;
import org.normscape.replay.Fingerprint;

/**
 * What a network is after some updates, in a few words: equal when every bit is equal.
 *
 * @param cell which network of the experiment
 * @param seed the seed of its initial parameters and of its batches
 * @param step after how many updates
 * @param parameters the SHA-256 of what is learned
 * @param state the SHA-256 of what normalizations remember
 * @param memory the SHA-256 of what the optimizer remembers
 * @param sketch numbers by which distances between parameters can be estimated: see {@link Sketch}
 */
@JsonPropertyOrder({"cell", "seed", "step", "parameters", "state", "memory", "sketch"})
public record NetworkFingerprint(
    String cell,
    long seed,
    int step,
    String parameters,
    String state,
    String memory,
    List<Double> sketch) {

  public NetworkFingerprint {
    sketch = List.copyOf(sketch);
  }

  static NetworkFingerprint of(
      String cell,
      long seed,
      int step,
      Point<Array> point,
      Parameters<Array> memory,
      Sketch sketch) {
    return new NetworkFingerprint(
        cell,
        seed,
        step,
        Fingerprint.of(point.parameters()),
        Fingerprint.of(point.state()),
        Fingerprint.of(memory),
        sketch.of(point.parameters()));
  }
}
