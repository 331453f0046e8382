package org.normscape.places;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The processor of this machine, as far as ND4J's OpenBLAS has to be told about it: the kernels of
 * the driver's processor may not run here. As the launcher does it on the driver's machine.
 *
 * @param abilities the names of its instruction sets; none where the system does not tell
 */
record Processor(Set<String> abilities) {

  private static final String VARIABLE = "OPENBLAS_CORETYPE";
  private static final Path FILE = Path.of("/proc/cpuinfo");

  /** The processor of this machine. */
  static Processor ofThisMachine() throws IOException {
    if (!Files.isReadable(FILE)) {
      return new Processor(Set.of());
    }
    try (Stream<String> lines = Files.lines(FILE)) {
      return lines
          .filter(line -> line.startsWith("flags"))
          .findFirst()
          .map(line -> new Processor(Set.copyOf(Arrays.asList(line.split("\\s+", -1)))))
          .orElseGet(() -> new Processor(Set.of()));
    }
  }

  /** Names the kernels of this processor where those of another one are named. */
  void correct(Map<String, String> environment) {
    if (System.getenv(VARIABLE) != null || !environment.containsKey(VARIABLE)) {
      return;
    }
    if (abilities.containsAll(List.of("avx512bw", "avx512dq", "avx512vl", "avx512cd"))) {
      environment.put(VARIABLE, "SkylakeX");
    } else if (abilities.containsAll(List.of("avx2", "fma"))) {
      environment.put(VARIABLE, "Haswell");
    } else {
      environment.remove(VARIABLE);
    }
  }
}
