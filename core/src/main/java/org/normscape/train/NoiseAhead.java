package org.normscape.train;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.FloatSource;
import org.normscape.ir.TensorType;
import org.normscape.nn.noise.Noise;
import org.normscape.objective.Objective;
import org.normscape.params.Parameters;

/**
 * What layers draw at the steps of a training, on a device: while one step is taken, the noise of
 * the next is drawn on threads of its own. The numbers are those of {@link Objective#drawNoise}.
 */
public final class NoiseAhead implements AutoCloseable {

  /** Most of the cores belong to the step that is being taken. */
  private static final int CORES_PER_THREAD = 4;

  private final Objective objective;
  private final Backend backend;
  private final long seed;
  private final ExecutorService threads;
  private Drawing ahead = new Drawing(-1, Parameters.none());

  /**
   * Nothing is drawn before the first step is asked for.
   *
   * @param seed the seed of the run
   */
  public NoiseAhead(Objective objective, Backend backend, long seed) {
    this.objective = objective;
    this.backend = backend;
    this.seed = seed;
    int count = Runtime.getRuntime().availableProcessors() / CORES_PER_THREAD;
    this.threads = Executors.newFixedThreadPool(Math.max(1, count), NoiseAhead::thread);
  }

  private static Thread thread(Runnable task) {
    Thread daemon = new Thread(task, "noise");
    daemon.setDaemon(true);
    return daemon;
  }

  /**
   * The noise of a step, by the paths of {@link Objective#arguments}; nothing where no layer draws.
   * The caller closes the arrays. Steps are asked for in any order, but one after another is quick.
   */
  public Parameters<Array> at(int step) {
    if (ahead.step != step) {
      ahead.close();
      ahead = begin(step);
    }
    Drawing wanted = ahead;
    ahead = begin(step + 1);
    return wanted.arrays();
  }

  private Drawing begin(int step) {
    Parameters<CompletableFuture<Array>> parts =
        Noise.draw(objective.noise(), seed, step)
            .zip(objective.noise(), (source, spec) -> draw(spec.type(objective.dtype()), source));
    return new Drawing(step, parts.within(Objective.NOISE));
  }

  private CompletableFuture<Array> draw(TensorType type, FloatSource source) {
    return CompletableFuture.supplyAsync(() -> backend.array(type, source), threads);
  }

  /** Ends the threads, and closes what was drawn for a step that nobody asked for. */
  @Override
  public void close() {
    ahead.close();
    threads.shutdown();
  }

  /** The noise of a step while it is drawn. */
  private record Drawing(int step, Parameters<CompletableFuture<Array>> parts) {

    Parameters<Array> arrays() {
      try {
        return parts.map(CompletableFuture::join);
      } catch (RuntimeException e) {
        close();
        throw e;
      }
    }

    /** Waits for what is being drawn, and closes it. */
    void close() {
      parts.values().forEach(part -> part.handle(Drawing::closed).join());
    }

    /** Of an array that could not be made there is nothing to close. */
    private static boolean closed(@Nullable Array array, @Nullable Throwable failure) {
      if (array != null) {
        array.close();
      }
      return failure == null;
    }
  }
}
