package org.normscape.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.normscape.experiments.page.PageCommands;
import org.normscape.experiments.report.metrics.RunRecord;
import org.normscape.experiments.task.ExperimentRun;

/** The tutorials about a normalization and a probe of one's own, followed by copy and paste. */
@DisabledOnOs(OS.WINDOWS)
final class OwnLabTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  @TempDir private static Path folder;

  /** Builds the jar, with the compiler of the Java that runs the test. */
  @BeforeAll
  static void build() throws Exception {
    List<String> read = List.of("core", "docs");
    for (String name : read) {
      Files.createSymbolicLink(folder.resolve(name), ROOT.resolve(name));
    }
    String lines = PageCommands.of("tutorials/normalization.md").blocks("sh").get(0);
    ProcessBuilder builder = new ProcessBuilder("bash", "-ec", lines);
    String tools = Path.of(System.getProperty("java.home"), "bin").toString();
    builder.environment().merge("PATH", tools, (path, ours) -> ours + File.pathSeparator + path);
    Process process = builder.directory(folder.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    for (String link : read) {
      Files.delete(folder.resolve(link));
    }
  }

  private static CommandLineRun command(String... words) {
    return CommandLineRun.of(
        folder,
        ExperimentRun::run,
        Stream.concat(
                Stream.of(words), Stream.of("--with", folder.resolve("own-lab.jar").toString()))
            .toArray(String[]::new));
  }

  /** What the experiment of a page measures in two steps. */
  private static RunRecord measured(String page, String name) throws IOException {
    Path file = folder.resolve(name + ".conf");
    Path out = folder.resolve(name);
    Files.writeString(file, PageCommands.of(page).blocks("hocon").get(0));
    String[] small = {"--set", "steps=2", "--set", "model.width=1", "--backend", "reference"};
    CommandLineRun run =
        command(
            Stream.concat(
                    Stream.of("run", file.toString(), "--scale", "smoke", "--out", out.toString()),
                    Stream.of(small))
                .toArray(String[]::new));
    assertThat(run.exitCode()).as(run.err()).isZero();
    try (Stream<Path> runs = Files.list(out)) {
      return RunRecord.read(runs.findFirst().orElseThrow());
    }
  }

  @Test
  void aNormalizationIsDescribedAndTrained() throws IOException {
    assertThat(command("describe", "peak-norm").out())
        .startsWith("peak-norm: a kind of normalization");
    RunRecord run = measured("tutorials/normalization.md", "peak");
    assertThat(run.metrics().of("peak", 1, "train_loss").orElseThrow().values()).hasSize(2);
  }

  @Test
  void aProbeMeasures() throws IOException {
    RunRecord run = measured("tutorials/probe.md", "entries");
    assertThat(run.metrics().of("batch-norm", 1, "largest_entry").orElseThrow().values())
        .singleElement()
        .matches(entry -> entry > 0 && entry < 10);
  }

  @Test
  void aBackendRunsAndIsCertified() throws IOException {
    Path jar = folder.resolve("own-lab.jar");
    for (String commands : PageCommands.of("tutorials/backend.md").blocks("sh")) {
      for (String command : commands.lines().toList()) {
        String[] words = command.replaceFirst(".*[.]/normscape ", "").split(" ", -1);
        CommandLineRun run =
            StrangersBackend.onClassPath(
                jar, () -> CommandLineRun.of(folder, ExperimentRun::run, words));
        assertThat(run.exitCode()).as(command + run.err()).isZero();
        assertThat(run.out() + run.err()).as(command).contains("stopwatch");
      }
    }
  }
}
