package org.normscape.backend.nd4j.portable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.normscape.backend.Array;
import org.normscape.backend.Compilation;
import org.normscape.backend.Device;
import org.normscape.backend.Executable;
import org.normscape.backend.Numerics;
import org.normscape.ir.DType;
import org.normscape.ir.Program;
import org.normscape.ir.Shape;
import org.normscape.ir.TensorType;
import org.normscape.ir.Trace;

/** What the portable lowering holds, and gives back. */
final class PortableMemoryTest {

  private static final TensorType TYPE = new TensorType(DType.FLOAT32, Shape.of(16, 16));
  private static final int STEPS = 2000;
  private static final long PAGE = 4096;

  private final PortableBackend backend = new PortableBackend("nd4j", Device.CPU);

  /** {@code w → w − (w · w) / 100}. */
  private Executable step() {
    Program program =
        Trace.program(
            List.of(TYPE),
            in -> {
              var w = in.get(0);
              return List.of(w.minus(w.matmul(w, false, false).times(0.01)));
            });
    return backend.compile(program, Compilation.of(Numerics.FAST).donating(0, 1));
  }

  private Array start() {
    double[] numbers = new double[TYPE.shape().size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = Math.sin(i) / 100;
    }
    return backend.array(TYPE, numbers);
  }

  private static Array walk(Executable step, Array from, int steps) {
    Array w = from;
    for (int i = 0; i < steps; i++) {
      w = step.run(List.of(w)).get(0);
    }
    return w;
  }

  private static long resident() throws IOException {
    System.gc();
    String pages = Files.readString(Path.of("/proc/self/statm"));
    return Long.parseLong(pages.substring(pages.indexOf(' ') + 1).split(" ", 2)[0]) * PAGE;
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void stepsLeaveNothingBehind() throws IOException {
    try (backend;
        Executable step = step()) {
      Array w = walk(step, start(), STEPS);
      int rows = backend.rows();
      long resident = resident();

      w = walk(step, w, STEPS);

      assertThat(backend.rows()).isEqualTo(rows);
      assertThat(resident() - resident).isLessThan(8L << 20);
      w.close();
    }
  }

  @Test
  void whatIsClosedGivesEveryRowBack() {
    try (backend) {
      Executable step = step();
      Array w = walk(step, start(), 2);
      assertThat(backend.rows()).isGreaterThan(1);

      step.close();
      w.close();

      assertThat(backend.rows()).isZero();
    }
  }

  @Test
  void anArrayThatWentWithItsBackendSaysSo() {
    Array w = start();
    backend.close();

    assertThatThrownBy(w::toDoubles)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("went with its backend");
    assertThatThrownBy(this::start)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("the backend must be open");
  }
}
