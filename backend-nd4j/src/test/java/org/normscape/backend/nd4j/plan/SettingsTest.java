package org.normscape.backend.nd4j.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.normscape.backend.audit.Processor;
import org.normscape.backend.natives.NativeSetting;

/** The kernels that are advised for a processor, and that the launcher sets the same. */
final class SettingsTest {

  private static final Path LAUNCHER = Path.of("../experiments/src/dist/lib/launch.sh");

  @ParameterizedTest
  @CsvSource({
    "fpu avx2 fma avx512bw avx512dq avx512vl avx512cd, SkylakeX",
    "fpu avx2 fma avx512bw, Haswell",
    "fpu avx2 fma, Haswell",
    "fpu avx2,",
    "'',",
  })
  void kernelsFollowTheProcessor(String flags, String kernels) {
    List<String> advised =
        settings(flags).stream()
            .filter(setting -> setting.variable().equals("OPENBLAS_CORETYPE"))
            .map(NativeSetting::value)
            .toList();
    assertThat(advised).isEqualTo(kernels == null ? List.of() : List.of(kernels));
  }

  @Test
  void areWhatTheLauncherSets() throws IOException {
    String launcher = Files.readString(LAUNCHER);
    for (String flags : List.of("avx512bw avx512dq avx512vl avx512cd", "avx2 fma")) {
      for (NativeSetting setting : settings(flags)) {
        assertThat(launcher)
            .containsPattern("export %s=.*%s".formatted(setting.variable(), setting.value()));
      }
    }
  }

  private static List<NativeSetting> settings(String flags) {
    return Settings.of(new Processor(Map.of("flags", flags)));
  }
}
