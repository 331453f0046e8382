package org.normscape.bench.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The memory of this process that is in RAM. */
public final class ResidentSet {

  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String RESIDENT = "VmRSS:";
  private static final String PEAK = "VmHWM:";
  private static final long KIBIBYTE = 1024;

  private ResidentSet() {}

  /** Its size in bytes, as Linux says it in {@code /proc}, and elsewhere {@code ps}. */
  public static long bytes() {
    try {
      String kibibytes = Files.exists(STATUS) ? fromStatus(RESIDENT) : fromPs();
      return Long.parseLong(kibibytes) * KIBIBYTE;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The largest it has been, in bytes; where there is no {@code /proc}, what it is now. */
  public static long peakBytes() {
    try {
      return Files.exists(STATUS) ? Long.parseLong(fromStatus(PEAK)) * KIBIBYTE : bytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String fromStatus(String field) throws IOException {
    String line =
        Files.readAllLines(STATUS).stream()
            .filter(l -> l.startsWith(field))
            .findFirst()
            .orElseThrow();
    return line.substring(field.length()).replace("kB", "").strip();
  }

  private static String fromPs() throws IOException {
    String pid = String.valueOf(ProcessHandle.current().pid());
    Process ps = new ProcessBuilder(List.of("ps", "-o", "rss=", "-p", pid)).start();
    return new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
  }
}
