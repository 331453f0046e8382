package org.normscape.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.normscape.experiments.TestJvm;
import org.normscape.experiments.report.metrics.RunRecord;

/** Ctrl-C as a person presses it, on a terminal with a bar, and as a system sends it. */
final class InterruptionTest {

  private static final String GOING_ON = "loss";
  private static final int CTRL_C = 3;

  @TempDir private Path home;

  static boolean isThereATerminal() {
    return Files.isExecutable(Path.of("/usr/bin/script"));
  }

  @BeforeEach
  void write() throws IOException {
    try (InputStream text =
        Objects.requireNonNull(InterruptionTest.class.getResourceAsStream("/run/small.conf"))) {
      Files.write(home.resolve("small.conf"), text.readAllBytes());
    }
  }

  private String java(String terminal) {
    return String.join(
        " ",
        List.of(
            ProcessHandle.current().info().command().orElseThrow(),
            "-XX:+UseSerialGC",
            "-Dnormscape.terminal=" + terminal,
            "-cp",
            TestJvm.classPath(),
            "org.normscape.experiments.cli.Main",
            "run",
            home.resolve("small.conf").toString(),
            "--set steps=1000000 --set probes={} --set checkpoint.every-steps=1000000",
            "--out",
            home.resolve("runs").toString()));
  }

  private static Process start(String... command) throws IOException {
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  private static String until(String wanted, InputStream said) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int next = said.read(); next >= 0; next = said.read()) {
      text.append((char) next);
      if (text.indexOf(wanted) >= 0) {
        return text.toString();
      }
    }
    return text.toString();
  }

  private Path run() throws IOException {
    try (Stream<Path> runs = Files.list(home.resolve("runs"))) {
      return runs.findFirst().orElseThrow();
    }
  }

  private void assertThatItCanGoOn(String said) throws IOException {
    assertThat(said)
        .contains("ending after this step; press Ctrl-C once more to end at once")
        .contains("interrupted; what was measured is kept. To go on: normscape resume " + run())
        .doesNotContain("\tat ");
    assertThat(RunRecord.read(run()).status()).isEqualTo("interrupted");
    assertThat(run().resolve("tasks/plain/seed-1/checkpoints")).isNotEmptyDirectory();
    assertThat(run().resolve("tasks/plain/seed-1/task.json")).content().contains("interrupted");
    assertThat(run().resolve("owner.json")).doesNotExist();
  }

  /** Where tests run in the background Ctrl-C is ignored, and what they start inherits that. */
  @Test
  @EnabledIf("isThereATerminal")
  void onATerminal() throws Exception {
    Process process =
        start(
            "/usr/bin/env",
            "--default-signal=INT",
            "/usr/bin/script",
            "-qec",
            java("true"),
            "/dev/null");
    InputStream said = process.getInputStream();
    String before = until(GOING_ON, said);
    process.getOutputStream().write(CTRL_C);
    process.getOutputStream().flush();
    String after = new String(said.readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(before + after).isEqualTo(130);
    assertThatItCanGoOn(before + after);
  }

  @Test
  void bySignal() throws Exception {
    Process process = start("/bin/sh", "-c", "exec " + java("false"));
    InputStream said = process.getInputStream();
    String before = until(GOING_ON, said);
    assertThat(process.toHandle().destroy()).isTrue();
    String after = new String(said.readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(before + after).isEqualTo(130);
    assertThatItCanGoOn(before + after);
  }
}
