package org.normscape.experiments.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.normscape.backend.Backend;
import org.normscape.backend.Backends;
import org.normscape.experiments.data.DataContext;
import org.normscape.experiments.run.Conduct;
import org.normscape.experiments.run.Datasets;
import org.normscape.experiments.run.Experiment;
import org.normscape.experiments.run.Session;
import org.normscape.experiments.run.progress.NoProgress;
import org.normscape.experiments.spec.Catalog;
import org.normscape.experiments.spec.ExperimentSpec;

/**
 * How many tasks with nothing in them a driver carries through in a second, from its folder to its
 * digest, where workers only say that they are done. Started by hand: the folder, how many tasks,
 * how many workers.
 */
final class DriverLimit {

  /** What a task leaves that has measured nothing. */
  private static final Content DONE =
      new Content(
          """
          {"state": "done", "updates": 0, "seconds": 0.0, "files": {"metrics.jsonl": {"bytes": 0,
          "sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}}}
          """
              .getBytes(StandardCharsets.UTF_8));

  private DriverLimit() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory(Path.of(arguments[0]), "limit");
    int tasks = Integer.parseInt(arguments[1]);
    List<Long> seeds = LongStream.range(0, tasks / 2).boxed().toList();
    ExperimentSpec spec =
        Catalog.resolve("landscape", "tiny", List.of(Catalog.override("limit", "seeds", seeds)));
    Datasets data = new Datasets(new DataContext(Optional.empty(), Map.of(), folder, 1));
    long begun = System.nanoTime();
    ClusterRun cluster = new ClusterRun(new Idlers(Integer.parseInt(arguments[2])));
    Experiment timed =
        (it, backend, from, log, progress) -> {
          say(tasks, "written before the first is given out", begun);
          long given = System.nanoTime();
          cluster.run(it, backend, from, log, progress);
          say(tasks, "given out and taken back", given);
        };
    try (Backend backend = Backends.open("reference")) {
      new Session(
              spec,
              timed,
              data,
              backend,
              List.of(),
              Session.Fingerprints.WHERE_EXACT,
              Clock.systemUTC(),
              new Conduct())
          .carryOut(folder, new NoProgress());
    }
    say(tasks, "all in all, with the digest", begun);
  }

  private static void say(int tasks, String what, long begun) {
    double seconds = (System.nanoTime() - begun) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "%d tasks, %s: %.1f s, %.0f a second%n",
        tasks,
        what,
        seconds,
        tasks / seconds);
  }

  /** A cluster whose workers are threads that do nothing. */
  private record Idlers(int count) implements Cluster {

    @Override
    public String name() {
      return "nobody";
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
      List<Thread> workers = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        Thread worker = new Thread(() -> work(request), "worker-" + i);
        worker.start();
        workers.add(worker);
      }
      return new Threads(workers);
    }
  }

  /** Places that stay. */
  private record Threads(List<Thread> threads) implements Cluster.Places {

    @Override
    public Optional<String> ended() {
      return threads.stream().anyMatch(Thread::isAlive)
          ? Optional.empty()
          : Optional.of("all workers have ended");
    }

    @Override
    public void close() {
      threads.forEach(Thread::interrupt);
    }
  }

  private static void work(Cluster.Request request) {
    try (Connection driver =
        Connection.to(new Address("127.0.0.1", request.port()), request.token())) {
      driver.receive(Message.Setup.class);
      driver.send(new Message.Ready(null));
      while (driver.receive(Message.ToWorker.class) instanceof Message.Given given) {
        Message.ToWorker next = driver.receive(Message.ToWorker.class);
        while (next instanceof Message.FileChange) {
          next = driver.receive(Message.ToWorker.class);
        }
        driver.send(new Message.Piece("task.json", DONE));
        driver.send(new Message.Ended());
        driver.send(new Message.Ready(given.cell()));
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
