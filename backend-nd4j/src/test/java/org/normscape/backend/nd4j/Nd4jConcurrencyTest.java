package org.normscape.backend.nd4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.Compilation;
import org.normscape.backend.Device;
import org.normscape.backend.Executable;
import org.normscape.backend.Numerics;
import org.normscape.ir.Padding;
import org.normscape.ir.Program;
import org.normscape.ir.Stride;
import org.normscape.ir.TensorType;
import org.normscape.ir.Trace;

/** Several threads at once compute what one computes. */
final class Nd4jConcurrencyTest {

  private static final int THREADS = 4;
  private static final int RUNS = 50;
  private static final TensorType IMAGE = TensorType.float32(2, 12, 12, 8);
  private static final TensorType FILTER = TensorType.float32(3, 3, 8, 8);

  private static Program program() {
    return Trace.program(
        List.of(IMAGE, FILTER),
        in -> {
          var y = in.get(0).convolution(in.get(1), Stride.of(1), Padding.of(1)).tanh();
          return List.of(y, y.times(y).sum(List.of(0, 1, 2)));
        });
  }

  private static double[] numbers(TensorType type, int seed) {
    double[] numbers = new double[type.shape().size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = Math.sin(seed + 0.7 * i) / 4;
    }
    return numbers;
  }

  private static List<double[]> runOnce(Backend backend, Executable executable, int seed) {
    try (Array image = backend.array(IMAGE, numbers(IMAGE, seed));
        Array filter = backend.array(FILTER, numbers(FILTER, seed))) {
      List<Array> results = executable.run(List.of(image, filter));
      List<double[]> values = results.stream().map(Array::toDoubles).toList();
      results.forEach(Array::close);
      return values;
    }
  }

  private static void agree(
      Backend backend, Executable executable, int seed, List<double[]> right) {
    for (int run = 0; run < RUNS; run++) {
      List<double[]> values = runOnce(backend, executable, seed);
      for (int i = 0; i < right.size(); i++) {
        assertThat(values.get(i)).isEqualTo(right.get(i));
      }
    }
  }

  private static void together(List<Callable<Void>> work)
      throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      for (Future<Void> done : threads.invokeAll(work)) {
        done.get();
      }
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void oneExecutableServesSeveralThreads() throws InterruptedException, ExecutionException {
    try (Backend backend = new Nd4jBackend(Device.CPU);
        Executable executable = backend.compile(program(), Compilation.of(Numerics.FAST))) {
      List<Callable<Void>> work = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        int seed = thread;
        List<double[]> right = runOnce(backend, executable, seed);
        work.add(
            () -> {
              agree(backend, executable, seed, right);
              return null;
            });
      }
      together(work);
    }
  }

  @Test
  void severalExecutablesRunAtOnce() throws InterruptedException, ExecutionException {
    try (Backend backend = new Nd4jBackend(Device.CPU);
        Executable alone = backend.compile(program(), Compilation.of(Numerics.FAST))) {
      List<Callable<Void>> work = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        int seed = thread;
        List<double[]> right = runOnce(backend, alone, seed);
        work.add(
            () -> {
              try (Executable own = backend.compile(program(), Compilation.of(Numerics.FAST))) {
                agree(backend, own, seed, right);
              }
              return null;
            });
      }
      together(work);
    }
  }
}
