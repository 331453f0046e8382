package org.normscape.experiments.run.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.normscape.experiments.TestJvm;
import org.normscape.experiments.UserError;

final class RunLockTest {

  @TempDir private Path run;

  /** Holds the lock of a folder until it is killed. */
  static final class Holder {
    private Holder() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
      try (RunLock held = RunLock.take(Path.of(arguments[0]))) {
        System.out.println("held " + held.getClass());
        Thread.sleep(60_000);
      }
    }
  }

  @Test
  void oneAtATimeInOneProcess() throws IOException {
    try (RunLock lock = RunLock.take(run)) {
      assertThat(Owner.of(run).orElseThrow().mayBeAlive()).as("%s", lock).isTrue();
      assertRefused("process " + ProcessHandle.current().pid());
      assertRefused("process " + ProcessHandle.current().pid());
    }
    assertThat(Owner.of(run)).isEmpty();
    RunLock.take(run).close();
  }

  private void assertRefused(String owner) {
    assertThatThrownBy(() -> RunLock.take(run).close())
        .isInstanceOf(UserError.class)
        .hasMessageContaining("must be written by one process at a time, but " + owner)
        .hasMessageEndingWith("To fix: wait for it to end.");
  }

  @Test
  void anotherProcessHoldsItUntilItDies() throws Exception {
    Process holder =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                TestJvm.classPath(),
                Holder.class.getName(),
                run.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader said =
        new BufferedReader(
            new InputStreamReader(holder.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(said.readLine()).startsWith("held");
      assertRefused("process " + holder.pid());
    } finally {
      holder.destroyForcibly().waitFor();
    }
    assertThat(Owner.of(run).orElseThrow().mayBeAlive()).isFalse();
    RunLock.take(run).close();
  }

  @Test
  void aProcessOfAnotherMachineMayBeAlive() throws IOException {
    Files.writeString(
        run.resolve("owner.json"), "{\"pid\":7,\"host\":\"elsewhere\",\"started\":\"then\"}");
    assertThatThrownBy(() -> RunLock.take(run).close())
        .isInstanceOf(UserError.class)
        .hasMessageContaining("process 7 on elsewhere writes it")
        .hasMessageEndingWith(
            "if it has ended, delete " + run.toRealPath().resolve("owner.json") + ".");
    Files.delete(run.resolve("owner.json"));
    RunLock.take(run).close();
  }

  @Test
  void whatCannotBeReadNamesNobody() throws IOException {
    Files.writeString(run.resolve("owner.json"), "{\"pid\":");
    RunLock.take(run).close();
    Files.writeString(run.resolve("owner.json"), "{}");
    RunLock.take(run).close();
  }
}
