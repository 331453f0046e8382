package org.normscape.backend.nd4j.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.normscape.backend.audit.Processor;
import org.normscape.backend.natives.NativeSetting;

/** What ND4J's natives read from the environment: as the launcher sets it, experiments/src/dist. */
final class Settings {

  private static final String KERNELS = "OPENBLAS_CORETYPE";
  private static final String SLOW_PRODUCTS =
      "products of matrices take two to four times as long on a processor newer than OpenBLAS 0.3.19";
  private static final String BUSY_CORES = "threads that wait keep cores from those that compute";

  private Settings() {}

  /** Those for a processor. */
  static List<NativeSetting> of(Processor processor) {
    List<NativeSetting> settings = new ArrayList<>();
    kernels(processor)
        .ifPresent(name -> settings.add(new NativeSetting(KERNELS, name, SLOW_PRODUCTS)));
    settings.add(new NativeSetting("OPENBLAS_THREAD_TIMEOUT", "4", BUSY_CORES));
    settings.add(new NativeSetting("GOMP_SPINCOUNT", "10000", BUSY_CORES));
    settings.addAll(NativeSetting.ofAllocator());
    return settings;
  }

  /** The kernels of OpenBLAS for a processor; empty where the choice is left to OpenBLAS. */
  private static Optional<String> kernels(Processor processor) {
    Set<String> abilities =
        Set.copyOf(Arrays.asList(processor.facts().getOrDefault("flags", "").split(" ", -1)));
    if (abilities.containsAll(List.of("avx512bw", "avx512dq", "avx512vl", "avx512cd"))) {
      return Optional.of("SkylakeX");
    }
    return abilities.containsAll(List.of("avx2", "fma"))
        ? Optional.of("Haswell")
        : Optional.empty();
  }
}
