package org.normscape.backend.tf.device;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.normscape.backend.BackendException;
import org.normscape.backend.JavaProcess;

/**
 * Asks the driver in a process of its own: a driver that ends its process, or never answers, is
 * found out, and takes nothing with it.
 *
 * @param environment variables that the other process has beside those of this one
 * @param patience how many seconds it has
 */
record DriverProcess(Map<String, String> environment, int patience) implements CudaDriver {

  /** Long enough for a driver that wakes up eight GPUs. */
  private static final int PATIENCE = 90;

  /** With the environment of this process. */
  DriverProcess() {
    this(Map.of(), PATIENCE);
  }

  @Override
  public DriverReport ask(int opened) {
    try {
      Path answer = Files.createTempFile("normscape-driver", ".answer");
      Path complaints = Files.createTempFile("normscape-driver", ".err");
      try {
        return ask(opened, answer, complaints);
      } finally {
        Files.delete(answer);
        Files.delete(complaints);
      }
    } catch (IOException | ClassNotFoundException e) {
      throw new BackendException(
          "device: a second Java process and a temporary file are needed to look for GPUs, but there are none (%s). To fix: free some space, or use cpu."
              .formatted(e),
          e);
    }
  }

  private DriverReport ask(int opened, Path answer, Path complaints)
      throws IOException, ClassNotFoundException {
    Process process = start(opened, answer, complaints);
    try {
      if (!process.waitFor(patience, TimeUnit.SECONDS)) {
        return new DriverReport.Silent("did not end within %s s".formatted(patience));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("device: was interrupted.", e);
    } finally {
      process.destroyForcibly();
    }
    if (process.exitValue() != 0) {
      return new DriverReport.Silent("ended with status " + process.exitValue() + said(complaints));
    }
    try (ObjectInputStream in = new ObjectInputStream(Files.newInputStream(answer))) {
      return (DriverReport) in.readObject();
    }
  }

  /** The first line of what the other process complained about; nothing where it did not. */
  private static String said(Path complaints) throws IOException {
    String text = new String(Files.readAllBytes(complaints), StandardCharsets.UTF_8);
    return text.lines().findFirst().map(" (%s)"::formatted).orElse("");
  }

  private Process start(int opened, Path answer, Path complaints) throws IOException {
    ProcessBuilder builder =
        JavaProcess.of(
                DriverProcess.class,
                List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
                List.of(String.valueOf(opened), answer.toString()))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(complaints.toFile());
    builder.environment().putAll(environment);
    return builder.start();
  }

  /**
   * The other process.
   *
   * @param arguments the index of the GPU that is opened, and the file for the answer
   */
  public static void main(String[] arguments) throws IOException {
    DriverReport report = DriverLibrary.ask(Integer.parseInt(arguments[0]));
    try (ObjectOutputStream out =
        new ObjectOutputStream(Files.newOutputStream(Path.of(arguments[1])))) {
      out.writeObject(report);
    }
  }
}
