package org.normscape.bench.measure;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.normscape.experiments.UserError;

/** A Java virtual machine of its own for one visit to one case. */
final class ChildProcess {

  private static final long LIMIT_MINUTES = 15;
  private static final int SHOWN_LINES = 3;

  private ChildProcess() {}

  /**
   * Runs a program with the options with which this process runs, except for the allocator.
   *
   * @param program the class whose main takes the question, the number of the case, the scale and
   *     the file that a {@link Visit} goes to
   * @param number which of the question's cases, from 0
   * @throws UserError when the process fails; its message tells what it said last
   */
  static Visit visit(String program, String question, int number, Case asked, Effort scale)
      throws IOException {
    Path result = Files.createTempFile("normscape-bench-", ".json");
    Path log = Files.createTempFile("normscape-bench-", ".log");
    try {
      int code = run(command(program, question, number, scale, result), asked.allocator(), log);
      if (code != 0) {
        throw UserError.failure(
            "%s: its process must end with 0, but it ended with %s (%s). To fix: mend what it complains of, or leave the question out."
                .formatted(asked.label(), code, said(log)));
      }
      return JsonMapper.builder().build().readValue(Files.readString(result), Visit.class);
    } finally {
      Files.delete(result);
      Files.delete(log);
    }
  }

  private static List<String> command(
      String program, String question, int number, Effort scale, Path result) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.add("-D%s=%s".formatted(FirstRun.STARTED, System.currentTimeMillis()));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), program));
    command.addAll(List.of(question, String.valueOf(number), scale.name(), result.toString()));
    return command;
  }

  private static int run(List<String> command, Allocator allocator, Path log) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    allocator.applyTo(builder.environment());
    Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    Thread atShutdown = new Thread(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(atShutdown);
    try {
      return process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES) ? process.exitValue() : -1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw UserError.failure("bench: must not be interrupted, but it was. To fix: ask again.", e);
    } finally {
      process.destroyForcibly();
      forget(atShutdown);
    }
  }

  /** Forgets about a process that has ended, unless this one is ending too. */
  private static void forget(Thread atShutdown) {
    try {
      Runtime.getRuntime().removeShutdownHook(atShutdown);
    } catch (IllegalStateException e) {
      // The hook is running already.
    }
  }

  /** The first lines of what a process said that tell something. */
  private static String said(Path log) throws IOException {
    List<String> telling =
        new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
            .lines()
            .map(String::strip)
            .filter(line -> line.contains("Exception") || line.contains("Error"))
            .limit(SHOWN_LINES)
            .toList();
    return telling.isEmpty() ? "it said nothing" : String.join("; ", telling);
  }
}
