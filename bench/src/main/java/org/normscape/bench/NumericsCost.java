package org.normscape.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.normscape.backend.BackendException;
import org.normscape.backend.Numerics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * What do <em>precise</em> and <em>exact</em> cost? A training step of the network of the landscape
 * experiment, in a process of its own for each backend and numerics: seconds, peak memory, and both
 * next to <em>precise</em>.
 */
@Command(
    name = "numerics",
    description = "Times a training step of the landscape network with each numerics.",
    mixinStandardHelpOptions = true)
final class NumericsCost implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--backends",
      split = ",",
      defaultValue = "tensorflow,nd4j",
      description = "Default: ${DEFAULT-VALUE}.")
  private List<String> backends = List.of();

  @Option(names = "--width", defaultValue = "16", description = "Channels of the first stage.")
  private int width;

  @Option(names = "--batch", defaultValue = "128", description = "Default: ${DEFAULT-VALUE}.")
  private int batch;

  @Option(names = "--steps", defaultValue = "5", description = "Steps counted in each process.")
  private int steps;

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "%-12s %-6s %-8s %9s %19s %9s %9s %9s%n",
        "backend", "norm", "numerics", "median s", "least..most s", "time", "peak MB", "memory");
    for (String backend : backends) {
      for (Normalizations normalization : Normalizations.values()) {
        StepTimes precise = measure(backend, normalization, Numerics.PRECISE);
        print(out, backend, normalization, Numerics.PRECISE, precise, precise);
        for (Numerics numerics : List.of(Numerics.FAST, Numerics.EXACT)) {
          StepTimes times = measure(backend, normalization, numerics);
          print(out, backend, normalization, numerics, times, precise);
        }
      }
    }
    return 0;
  }

  private static void print(
      PrintWriter out,
      String backend,
      Normalizations normalization,
      Numerics numerics,
      StepTimes times,
      StepTimes precise) {
    out.printf(
        Locale.ROOT,
        "%-12s %-6s %-8s %9.3f %8.3f .. %7.3f %8.2fx %9.0f %8.2fx%n",
        backend,
        word(normalization),
        word(numerics),
        times.median(),
        times.least(),
        times.most(),
        times.median() / precise.median(),
        times.peakBytes() / 1e6,
        (double) times.peakBytes() / precise.peakBytes());
    out.flush();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** Runs {@link TrainingSteps} in a Java of its own. */
  private StepTimes measure(String backend, Normalizations normalization, Numerics numerics)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Bench.class.getName(),
                "steps"));
    command.addAll(List.of("--engine", backend, "--normalization", normalization.name()));
    command.addAll(List.of("--numerics", numerics.name(), "--width", String.valueOf(width)));
    command.addAll(List.of("--batch", String.valueOf(batch), "--steps", String.valueOf(steps)));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (process.waitFor() != 0) {
      throw new BackendException(
          "bench: a step of %s with %s must run, but its process ended with %d. To fix: read what it printed above."
              .formatted(backend, word(numerics), process.exitValue()),
          null);
    }
    return StepTimes.parse(output.substring(output.lastIndexOf('\n') + 1));
  }
}
