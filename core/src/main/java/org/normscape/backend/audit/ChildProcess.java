package org.normscape.backend.audit;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.normscape.backend.Backend;
import org.normscape.backend.Backends;
import org.normscape.backend.Device;
import org.normscape.backend.JavaProcess;
import org.normscape.backend.KernelCall;
import org.normscape.backend.Method;

/**
 * Examines a method in a process of its own: a kernel that ends its process is found out, and takes
 * nothing with it.
 *
 * @param backend the name under which the other process opens the backend
 * @param device where
 */
record ChildProcess(String backend, Device device) implements Examiner {

  @Override
  public Verdict examine(KernelCall call, Method method, int timings) {
    try {
      Path question = Files.createTempFile("normscape-audit", ".question");
      Path answer = Files.createTempFile("normscape-audit", ".answer");
      try {
        try (ObjectOutputStream out = new ObjectOutputStream(Files.newOutputStream(question))) {
          out.writeObject(call);
          out.writeObject(method);
        }
        int status = run(question, answer);
        String text = Files.readString(answer);
        return status == 0 && !text.isEmpty()
            ? Verdict.parse(text)
            : Verdict.failed(method, "its process ended with status " + status);
      } finally {
        Files.delete(question);
        Files.delete(answer);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "audit: a second Java process and two temporary files are needed, but there are none (%s). To fix: free some space, or set audit = off."
              .formatted(e),
          e);
    }
  }

  private int run(Path question, Path answer) throws IOException {
    Process process =
        JavaProcess.of(
                ChildProcess.class,
                List.of(),
                List.of(backend, device.toString(), question.toString(), answer.toString()))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("audit: was interrupted.", e);
    }
  }

  /**
   * The other process.
   *
   * @param arguments the backend's name, the device, the file with the question and the one for the
   *     answer
   */
  public static void main(String[] arguments) throws IOException, ClassNotFoundException {
    try (ObjectInputStream in = new ObjectInputStream(Files.newInputStream(Path.of(arguments[2])));
        Backend backend = Backends.raw(arguments[0], Device.parse(arguments[1]));
        Backend oracle = Backends.raw(Backends.REFERENCE, Device.CPU)) {
      KernelCall call = (KernelCall) in.readObject();
      Method method = (Method) in.readObject();
      Verdict verdict = new InProcess(backend, oracle).examine(call, method, 0);
      Files.writeString(Path.of(arguments[3]), verdict.text());
    }
  }
}
