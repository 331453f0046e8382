package org.normscape.experiments.cli.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.normscape.experiments.cli.CommandLineRun;
import org.normscape.experiments.manual.Topic;

/** What {@code help} says of commands and topics. */
final class HelpCommandTest {

  private static final int WIDTH = 100;

  @TempDir private Path home;

  static List<Topic> topics() {
    return Topic.all();
  }

  private CommandLineRun help(String... words) {
    String[] arguments = new String[words.length + 1];
    arguments[0] = "help";
    System.arraycopy(words, 0, arguments, 1, words.length);
    return CommandLineRun.of(home, (spec, backend, data, log, progress) -> log.flush(), arguments);
  }

  @Test
  void withoutAWordListsCommandsAndTopics() {
    assertThat(help().out())
        .startsWith("Usage: normscape")
        .contains("Topics, for \"normscape help TOPIC\":\n")
        .contains("\n  numerics ");
  }

  @Test
  void ofACommandIsItsOwn() {
    assertThat(help("run").out()).startsWith("Usage: normscape run ");
    assertThat(help("data", "fetch").out()).startsWith("Usage: normscape data fetch ");
  }

  @ParameterizedTest
  @MethodSource("topics")
  void ofATopicFitsATerminal(Topic topic) {
    CommandLineRun run = help(topic.name());
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith(topic.title() + "\n\n" + topic.text().get(0) + "\n");
    assertThat(run.out().lines()).allMatch(line -> line.length() <= WIDTH);
  }

  /** Topics that refer to others refer to some that are there. */
  @ParameterizedTest
  @MethodSource("topics")
  void ofATopicLeadsOn(Topic topic) {
    assertThat(String.join("\n", topic.text()).split("help ", -1))
        .filteredOn(rest -> rest.matches("(?s)[a-z-]+[,.\n].*"))
        .allSatisfy(
            rest -> assertThat(Topic.named(rest.replaceFirst("(?s)[,.\n].*", ""))).isPresent());
  }

  @Test
  void ofAnotherWordSuggests() {
    CommandLineRun run = help("numerik");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .startsWith("help: must be a command or a topic, which are [run, ")
        .endsWith("but it is \"numerik\". To fix: write \"numerics\".\n");
    assertThat(help("data", "fetsh").err())
        .isEqualTo(
            "help: must be a command or a topic, which are [fetch, check, path], but it is \"fetsh\". To fix: write \"fetch\".\n");
  }
}
