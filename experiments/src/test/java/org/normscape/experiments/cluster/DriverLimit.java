package org.normscape.experiments.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;
import org.normscape.backend.Backend;
import org.normscape.backend.Backends;
import org.normscape.experiments.run.NoProgress;
import org.normscape.experiments.run.RunLog;
import org.normscape.experiments.spec.Catalog;
import org.normscape.experiments.spec.ExperimentSpec;
import org.normscape.experiments.task.Failures;
import org.normscape.experiments.task.TaskQueue;

/**
 * How many tasks with nothing in them a driver gives out and takes back in a second, where workers
 * only say that they are done. Started by hand: the folder, how many tasks, how many workers.
 */
final class DriverLimit {

  private static final Content DONE = new Content("{}".getBytes(StandardCharsets.UTF_8));

  private DriverLimit() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory(Path.of(arguments[0]), "limit");
    int tasks = Integer.parseInt(arguments[1]);
    ExperimentSpec spec =
        Catalog.resolve(
            "landscape",
            "tiny",
            List.of(
                Catalog.override(
                    "limit", "seeds", LongStream.range(0, tasks / 2).boxed().toList())));
    try (Backend backend = Backends.open("reference");
        RunLog log = new RunLog(folder, RunLog.Fingerprints.NEVER)) {
      Dispatch dispatch =
          new Dispatch(
              new TaskQueue(TaskQueue.Planned.all(spec)),
              new Failures(log, new NoProgress()),
              () -> {});
      Drive drive = Drive.of(spec, backend, log, new NoProgress(), dispatch);
      try (Desk desk = Desk.open(drive, InetAddress.getLoopbackAddress(), Map.of())) {
        long begun = System.nanoTime();
        for (Thread worker : workers(desk, Integer.parseInt(arguments[2]))) {
          worker.join();
        }
        if (!dispatch.isOverWithin(Duration.ofMillis(1))) {
          throw new IllegalStateException("some tasks are left");
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf(
            Locale.ROOT, "%d tasks in %.1f s: %.0f a second%n", tasks, seconds, tasks / seconds);
      }
    }
  }

  private static List<Thread> workers(Desk desk, int count) {
    List<Thread> workers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Thread worker = new Thread(() -> work(desk), "worker-" + i);
      worker.start();
      workers.add(worker);
    }
    return workers;
  }

  private static void work(Desk desk) {
    try (Connection driver = Connection.to(new Address("127.0.0.1", desk.port()), desk.token())) {
      driver.receive(Message.Setup.class);
      driver.send(new Message.Ready(null));
      while (driver.receive(Message.ToWorker.class) instanceof Message.Given given) {
        Message.ToWorker next = driver.receive(Message.ToWorker.class);
        while (next instanceof Message.FileChange) {
          next = driver.receive(Message.ToWorker.class);
        }
        driver.send(new Message.Whole("task.json", DONE));
        driver.send(new Message.Ended());
        driver.send(new Message.Ready(given.cell()));
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
