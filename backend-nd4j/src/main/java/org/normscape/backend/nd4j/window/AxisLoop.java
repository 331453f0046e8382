package org.normscape.backend.nd4j.window;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.normscape.backend.nd4j.plan.Handle;
import org.normscape.backend.nd4j.plan.PlanStep;
import org.normscape.backend.nd4j.plan.Recorder;
import org.normscape.backend.nd4j.plan.View;
import org.normscape.backend.nd4j.plan.Workers;

/** How a loop of our own along an axis becomes a step of a plan, and is shared among threads. */
final class AxisLoop {

  private static final int WORTH_SHARING = 1 << 16;

  private AxisLoop() {}

  /** What is done with the elements of {@code x}, to those of {@code z}. */
  interface Body {
    void run(Handle x, Handle z, Workers workers);
  }

  /** What is done for some neighbours among the outer places. */
  interface Part {
    void run(int first, int count);
  }

  /** Writes the loop down. */
  static void add(Recorder recorder, View x, View z, Body body) {
    recorder.add(
        new PlanStep(
            List.of(x.slot()),
            List.of(z.slot()),
            List.of(),
            binding -> {
              Handle from = binding.handle(x);
              Handle to = binding.handle(z);
              return () -> body.run(from, to, binding.workers());
            }));
  }

  /** Cuts the outer places into parts, which several threads do if that is worth it. */
  static void share(Workers workers, Maxima.Cube cube, int each, Part part) {
    int length = cube.outer();
    int pieces = (length - 1) / each + 1;
    IntConsumer work = i -> part.run(i * each, Math.min(each, length - i * each));
    if (cube.size() < WORTH_SHARING) {
      IntStream.range(0, pieces).forEach(work);
    } else {
      workers.share(pieces, work);
    }
  }
}
