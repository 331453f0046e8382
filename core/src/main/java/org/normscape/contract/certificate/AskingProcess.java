package org.normscape.contract.certificate;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.normscape.backend.Backend;
import org.normscape.backend.BackendException;
import org.normscape.backend.BackendInfo;
import org.normscape.backend.Backends;
import org.normscape.backend.Device;
import org.normscape.backend.JavaProcess;
import org.normscape.contract.Question;

/**
 * A process that asks a backend the questions of a certification, until it ends.
 *
 * @param extent how much is asked
 * @param seed the seed of the random geometries
 * @param first the first question that is asked, from 0
 * @param struck subjects about which nothing is asked
 */
record AskingProcess(Extent extent, long seed, int first, Set<String> struck) {

  private static final int MILLISECONDS = 50;
  private static final String SEPARATOR = ",";

  /**
   * What was heard of it.
   *
   * @param info who was asked; empty when the process ended before anything was
   * @param answers how many questions were answered
   * @param status the status with which the process ended
   */
  record Heard(Optional<BackendInfo> info, int answers, int status) {}

  /** What the other process says. */
  private interface Message extends Serializable {

    void to(Listener listener);
  }

  /** Who is asked. */
  private record Opened(BackendInfo info) implements Message {

    @Override
    public void to(Listener listener) {
      listener.info = Optional.of(info);
    }
  }

  /** Why a backend does not open. */
  private record Refusal(String message) implements Message {

    @Override
    public void to(Listener listener) {
      throw new BackendException(message, null);
    }
  }

  /** What came of the next question. */
  private record Answered(Answer answer) implements Message {

    @Override
    public void to(Listener listener) {
      listener.answers.accept(answer);
      listener.count++;
    }
  }

  /**
   * Asks.
   *
   * @param answers takes the answer to each question while the others are asked
   */
  Heard ask(InProcesses backend, Consumer<Answer> answers) throws IOException {
    Path file = Files.createTempFile("normscape-certify", ".answers");
    try (Messages messages = new Messages(file)) {
      Process process = start(backend, file);
      Listener listener = new Listener(answers);
      try {
        boolean ended = false;
        while (!ended) {
          ended = process.waitFor(MILLISECONDS, TimeUnit.MILLISECONDS);
          messages.forEachNew(message -> ((Message) message).to(listener));
        }
        return new Heard(listener.info, listener.count, process.exitValue());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("certification: was interrupted.", e);
      } finally {
        process.destroyForcibly();
      }
    } finally {
      Files.delete(file);
    }
  }

  /** What natives say goes where this process complains. Its input stays open while it is heard. */
  private Process start(InProcesses backend, Path file) throws IOException {
    return JavaProcess.of(
            AskingProcess.class,
            backend.options(),
            List.of(
                backend.backend(),
                backend.device().toString(),
                extent.name(),
                String.valueOf(seed),
                String.valueOf(first),
                String.join(SEPARATOR, struck),
                file.toString()))
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** Hears what the other process says. */
  private static final class Listener {

    private final Consumer<Answer> answers;
    private Optional<BackendInfo> info = Optional.empty();
    private int count;

    Listener(Consumer<Answer> answers) {
      this.answers = answers;
    }
  }

  /**
   * The other process.
   *
   * @param arguments the backend's name, the device, the extent, the seed, the first question, the
   *     subjects that are left out, and the file for the answers
   */
  public static void main(String[] arguments) throws IOException {
    endWithTheOther();
    Path file = Path.of(arguments[6]);
    try (Backend backend = Backends.raw(arguments[0], Device.parse(arguments[1]))) {
      Messages.append(file, new Opened(backend.info()));
      Set<String> struck = Set.of(arguments[5].split(SEPARATOR, -1));
      InThisProcess here = new InThisProcess(backend);
      List<Question> all = Suite.of(Extent.valueOf(arguments[2]), Long.parseLong(arguments[3]));
      for (Question question : all.subList(Integer.parseInt(arguments[4]), all.size())) {
        Messages.append(
            file,
            new Answered(
                struck.contains(question.topic().subject())
                    ? Answer.none(question, "it was not asked: others like it ended their process")
                    : here.answer(question)));
      }
    } catch (BackendException | IllegalArgumentException e) {
      Messages.append(file, new Refusal(String.valueOf(e.getMessage())));
    }
  }

  /** Ends this process as soon as nobody listens to it any more. */
  private static void endWithTheOther() {
    InputStream in = System.in;
    Thread thread =
        new Thread(
            () -> {
              try {
                in.transferTo(OutputStream.nullOutputStream());
              } catch (IOException e) {
                // Nobody listens either.
              }
              Runtime.getRuntime().halt(1);
            });
    thread.setDaemon(true);
    thread.start();
  }
}
