package org.normscape.experiments.run.lock;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.normscape.experiments.run.file.Json;

/**
 * A process that writes a run, as {@code owner.json} in the run's folder names it.
 *
 * @param pid its number
 * @param host the machine that it runs on
 * @param started when it started: another process may have its number later
 */
public record Owner(long pid, String host, String started) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** This process. */
  static Owner self() {
    ProcessHandle self = ProcessHandle.current();
    return new Owner(self.pid(), thisHost(), started(self));
  }

  private static String started(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toString).orElse("unknown");
  }

  private static String thisHost() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "unknown";
    }
  }

  /** Where a run's folder says who writes it. */
  static Path file(Path run) {
    return run.resolve("owner.json");
  }

  /** Writes this into a run's folder. */
  void write(Path run) {
    Json.write(file(run), this);
  }

  /** The process that a run's folder names; none where it names nobody. */
  public static Optional<Owner> of(Path run) throws IOException {
    Path file = file(run);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(JSON.readValue(Files.readAllBytes(file), Owner.class))
          .filter(owner -> owner.host != null && owner.started != null);
    } catch (JacksonException nobody) {
      return Optional.empty();
    }
  }

  /** Whether it may still be running: on another machine nobody can tell. */
  public boolean mayBeAlive() {
    return isElsewhere()
        || ProcessHandle.of(pid)
            .filter(ProcessHandle::isAlive)
            .filter(process -> started(process).equals(started))
            .isPresent();
  }

  /** Whether it runs on another machine. */
  boolean isElsewhere() {
    return !host.equals(thisHost());
  }

  @Override
  public String toString() {
    return "process %s on %s".formatted(pid, host);
  }
}
