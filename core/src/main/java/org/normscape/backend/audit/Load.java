package org.normscape.backend.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How busy a machine is: the tasks that wanted a processor in the last minute, in the mean, for
 * each processor. A program that uses every processor brings about one of these itself.
 */
final class Load {

  /** Above this, other work decides how long a kernel takes. */
  private static final double BUSY = 2;

  private static final Path AVERAGE = Path.of("/proc/loadavg");

  private Load() {}

  /** That of this machine, as Linux counts it; 0 where it is not known. */
  static double ofThisMachine() {
    if (!Files.isReadable(AVERAGE)) {
      return 0;
    }
    try {
      String lastMinute = Files.readString(AVERAGE).split(" ", 2)[0];
      return Double.parseDouble(lastMinute) / Runtime.getRuntime().availableProcessors();
    } catch (IOException e) {
      throw new UncheckedIOException("load: %s must be readable.".formatted(AVERAGE), e);
    }
  }

  /** Whether times that are taken under a load say little. */
  static boolean isBusy(double load) {
    return load > BUSY;
  }
}
