package org.normscape.backend.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What decides which native kernel runs and what it computes: the processor, the number of threads,
 * and the environment variables that steer the libraries.
 *
 * @param facts from name to value
 */
public record Processor(Map<String, String> facts) {

  private static final Path CPUINFO = Path.of("/proc/cpuinfo");

  private static final List<String> OF_CPU =
      List.of("vendor_id", "cpu family", "model", "model name", "stepping", "flags", "Features");

  /** The variables that libraries take instructions from about kernels. */
  private static final Set<String> STEERING =
      Set.of(
          "TF_ENABLE_ONEDNN_OPTS",
          "ONEDNN_MAX_CPU_ISA",
          "DNNL_MAX_CPU_ISA",
          "OPENBLAS_CORETYPE",
          "OPENBLAS_L2_SIZE",
          "OPENBLAS_NUM_THREADS",
          "OMP_NUM_THREADS",
          "MKL_NUM_THREADS");

  public Processor {
    facts = Map.copyOf(facts);
  }

  /** This machine's. */
  public static Processor ofThisMachine() {
    Map<String, String> facts = new TreeMap<>();
    facts.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    facts.put("threads", String.valueOf(Runtime.getRuntime().availableProcessors()));
    System.getenv().entrySet().stream()
        .filter(variable -> STEERING.contains(variable.getKey()))
        .forEach(variable -> facts.put(variable.getKey(), variable.getValue()));
    cpu().forEach(facts::put);
    return new Processor(facts);
  }

  /** The first processor that Linux lists; elsewhere nothing is known. */
  private static Map<String, String> cpu() {
    if (!Files.isReadable(CPUINFO)) {
      return Map.of();
    }
    try (Stream<String> lines = Files.lines(CPUINFO, StandardCharsets.UTF_8)) {
      return lines
          .takeWhile(line -> !line.isBlank())
          .map(line -> line.split(":", 2))
          .filter(pair -> pair.length == 2 && OF_CPU.contains(pair[0].strip()))
          .collect(Collectors.toMap(pair -> pair[0].strip(), pair -> pair[1].strip(), (a, b) -> a));
    } catch (IOException e) {
      throw new UncheckedIOException("processor: /proc/cpuinfo must be readable.", e);
    }
  }

  /** The processor's name, for a person. */
  public String name() {
    return facts.getOrDefault("model name", facts.getOrDefault("os", "unknown"));
  }

  /** All facts, one a line, always in one order. */
  public String text() {
    return new TreeMap<>(facts)
        .entrySet().stream()
            .map(fact -> fact.getKey() + "=" + fact.getValue())
            .collect(Collectors.joining("\n"));
  }
}
