package org.normscape.places;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.function.VoidFunction;

/**
 * A place for workers, on some executor: while tasks wait, it runs one worker process after the
 * other. A worker that ends in the middle of a task is followed by a new one; where none can work,
 * this fails, and Spark tries another executor.
 *
 * @param order what the driver has ordered
 */
record Place(Order order) implements VoidFunction<Integer> {

  /** What the sentence of a place begins with in which no worker can work. */
  static final String FAULT = "worker on ";

  @Override
  public void call(Integer number) throws Exception {
    Driver driver = new Driver(order.host(), order.port(), order.token());
    while (driver.waiting() > 0) {
      WorkerProcess.End end = WorkerProcess.run(command(driver), order);
      if (!end.hasWorked()) {
        throw new IllegalStateException(
            "%s%s: it must be able to work there, but it ended with status %s (%s)"
                .formatted(
                    FAULT,
                    InetAddress.getLocalHost().getHostName(),
                    end.status(),
                    end.lastWords()));
      }
    }
  }

  private List<String> command(Driver driver) throws IOException {
    Shelf shelf = new Shelf(driver);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(order.options());
    command.add("-cp");
    command.add(String.join(System.getProperty("path.separator"), shelf.files(order.classPath())));
    command.add("org.normscape.experiments.cli.Main");
    command.addAll(List.of("worker", "--driver", order.host() + ":" + order.port()));
    if (!order.data().isEmpty()) {
      command.addAll(List.of("--data", shelf.folder(order.data(), order.files())));
    }
    shelf.files(order.jars()).forEach(jar -> command.addAll(List.of("--with", jar)));
    return command;
  }
}
