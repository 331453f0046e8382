package org.normscape.experiments.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The machine and the software around a run. */
public final class Environment {

  private static final List<String> VARIABLES =
      List.of(
          "GLIBC_TUNABLES",
          "GOMP_SPINCOUNT",
          "OPENBLAS_CORETYPE",
          "OPENBLAS_NUM_THREADS",
          "OPENBLAS_THREAD_TIMEOUT",
          "OMP_NUM_THREADS",
          "ONEDNN_MAX_CPU_ISA",
          "TF_ENABLE_ONEDNN_OPTS",
          "TF_CPU_ALLOCATOR_USE_BFC",
          "LD_PRELOAD");
  private static final long KIBIBYTE = 1024;
  private static final long MEBIBYTE = 1024 * KIBIBYTE;

  private Environment() {}

  /** What can be seen of it, by name; what cannot be seen is left out. */
  public static Map<String, String> describe() {
    Map<String, String> seen = new LinkedHashMap<>();
    seen.putAll(versions());
    seen.put("java", System.getProperty("java.vm.name") + " " + System.getProperty("java.version"));
    seen.put(
        "os",
        String.join(
            " ",
            System.getProperty("os.name"),
            System.getProperty("os.version"),
            System.getProperty("os.arch")));
    processor().ifPresent(cpu -> seen.put("cpu", cpu));
    seen.put("cores", String.valueOf(Runtime.getRuntime().availableProcessors()));
    memory().ifPresent(memory -> seen.put("memory", memory));
    seen.put("java heap", Runtime.getRuntime().maxMemory() / MEBIBYTE + " MiB");
    for (String variable : VARIABLES) {
      Optional.ofNullable(System.getenv(variable)).ifPresent(value -> seen.put(variable, value));
    }
    return seen;
  }

  /** The version of Normscape, and the commit that was built where that is known. */
  public static Map<String, String> versions() {
    Map<String, String> versions = new LinkedHashMap<>();
    versions.put("normscape", version());
    commit().ifPresent(commit -> versions.put("commit", commit));
    return versions;
  }

  private static String version() {
    return Objects.requireNonNullElse(
        Environment.class.getPackage().getImplementationVersion(), "development");
  }

  /** The commit that was built, which the launcher passes on. */
  private static Optional<String> commit() {
    return Optional.ofNullable(System.getProperty("normscape.commit"))
        .filter(commit -> !commit.isBlank());
  }

  /** The processor's name, where the system tells. */
  public static Optional<String> processor() {
    return field(Path.of("/proc/cpuinfo"), "model name");
  }

  /** The memory of the machine, where the system tells. */
  public static Optional<String> memory() {
    return field(Path.of("/proc/meminfo"), "MemTotal");
  }

  /** The same in bytes. */
  public static OptionalLong memoryBytes() {
    return memory().stream()
        .filter(text -> text.matches("\\d+ kB"))
        .mapToLong(text -> KIBIBYTE * Long.parseLong(text.substring(0, text.indexOf(" "))))
        .findFirst();
  }

  private static Optional<String> field(Path file, String name) {
    if (!Files.isReadable(file)) {
      return Optional.empty();
    }
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .filter(line -> line.startsWith(name))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
