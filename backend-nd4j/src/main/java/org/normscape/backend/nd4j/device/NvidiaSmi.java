package org.normscape.backend.nd4j.device;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.normscape.backend.BackendException;

/**
 * The program {@code nvidia-smi}, which comes with NVIDIA's driver. It asks the driver in a process
 * of its own, so one that crashes or hangs takes nothing with it.
 *
 * @param program its path, or its name
 * @param visible the GPUs that this process may use, as in {@code CUDA_VISIBLE_DEVICES}; all of
 *     them where it is not set
 * @param patience how many seconds it has
 */
record NvidiaSmi(String program, Map<String, String> visible, int patience) {

  private static final String VISIBLE = "CUDA_VISIBLE_DEVICES";

  /** Long enough for a driver that wakes up eight GPUs. */
  private static final int PATIENCE = 90;

  /** A name, a comma and a compute capability. */
  private static final Pattern LINE =
      Pattern.compile("(?m)^\\s*(.+?)\\s*,\\s*(\\d+)\\.(\\d+)\\s*$");

  /** That of this machine. */
  static NvidiaSmi ofThisMachine() {
    return new NvidiaSmi("nvidia-smi", System.getenv(), PATIENCE);
  }

  /**
   * The GPUs that this process may use, in the order of their numbers; none where the driver finds
   * none.
   *
   * @throws BackendException when the program does not work; the message says what it said
   */
  List<NvidiaGpu> gpus() {
    String chosen = visible.get(VISIBLE);
    if (chosen != null && (chosen.isBlank() || chosen.startsWith("-"))) {
      return List.of();
    }
    List<String> command =
        new ArrayList<>(List.of(program, "--query-gpu=name,compute_cap", "--format=csv,noheader"));
    if (chosen != null) {
      command.add("--id=" + chosen);
    }
    Matcher lines = LINE.matcher(ask(command));
    List<NvidiaGpu> gpus = new ArrayList<>();
    while (lines.find()) {
      gpus.add(
          new NvidiaGpu(
              lines.group(1), Integer.parseInt(lines.group(2)), Integer.parseInt(lines.group(3))));
    }
    return gpus;
  }

  private String ask(List<String> command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      try {
        return answer(process);
      } finally {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      throw failed("does not start (" + e.getMessage() + ")");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("nd4j: was interrupted.", e);
    }
  }

  /** What it says is a few lines, which a pipe holds until it has ended. */
  private String answer(Process process) throws IOException, InterruptedException {
    if (!process.waitFor(patience, TimeUnit.SECONDS)) {
      throw failed("did not end within %s s".formatted(patience));
    }
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.exitValue() != 0) {
      throw failed("ended with status %s (%s)".formatted(process.exitValue(), said.strip()));
    }
    return said;
  }

  private BackendException failed(String how) {
    return new BackendException(
        "nd4j: a GPU needs NVIDIA's driver, but its program %s %s. To fix: install the driver, until nvidia-smi works (in a container: start it with its GPUs, as with --gpus all), or use cpu."
            .formatted(program, how),
        null);
  }
}
