package org.normscape.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Commands that people get wrong: one sentence, which names what was given, and a remedy. */
final class WrongCommandsTest {

  private static final Pattern SENTENCE = Pattern.compile("[^\n]*, but [^\n]*\\. To fix: [^\n]*\n");

  @TempDir private Path home;

  private CommandLineRun command(Map<String, String> environment, String... words) {
    return CommandLineRun.of(
        home,
        environment,
        (spec, backend, data, log, progress) -> {
          throw new AssertionError("nothing is run");
        },
        List.of(),
        words);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "run nofile.conf, experiment: must be a file that is there",
    "run folder/landscape, but \"folder/landscape\" is not",
    "run landscap, To fix: write \"landscape\"",
    "verify landscap, To fix: write \"landscape\"",
    "probe --model no.conf --weights w.npz, --model: must be a file that describes a network",
    "reproduce --scale smok --dry-run, To fix: write \"smoke\"",
    "reproduce --only landscap, To fix: write \"landscape\"",
    "help json extra, but \"extra\" follows json",
    "help jsom, To fix: write \"json\"",
    "init nofolder/my.conf, there is no folder nofolder",
    "init my, To fix: write \"my.conf\"",
    "init my.json, To fix: write \"my.conf\"",
    "init /, To fix: write \"/my-experiment.conf\"",
    "init /dev/null/my.conf, there is no folder /dev/null",
    "init my.conf other.conf, takes only FILE",
    "init, needs FILE",
    "probe --weights w.npz, needs --model FILE",
    "doctor all, takes no word",
    "version, To fix: write \"--version\"",
    "-v, To fix: write \"-V\"",
    "-x, To fix: use one of these",
    "--jobs 2 run landscape, To fix: write it after the command",
    "run landscape --resume, To fix: write \"normscape resume\"",
    "help batch-norm, To fix: write \"normscape describe batch-norm\"",
    "help -x, but \"-x\" was given",
    "help run landscape, To fix: write \"normscape help run\"",
    "open nofolder, but nofolder is not one",
    "describe no.conf, must be a file that is there",
    "list dataset, To fix: write \"data\"",
    "list normalisations, To fix: write \"normalizations\"",
    "data check svnh, To fix: write \"svhn\"",
    "rnu landscape, To fix: write \"run\"",
    "run landscape --seeds 3..1, --seeds must be a range from a smaller to a larger number",
    "run landscape --seeds 3..1, To fix: write \"1..3\"",
    "run landscape --seeds one, --seeds must be a whole number or a range",
    "run landscape --seeds 1..99999, To fix: write \"1..10000\"",
    "verify landscape --seeds one, --seeds must be a whole number",
    "run landscape --jobs x, --jobs must be a whole number",
    "describe run, write \"normscape run --help\"",
  })
  void isOneSentence(String words, String part) {
    CommandLineRun run = command(Map.of(), words.split(" ", -1));
    assertThat(run.err()).contains(part).matches(SENTENCE).doesNotContain("worker");
    assertThat(run.out()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(2);
  }

  @Test
  void aReportIsOpenedInTheBrowserThatIsNamed() throws IOException {
    Path run = Files.createDirectories(home.resolve("a run"));
    Path report = Files.writeString(run.resolve("report.html"), "<html></html>");
    Path shown = home.resolve("shown");
    Path browser =
        Files.writeString(
            home.resolve("browser"), "#!/bin/sh\necho \"$1\" > '%s'\n".formatted(shown));
    assertThat(browser.toFile().setExecutable(true)).isTrue();
    CommandLineRun opened = command(Map.of("BROWSER", browser.toString()), "open", run.toString());
    assertThat(opened.exitCode()).as(opened.err()).isZero();
    assertThat(shown).hasContent(report.toUri().toString());
    assertThat(opened.out()).isEqualTo(report + "\n");
  }

  @Test
  void aReportThatCannotBeShownIsNamed() throws IOException {
    Path run = Files.createDirectories(home.resolve("run"));
    Files.writeString(run.resolve("report.html"), "<html></html>");
    for (String browser : List.of("no-such-program", "false")) {
      CommandLineRun none = command(Map.of("BROWSER", browser), "open", run.toString());
      assertThat(none.err())
          .contains("but \"%s\" ".formatted(browser), "To fix: open file:")
          .matches(SENTENCE);
      assertThat(none.exitCode()).isEqualTo(1);
    }
  }
}
