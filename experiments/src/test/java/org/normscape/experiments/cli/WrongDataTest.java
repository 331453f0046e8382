package org.normscape.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.normscape.experiments.task.ExperimentRun;

/**
 * Data of one's own that is wrong in each way that comes to mind: one sentence that says which
 * file, what must be, what is, and how to mend it; and the exit code 1.
 */
final class WrongDataTest {

  private static final Pattern SENTENCE =
      Pattern.compile("[^\n]* must [^\n]*, but [^\n]*\\. To fix: [^\n]*\\.\n");

  @TempDir private Path folder;

  static Stream<WrongData> cases() {
    return Stream.of(
            WrongPictures.pictures(),
            WrongArrays.arrays(),
            WrongTables.tables(),
            WrongIdx.idx(),
            WrongSvhn.svhn())
        .flatMap(cases -> cases);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void isNamedInOneSentence(WrongData wrong) throws IOException {
    Path given = Files.createDirectory(folder.resolve("data"));
    wrong.content().write(given);
    List<String> arguments = new ArrayList<>(List.of("data", "check"));
    wrong.arguments().forEach(word -> arguments.add(word.replace("FOLDER", given.toString())));
    CommandLineRun run =
        CommandLineRun.of(folder, ExperimentRun::run, arguments.toArray(String[]::new));
    assertThat(run.err()).contains(wrong.sentence()).matches(SENTENCE);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
  }
}
