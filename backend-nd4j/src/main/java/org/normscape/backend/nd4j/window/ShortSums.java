package org.normscape.backend.nd4j.window;

import org.normscape.backend.nd4j.memory.Lane;
import org.normscape.backend.nd4j.memory.Scratch;
import org.normscape.backend.nd4j.plan.Recorder;
import org.normscape.backend.nd4j.plan.View;

/**
 * Writes down many sums of few elements each: ND4J shares them among threads however few they are,
 * and waits for those. Sums of float32 are taken in float64 and rounded once.
 */
public final class ShortSums {

  private static final int RUN = 1 << 12;

  private final Recorder recorder;

  /** Sums that this recorder writes down. */
  public ShortSums(Recorder recorder) {
    this.recorder = recorder;
  }

  /** The sums along the middle axis of floating-point numbers in row-major order. */
  public void sum(View x, Maxima.Cube cube, View z) {
    int each = Math.max(1, RUN / (cube.count() * cube.inner()));
    AxisLoop.add(
        recorder,
        x,
        z,
        (from, to, workers) -> {
          Lane in = from.lane();
          Lane out = to.lane();
          AxisLoop.share(workers, cube, each, (first, n) -> sum(in, cube, out, first, n));
        });
  }

  private static void sum(Lane x, Maxima.Cube cube, Lane z, int first, int outer) {
    int inner = cube.inner();
    int block = cube.count() * inner;
    double[] all = Scratch.own().array(0, outer * block);
    double[] sums = Scratch.own().array(1, outer * inner);
    x.read(first * block, all, 0, outer * block);
    for (int o = 0; o < outer; o++) {
      System.arraycopy(all, o * block, sums, o * inner, inner);
      for (int i = inner; i < block; i++) {
        sums[o * inner + i % inner] += all[o * block + i];
      }
    }
    z.write(first * inner, sums, 0, outer * inner);
  }
}
