package org.normscape.nn;

import java.util.LinkedHashMap;
import java.util.Map;
import org.normscape.params.Parameters;
import org.normscape.random.RandomStream;

/**
 * Draws the noise of a step. Each path has a stream of its own, named {@code
 * noise/step-<number>/<path>}, so that the numbers depend on seed, step and path and on nothing
 * else: not on who draws them, in which order, nor on how many threads.
 */
public final class Noise {

  private Noise() {}

  /**
   * The noise of one step, row-major, by path.
   *
   * @param specs what to draw
   * @param seed the seed of the run
   * @param step the number of the step
   */
  public static Parameters<double[]> draw(Parameters<NoiseSpec> specs, long seed, int step) {
    Map<String, double[]> drawn = new LinkedHashMap<>();
    specs
        .byPath()
        .forEach(
            (path, spec) -> {
              RandomStream stream = RandomStream.of(seed, "noise/step-" + step + "/" + path);
              drawn.put(path, spec.distribution().draw(spec.shape().size(), stream));
            });
    return new Parameters<>(drawn);
  }
}
