package org.normscape.train;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What the steps of a training take, each made on a thread of its own while the step before it is
 * taken. Like an iterator, it is for one thread.
 *
 * @param <T> what a step takes
 */
public final class Ahead<T> implements AutoCloseable {

  private final IntFunction<T> make;
  private final Consumer<T> discard;
  private final ExecutorService thread;
  private @Nullable Begun<T> begun;

  /**
   * Nothing is made before the first step is asked for.
   *
   * @param name what the thread is called
   * @param make makes what a step takes, by the step's number
   * @param discard takes what was made for a step that nobody asked for
   */
  public Ahead(String name, IntFunction<T> make, Consumer<T> discard) {
    this.make = make;
    this.discard = discard;
    this.thread =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread daemon = new Thread(task, name);
              daemon.setDaemon(true);
              return daemon;
            });
  }

  /** Begins what a step takes, for who will ask for it. */
  public void begin(int step) {
    if (begun != null) {
      begun.drop(discard);
    }
    begun = new Begun<>(step, CompletableFuture.supplyAsync(() -> make.apply(step), thread));
  }

  /**
   * What a step takes, while that of the next one is begun; it belongs to the caller. Steps may be
   * asked for in any order, but one after another is quick. Throws what making it threw.
   */
  public T at(int step) {
    Begun<T> asked = begun;
    if (asked == null || asked.step != step) {
      begin(step);
      return at(step);
    }
    T made = asked.take();
    begun = null;
    begin(step + 1);
    return made;
  }

  /** Ends the thread, and discards what was made for a step that nobody asked for. */
  @Override
  public void close() {
    thread.shutdown();
    if (begun != null) {
      begun.drop(discard);
      begun = null;
    }
  }

  /** What a step takes, while it is made. */
  private record Begun<T>(int step, CompletableFuture<T> made) {

    T take() {
      try {
        return made.join();
      } catch (CompletionException e) {
        if (e.getCause() instanceof Error error) {
          throw error;
        }
        throw e.getCause() instanceof RuntimeException cause ? cause : e;
      }
    }

    /** Waits for it; of what could not be made there is nothing to discard. */
    void drop(Consumer<T> discard) {
      made.thenAccept(discard).exceptionally(failure -> null).join();
    }
  }
}
