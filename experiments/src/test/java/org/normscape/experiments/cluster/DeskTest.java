package org.normscape.experiments.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.normscape.backend.Backend;
import org.normscape.backend.Backends;
import org.normscape.experiments.UserError;
import org.normscape.experiments.run.RunLog;
import org.normscape.experiments.run.progress.NoProgress;
import org.normscape.experiments.task.Failures;
import org.normscape.experiments.task.TaskQueue;

/** What callers get who are no workers. */
final class DeskTest {

  @TempDir private Path folder;

  private final Backend backend = Backends.open("reference");
  private @Nullable RunLog log;
  private @Nullable Desk opened;

  @BeforeEach
  void open() throws IOException {
    RunLog log = new RunLog(folder, RunLog.Fingerprints.NEVER);
    TaskQueue nothing = new TaskQueue(List.of());
    Dispatch dispatch = new Dispatch(nothing, new Failures(log, new NoProgress()), () -> {});
    Drive drive =
        new Drive(
            "{}", backend, log, new NoProgress(), dispatch, List.of(), new ConcurrentHashMap<>());
    Map<String, Path> files = Map.of("0a", Files.writeString(folder.resolve("file"), "text"));
    this.log = log;
    opened = Desk.open(drive, InetAddress.getLoopbackAddress(), files);
  }

  private Desk desk() {
    return Objects.requireNonNull(opened);
  }

  @AfterEach
  void close() throws IOException {
    desk().close();
    Objects.requireNonNull(log).close();
    backend.close();
  }

  private DataInputStream call(String token, String wish) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), desk().port());
    DataOutputStream out = new DataOutputStream(socket.getOutputStream());
    out.writeUTF(token);
    out.writeUTF(wish);
    return new DataInputStream(socket.getInputStream());
  }

  @Test
  void aFileIsGivenAfterItsLength() throws IOException {
    try (DataInputStream answer = call(desk().token(), "0a")) {
      assertThat(answer.readLong()).isEqualTo(4);
      assertThat(answer.readAllBytes()).asString().isEqualTo("text");
    }
    try (DataInputStream answer = call(desk().token(), "0b")) {
      assertThat(answer.readLong()).isEqualTo(-1);
    }
  }

  @Test
  void nobodyIsLetInWithoutTheToken() throws IOException {
    for (String wish : List.of("0a", "waiting", Connection.WORK)) {
      try (DataInputStream answer = call("f".repeat(desk().token().length()), wish)) {
        assertThatThrownBy(answer::readLong).isInstanceOf(IOException.class);
      }
    }
    assertThat(desk().workers()).isZero();
  }

  @Test
  void anAddressIsAHostAndAPort() {
    assertThat(Address.parse("host:80")).isEqualTo(new Address("host", 80));
    assertThatThrownBy(() -> Address.parse("host"))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("--driver: must be HOST:PORT, but it is \"host\".");
    assertThatThrownBy(() -> Address.parse("host:99999")).isInstanceOf(UserError.class);
  }
}
