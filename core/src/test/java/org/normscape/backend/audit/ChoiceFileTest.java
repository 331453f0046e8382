package org.normscape.backend.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.normscape.backend.Method;

/** Whether what is found survives, and damage does not. */
final class ChoiceFileTest {

  @TempDir private Path folder;

  private Path file() {
    return folder.resolve("deep").resolve("choices.tsv");
  }

  private static Choice choice(String call) {
    return new Choice(
        call,
        "eigen",
        0.75,
        List.of(
            new Verdict("onednn", Verdict.Outcome.WRONG, 0.5, 0.25, 0.125, ""),
            Verdict.failed(Method.rival("patches"), "no: such;\tkernel\n"),
            new Verdict("eigen", Verdict.Outcome.RIGHT, 1e-7, 0, 3e-3, "")));
  }

  @Test
  void whatIsKeptIsRead() {
    new ChoiceFile(file()).keep(choice("a"));
    new ChoiceFile(file()).keep(choice("b"));
    ChoiceFile read = new ChoiceFile(file());
    assertThat(read.of("a")).contains(choice("a"));
    assertThat(read.of("b")).contains(choice("b"));
    assertThat(read.of("c")).isEmpty();
  }

  @Test
  void theLastWordCounts() {
    ChoiceFile file = new ChoiceFile(file());
    file.keep(choice("a"));
    file.keep(choice("a").with("onednn"));
    assertThat(new ChoiceFile(file()).of("a").orElseThrow().method()).isEqualTo("onednn");
  }

  @Test
  void damagedLinesCountAsNotThere() throws IOException {
    ChoiceFile first = new ChoiceFile(file());
    first.keep(choice("a"));
    first.keep(choice("b"));
    String text = Files.readString(file());
    Files.writeString(file(), text.replaceFirst("eigen", "wrong"));
    ChoiceFile read = new ChoiceFile(file());
    assertThat(read.of("a")).isEmpty();
    assertThat(read.of("b")).contains(choice("b"));
  }

  @Test
  void aTornLineDoesNotSwallowTheNext() throws IOException {
    new ChoiceFile(file()).keep(choice("a"));
    Files.writeString(file(), "b\teigen\tonedn", StandardOpenOption.APPEND);
    new ChoiceFile(file()).keep(choice("c"));
    ChoiceFile read = new ChoiceFile(file());
    assertThat(read.of("a")).contains(choice("a"));
    assertThat(read.of("b")).isEmpty();
    assertThat(read.of("c")).contains(choice("c"));
  }

  @Test
  void writersDoNotMixTheirLines() {
    int count = 200;
    List<ChoiceFile> writers = List.of(new ChoiceFile(file()), new ChoiceFile(file()));
    IntStream.range(0, count).parallel().forEach(i -> writers.get(i % 2).keep(choice("call " + i)));
    ChoiceFile read = new ChoiceFile(file());
    assertThat(IntStream.range(0, count).filter(i -> read.of("call " + i).isEmpty())).isEmpty();
  }
}
