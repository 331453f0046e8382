package org.normscape.backend.nd4j.window;

import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.IntPointer;
import org.normscape.backend.nd4j.fusion.Loops;
import org.normscape.backend.nd4j.fusion.Operator;
import org.normscape.backend.nd4j.fusion.Pointwise;
import org.normscape.backend.nd4j.memory.Lane;
import org.normscape.backend.nd4j.memory.Scratch;
import org.normscape.backend.nd4j.plan.Handle;
import org.normscape.backend.nd4j.plan.Recorder;
import org.normscape.backend.nd4j.plan.View;
import org.normscape.backend.nd4j.plan.Workers;

/**
 * Writes down searches for the largest element, which is NaN where there is one: ND4J's own pass
 * over it, and take ten times as long.
 */
public final class Maxima {

  private static final int RUN = 1 << 12;

  private final Recorder recorder;

  /** Searches that this recorder writes down. */
  public Maxima(Recorder recorder) {
    this.recorder = recorder;
  }

  /**
   * A tensor that is seen as {@code [outer, count, inner]}.
   *
   * @param count the number of elements among which the largest is sought
   * @param outer the product of the extents before that axis
   * @param inner the product of those behind
   */
  public record Cube(int outer, int count, int inner) {
    int size() {
      return outer * count * inner;
    }
  }

  /** The largest elements along the middle axis. */
  public void max(View x, Cube cube, View z) {
    if (cube.outer() == 1 && cube.inner() == 1) {
      recorder.add(new Pointwise(new Operator.Largest(), List.of(View.flat(x.slot())), z.slot()));
      return;
    }
    add(x, z, (from, to, workers) -> max(from, cube, to, workers));
  }

  /** Where along the middle axis the first of the largest elements stands; there is no inner. */
  public void argMax(View x, Cube cube, View z) {
    add(x, z, (from, to, workers) -> argMax(from.lane(), cube, new IntPointer(to.start())));
  }

  private void add(View x, View z, AxisLoop.Body body) {
    AxisLoop.add(recorder, x, z, body);
  }

  private static void max(Handle x, Cube cube, Handle z, Workers workers) {
    Lane from = x.lane();
    Lane to = z.lane();
    int count = cube.count();
    if (cube.inner() > 1) {
      AxisLoop.share(workers, cube, 1, (i, n) -> ofColumns(from, cube, to, i));
    } else {
      int rows = Math.max(1, RUN / count);
      AxisLoop.share(workers, cube, rows, (i, n) -> ofRows(from, count, to, i, n));
    }
  }

  private static void ofRows(Lane x, int count, Lane z, int first, int rows) {
    double[] row = Scratch.own().array(0, rows * count);
    double[] best = Scratch.own().array(1, rows);
    x.read(first * count, row, 0, rows * count);
    for (int i = 0; i < rows; i++) {
      best[i] = Loops.largest(row, i * count, count);
    }
    z.write(first, best, 0, rows);
  }

  private static void ofColumns(Lane x, Cube cube, Lane z, int outer) {
    int inner = cube.inner();
    double[] row = Scratch.own().array(0, inner);
    double[] best = Scratch.own().array(1, inner);
    Arrays.fill(best, 0, inner, Double.NEGATIVE_INFINITY);
    for (int i = 0; i < cube.count(); i++) {
      x.read((outer * cube.count() + i) * inner, row, 0, inner);
      Loops.maximum(best, row, best, inner);
    }
    z.write(outer * inner, best, 0, inner);
  }

  private static void argMax(Lane x, Cube cube, IntPointer z) {
    int count = cube.count();
    double[] row = Scratch.own().array(0, count);
    for (int i = 0; i < cube.outer(); i++) {
      x.read(i * count, row, 0, count);
      z.put(i, Loops.firstLargest(row, count));
    }
  }
}
