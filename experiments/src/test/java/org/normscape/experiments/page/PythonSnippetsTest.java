package org.normscape.experiments.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.normscape.experiments.cli.CommandLineRun;
import org.normscape.experiments.cli.Stopping;
import org.normscape.experiments.interchange.SafeTensors;
import org.normscape.experiments.run.Experiment;
import org.normscape.experiments.task.ExperimentRun;
import org.normscape.params.Parameters;
import org.normscape.replay.HostArray;

/** Python in the documentation runs, on files that runs of ours have written. */
final class PythonSnippetsTest {

  private static final Pattern COMMAND = Pattern.compile("python3 -c '(.*)'");
  private static final String RUN = "runs/<date>-landscape-<hash>";
  private static final String CHECKPOINT = "00000200.safetensors";

  @TempDir private static Path folder;

  private record Snippet(MarkdownFile page, String code) {

    @Override
    public String toString() {
      return page + ": " + code.lines().findFirst().orElse("");
    }
  }

  @BeforeAll
  static void write() throws IOException {
    Files.write(
        folder.resolve("small.conf"),
        Files.readAllBytes(Path.of("src/test/resources/run/small.conf")));
    assertThat(run(ExperimentRun::run, "runs").exitCode()).isZero();
    assertThat(run(Stopping.after(5), "stopped").exitCode()).isEqualTo(130);
    Files.copy(found("checkpoints/.*[.]safetensors"), folder.resolve(CHECKPOINT));
  }

  private static CommandLineRun run(Experiment carriedOut, String out) {
    String file = folder.resolve("small.conf").toString();
    return CommandLineRun.of(
        folder, carriedOut, "run", file, "--seeds", "1", "--out", folder.resolve(out).toString());
  }

  private static Path found(String pattern) throws IOException {
    Pattern ending = Pattern.compile(".*/" + pattern);
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> ending.matcher(file.toString()).matches())
          .findFirst()
          .orElseThrow();
    }
  }

  static List<Snippet> all() {
    return MarkdownFile.all().stream()
        .flatMap(page -> page.code().stream().flatMap(code -> snippets(page, code)))
        .toList();
  }

  private static Stream<Snippet> snippets(MarkdownFile page, MarkdownFile.Code code) {
    String text = String.join("\n", code.lines());
    return code.language().equals("python")
        ? Stream.of(new Snippet(page, text))
        : COMMAND
            .matcher(text)
            .results()
            .map((MatchResult command) -> new Snippet(page, command.group(1)));
  }

  @ParameterizedTest
  @MethodSource("all")
  void runs(Snippet snippet) throws Exception {
    String run = folder.relativize(found("results[.]parquet").resolveSibling("")).toString();
    assertThat(Python.run(folder, snippet.code().replace(RUN, run))).isNotBlank();
  }

  @Test
  void areFound() {
    assertThat(all())
        .extracting(snippet -> snippet.page().toString())
        .contains("docs/own-network.md", "docs/runs.md", "docs/sweeps.md");
  }

  /** A checkpoint has what a reader finds that has nothing but the description of the format. */
  @Test
  void aCheckpointIsReadWithoutALibrary() throws Exception {
    String reader = Files.readString(Path.of("src/test/resources/page/read_safetensors.py"));
    List<String> read = Python.run(folder, reader.replace("FILE", CHECKPOINT)).lines().toList();
    Parameters<HostArray> arrays = SafeTensors.read(folder.resolve(CHECKPOINT));
    assertThat(read).hasSameSizeAs(arrays.paths());
    for (String line : read) {
      List<String> words = List.of(line.split(" ", -1));
      HostArray array = arrays.get(words.get(0));
      assertThat(words.stream().skip(1).map(Double::valueOf))
          .as(words.get(0))
          .containsExactlyElementsOf(
              IntStream.range(0, array.type().shape().size()).mapToObj(array::at).toList());
    }
  }
}
