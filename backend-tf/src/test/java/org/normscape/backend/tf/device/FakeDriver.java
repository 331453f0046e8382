package org.normscape.backend.tf.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A library {@code libcuda.so.1} that says what a test wants, built from a few lines of C.
 *
 * @param folder where it lies
 */
record FakeDriver(Path folder) {

  private static final String SOURCE =
      """
      #include <stddef.h>
      #include <stdlib.h>
      #include <string.h>
      #include <unistd.h>
      #ifndef INIT
      #define INIT 0
      #endif
      #ifndef VERSION
      #define VERSION 12060
      #endif
      #ifndef COUNT
      #define COUNT 1
      #endif
      #ifndef MAJOR
      #define MAJOR 9
      #endif
      #ifndef OPENED
      #define OPENED 0
      #endif
      int cuInit(unsigned flags) {
      #ifdef CRASH
        abort();
      #endif
      #ifdef HANG
        sleep(600);
      #endif
        return INIT;
      }
      int cuDriverGetVersion(int *version) { *version = VERSION; return 0; }
      int cuDeviceGetCount(int *count) { *count = COUNT; return 0; }
      int cuDeviceGet(int *device, int index) { *device = 40 + index; return 0; }
      int cuDeviceGetName(char *name, int length, int device) {
        strncpy(name, device == 40 ? "Fake H200" : "Fake L4", length);
        return 0;
      }
      int cuDeviceTotalMem_v2(size_t *bytes, int device) { *bytes = 150000000000; return 0; }
      int cuDeviceGetAttribute(int *value, int attribute, int device) {
        *value = attribute == 75 ? MAJOR : attribute == 76 ? 1 : -1;
        return 0;
      }
      int cuDevicePrimaryCtxRetain(void **context, int device) { *context = &exit; return OPENED; }
      int cuCtxSetCurrent(void *context) { return context == (void *)&exit ? 0 : 1; }
      int cuMemGetInfo_v2(size_t *free, size_t *all) { *free = 140000000000; *all = 150000000000; return 0; }
      int cuDevicePrimaryCtxRelease_v2(int device) { return 0; }
      int cuGetErrorName(int error, const char **name) {
        switch (error) {
          case 2: *name = "CUDA_ERROR_OUT_OF_MEMORY"; return 0;
          case 46: *name = "CUDA_ERROR_DEVICE_UNAVAILABLE"; return 0;
          case 100: *name = "CUDA_ERROR_NO_DEVICE"; return 0;
          case 803: *name = "CUDA_ERROR_SYSTEM_DRIVER_MISMATCH"; return 0;
          default: return 1;
        }
      }
      """;

  /** Builds one; without a compiler the test is left out. */
  static FakeDriver build(Path folder, String... definitions)
      throws IOException, InterruptedException {
    assumeTrue(hasCompiler(), "gcc, which builds a driver for the test, is not there");
    Path source = Files.writeString(folder.resolve("driver.c"), SOURCE);
    List<String> command =
        Stream.of(
                Stream.of("gcc", "-shared", "-fPIC", "-w", "-o"),
                Stream.of(folder.resolve(DriverLibrary.NAME).toString(), source.toString()),
                Stream.of(definitions).map(definition -> "-D" + definition))
            .flatMap(words -> words)
            .toList();
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    return new FakeDriver(folder);
  }

  private static boolean hasCompiler() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
        .anyMatch(path -> Files.isExecutable(Path.of(path, "gcc")));
  }

  /** Asks it as the real one is asked. */
  DriverReport ask(int opened, int patience) {
    return new DriverProcess(Map.of("LD_LIBRARY_PATH", folder.toString()), patience).ask(opened);
  }
}
