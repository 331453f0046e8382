package org.normscape.experiments.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.normscape.experiments.UserError;
import org.normscape.experiments.run.Datasets;

/** A cluster in this process: a place is a thread, and a worker is lost when its wire breaks. */
final class FakeCluster implements Cluster {

  private final int places;
  private final ClusterWorker.Opening opening;
  private final Supplier<Datasets> data;
  private final ConcurrentLinkedQueue<Long> faults;
  private final AtomicInteger lost = new AtomicInteger();

  /**
   * A cluster.
   *
   * @param places how many there are
   * @param opening opens the backend of a worker
   * @param faults after how many bytes the wires of the first workers break
   */
  FakeCluster(
      int places, ClusterWorker.Opening opening, Supplier<Datasets> data, List<Long> faults) {
    this.places = places;
    this.opening = opening;
    this.data = data;
    this.faults = new ConcurrentLinkedQueue<>(faults);
  }

  /** How many workers were lost. */
  int lost() {
    return lost.get();
  }

  @Override
  public String name() {
    return "the fake cluster";
  }

  @Override
  public InetAddress listensAt() {
    return InetAddress.getLoopbackAddress();
  }

  @Override
  public Map<String, Path> files() {
    return Map.of();
  }

  @Override
  public Places open(Request request) {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < places; i++) {
      Thread thread = new Thread(() -> work(request), "place-" + i);
      threads.add(thread);
      thread.start();
    }
    return new Threads(threads);
  }

  /** As a place of a real cluster: one worker after the other until one ends in peace. */
  private void work(Request request) {
    boolean isOver = false;
    while (!isOver) {
      Long fault = faults.poll();
      try (Wire wire = new Wire(request.port(), fault == null ? Long.MAX_VALUE : fault)) {
        ClusterWorker.work(
            new ClusterWorker.Post(
                wire.address(), request.token(), opening, data.get(), () -> {}, () -> {}));
        isOver = true;
      } catch (UserError e) {
        isOver = true;
      } catch (IOException e) {
        lost.incrementAndGet();
        isOver = fault == null;
      }
    }
  }

  /** Places that are threads. */
  private record Threads(List<Thread> threads) implements Places {

    @Override
    public Optional<String> ended() {
      return threads.stream().anyMatch(Thread::isAlive)
          ? Optional.empty()
          : Optional.of(
              "the fake cluster: must stay, but all its threads have ended. To fix: see why.");
    }

    @Override
    public void close() {
      for (Thread thread : threads) {
        try {
          thread.join();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }
}
