package org.normscape.backend.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Scanner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.Compilation;
import org.normscape.backend.Device;
import org.normscape.backend.Executable;
import org.normscape.backend.Numerics;
import org.normscape.backend.nd4j.memory.Block;
import org.normscape.ir.Program;
import org.normscape.ir.TensorType;
import org.normscape.ir.Trace;

/** What becomes of memory: it is reused, given back, and never used after that. */
final class Nd4jMemoryTest {

  private static final TensorType TYPE = TensorType.float32(32, 32);
  private static final int STEPS = 10_000;
  private static final long PAGE = 4096;

  /** {@code (w, x) → (w − tanh(w x) / 100, Σ w)}. */
  private static Program step() {
    return Trace.program(
        List.of(TYPE, TYPE),
        in -> {
          var w = in.get(0);
          var total = w.sum(List.of(0, 1));
          var slope = w.matmul(in.get(1), false, false).tanh().times(0.01);
          return List.of(w.minus(slope), total);
        });
  }

  private static Array run(Executable step, Array w, Array x) {
    List<Array> results = step.run(List.of(w, x));
    results.get(1).close();
    return results.get(0);
  }

  private static double[] numbers() {
    double[] numbers = new double[TYPE.shape().size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = Math.sin(i);
    }
    return numbers;
  }

  private static long heap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private static long resident() throws IOException {
    try (Scanner pages = new Scanner(Path.of("/proc/self/statm"), StandardCharsets.US_ASCII)) {
      pages.nextLong();
      return pages.nextLong() * PAGE;
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void tenThousandStepsLeaveNothingBehind() throws IOException {
    try (Backend backend = new Nd4jBackend(Device.CPU);
        Executable step = backend.compile(step(), Compilation.of(Numerics.FAST).donating(0, 1));
        Array x = backend.array(TYPE, numbers())) {
      Array w = backend.array(TYPE, numbers());
      for (int i = 0; i < STEPS / 10; i++) {
        w = run(step, w, x);
      }
      long heap = heap();
      long resident = resident();
      for (int i = 0; i < STEPS; i++) {
        w = run(step, w, x);
      }
      assertThat(heap() - heap).isLessThan(4L << 20);
      assertThat(resident() - resident).isLessThan(16L << 20);
      w.close();
    }
  }

  @Test
  void aDonatedArgumentIsGoneAndItsMemoryHoldsTheResult() {
    try (Backend backend = new Nd4jBackend(Device.CPU);
        Executable step = backend.compile(step(), Compilation.of(Numerics.FAST).donating(0, 1));
        Array x = backend.array(TYPE, numbers())) {
      Nd4jArray w = (Nd4jArray) backend.array(TYPE, numbers());
      Block given = w.borrow();
      w.giveBack();

      List<Array> results = step.run(List.of(w, x));

      assertThat(((Nd4jArray) results.get(0)).borrow()).isSameAs(given);
      assertThatThrownBy(w::toDoubles)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("it was donated");
    }
  }

  @Test
  void whatIsClosedIsNotUsed() {
    Backend backend = new Nd4jBackend(Device.CPU);
    Executable step = backend.compile(step(), Compilation.of(Numerics.FAST));
    Array x = backend.array(TYPE, numbers());
    Array closed = backend.array(TYPE, numbers());
    closed.close();
    closed.close();

    assertThatThrownBy(closed::toDoubles)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("it was closed");
    assertThatThrownBy(() -> step.run(List.of(closed, x)))
        .isInstanceOf(IllegalStateException.class);
    step.close();
    assertThatThrownBy(() -> step.run(List.of(x, x)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("the executable must be open");
    backend.close();
    assertThatThrownBy(x::toDoubles)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("went with its backend");
    assertThatThrownBy(() -> backend.array(TYPE, numbers()))
        .isInstanceOf(IllegalStateException.class);
    x.close();
  }

  @Test
  void anArrayOfAnotherBackendIsRefused() {
    try (Backend one = new Nd4jBackend(Device.CPU);
        Backend other = new Nd4jBackend(Device.CPU);
        Executable step = one.compile(step(), Compilation.of(Numerics.FAST));
        Array own = one.array(TYPE, numbers());
        Array foreign = other.array(TYPE, numbers())) {
      assertThatThrownBy(() -> step.run(List.of(own, foreign)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("the backend that compiled the program");
    }
  }
}
