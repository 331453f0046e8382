package org.normscape.nn.noise;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.FloatSource;
import org.normscape.ir.DType;
import org.normscape.ir.TensorType;
import org.normscape.params.Parameters;

/** The noise of one step while it is drawn into the memory of a device, on all cores at once. */
public final class NoiseArrays {

  private final Backend backend;
  private final List<TensorType> types;
  private final List<FloatSource> sources;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicReferenceArray<Array> drawn;
  private final ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();

  private NoiseArrays(Backend backend, List<TensorType> types, List<FloatSource> sources) {
    this.backend = backend;
    this.types = types;
    this.sources = sources;
    this.drawn = new AtomicReferenceArray<>(types.size());
  }

  /**
   * Draws the noise of one step, by path; the caller closes the arrays.
   *
   * @param specs what to draw
   * @param dtype the type of the arrays
   * @param backend where they are made
   * @param seed the seed of the run
   * @param step the number of the step
   */
  public static Parameters<Array> draw(
      Parameters<NoiseSpec> specs, DType dtype, Backend backend, long seed, int step) {
    List<TensorType> types = specs.map(spec -> spec.type(dtype)).values();
    List<FloatSource> sources = Noise.draw(specs, seed, step).values();
    return Parameters.like(specs, new NoiseArrays(backend, types, sources).arrays());
  }

  private List<Array> arrays() {
    int threads = Math.min(ForkJoinPool.getCommonPoolParallelism() + 1, types.size());
    IntStream.range(0, threads).parallel().forEach(thread -> drawSome());
    List<Array> arrays = new ArrayList<>();
    for (int i = 0; i < drawn.length(); i++) {
      Array array = drawn.get(i);
      if (array != null) {
        arrays.add(array);
      }
    }
    failures.forEach(failure -> closeAndThrow(arrays, failure));
    return arrays;
  }

  /** Draws one array after the other until all are taken: there are large ones and small ones. */
  private void drawSome() {
    for (int i = next.getAndIncrement(); i < types.size(); i = next.getAndIncrement()) {
      try {
        drawn.set(i, backend.array(types.get(i), sources.get(i)));
      } catch (RuntimeException | Error e) {
        failures.add(e);
      }
    }
  }

  private static void closeAndThrow(List<Array> arrays, Throwable failure) {
    arrays.forEach(Array::close);
    if (failure instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) failure;
  }
}
