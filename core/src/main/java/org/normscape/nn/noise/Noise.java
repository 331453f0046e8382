package org.normscape.nn.noise;

import java.util.LinkedHashMap;
import java.util.Map;
import org.normscape.backend.FloatSource;
import org.normscape.params.Parameters;

/**
 * Draws the noise of a step. Each path has random words of its own, named {@code
 * noise/step-<number>/<path>}, so that the numbers depend on seed, step and path and on nothing
 * else: not on who draws them, in which order, nor on how many threads. They are numbers in float32
 * whatever a network calculates in, so that all numerics see the same noise.
 */
public final class Noise {

  private Noise() {}

  /**
   * The noise of one step, row-major, by path. It is drawn when it is asked for.
   *
   * @param specs what to draw
   * @param seed the seed of the run
   * @param step the number of the step
   */
  public static Parameters<FloatSource> draw(Parameters<NoiseSpec> specs, long seed, int step) {
    Map<String, FloatSource> drawn = new LinkedHashMap<>();
    specs
        .byPath()
        .forEach(
            (path, spec) ->
                drawn.put(path, spec.draw(new Naming(seed, "noise/step-" + step + "/" + path))));
    return new Parameters<>(drawn);
  }
}
