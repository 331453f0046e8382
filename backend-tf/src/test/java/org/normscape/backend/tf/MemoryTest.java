package org.normscape.backend.tf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.normscape.backend.Backend;

final class MemoryTest {

  private static final Path STATM = Path.of("/proc/self/statm");
  private static final long PAGE = 4096;
  private static final long MEGABYTE = 1 << 20;

  @ParameterizedTest
  @EnumSource
  void tenThousandStepsGrowNeitherHeapNorResidentSet(Place place) throws IOException {
    assumeTrue(Files.isReadable(STATM), "the resident set can be read");
    try (Backend backend = place.open();
        Steps steps = Steps.on(backend)) {
      steps.run(2000);
      long heap = heap();
      long resident = resident();
      steps.run(10_000);
      assertThat(heap() - heap).isLessThan(4 * MEGABYTE);
      // One leaked 1 kB tensor a step would be 10 MB more, and a leaked image 20 MB.
      assertThat(resident() - resident).isLessThan(8 * MEGABYTE);
    }
  }

  private static long heap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private static long resident() throws IOException {
    return PAGE * Long.parseLong(Files.readString(STATM).split(" ", 3)[1]);
  }
}
