package org.normscape.places;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A worker in a process of its own. It ends with this executor: its standard input stays open as
 * long as the executor lives.
 */
final class WorkerProcess {

  /** What a worker says when it can work. */
  private static final String READY = "ready";

  /**
   * How a worker ended.
   *
   * @param status the exit code
   * @param hasWorked whether it could work
   * @param lastWords the last line of its standard error
   */
  record End(int status, boolean hasWorked, String lastWords) {}

  private final Process process;
  private volatile String lastWords = "it said nothing";

  private WorkerProcess(Process process) {
    this.process = process;
  }

  /** Runs a worker to its end. */
  static End run(List<String> command, Order order) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("normscape-worker");
    Process process = start(command, order, folder);
    try {
      return new WorkerProcess(process).follow(order.token());
    } finally {
      process.destroyForcibly().waitFor();
      delete(folder);
    }
  }

  private static Process start(List<String> command, Order order, Path folder)
      throws IOException {
    List<String> own = new ArrayList<>(command);
    own.add(1, "-Djava.io.tmpdir=" + folder);
    ProcessBuilder builder = new ProcessBuilder(own);
    Map<String, String> environment = builder.environment();
    for (String variable : order.variables()) {
      int sign = variable.indexOf('=');
      environment.putIfAbsent(variable.substring(0, sign), variable.substring(sign + 1));
    }
    Processor.ofThisMachine().correct(environment);
    return builder.start();
  }

  private End follow(String token) throws IOException, InterruptedException {
    Thread listener = new Thread(this::listen, "worker-words");
    listener.setDaemon(true);
    listener.start();
    boolean hasWorked = false;
    try (OutputStream in = process.getOutputStream();
        BufferedReader out = reader(process.getInputStream())) {
      in.write((token + "\n").getBytes(StandardCharsets.UTF_8));
      in.flush();
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        hasWorked |= line.equals(READY);
      }
    }
    int status = process.waitFor();
    listener.join();
    return new End(status, hasWorked, lastWords);
  }

  /** Passes on what the worker says, and keeps its last line. */
  private void listen() {
    try (BufferedReader words = reader(process.getErrorStream())) {
      for (String line = words.readLine(); line != null; line = words.readLine()) {
        System.err.println(line);
        lastWords = line.isBlank() ? lastWords : line;
      }
    } catch (IOException e) {
      lastWords = "its words cannot be read: " + e;
    }
  }

  private static BufferedReader reader(InputStream stream) {
    return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.delete(file);
      }
    }
  }
}
