package org.normscape.experiments.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders that follow others. */
final class FolderCopyTest {

  @TempDir private Path folder;

  private static Content content(String text) {
    return new Content(text.getBytes(StandardCharsets.UTF_8));
  }

  private void grow(long offset, String text, long length) throws IOException {
    new Message.Grown("a.jsonl", offset, content(text), length).on(new FolderCopy(folder));
  }

  private String lines() throws IOException {
    return Files.readString(folder.resolve("a.jsonl"));
  }

  @Test
  void linesAreAppended() throws IOException {
    grow(0, "one\n", 4);
    grow(4, "two\n", 8);
    assertThat(lines()).isEqualTo("one\ntwo\n");
  }

  @Test
  void linesThatWereCutOffAndMeasuredAgainTakeThePlaceOfTheOldOnes() throws IOException {
    grow(0, "one\ntwo\nthree\n", 14);
    grow(0, "one\nTWO\n", 8);
    assertThat(lines()).isEqualTo("one\nTWO\n");
    grow(0, "", 0);
    assertThat(lines()).isEmpty();
  }

  @Test
  void whatIsThereAlreadyIsNotWrittenAgain() throws IOException {
    grow(0, "one\ntwo\n", 8);
    FileTime before = FileTime.fromMillis(0);
    Files.setLastModifiedTime(folder.resolve("a.jsonl"), before);
    grow(0, "one\n", 8);
    assertThat(lines()).isEqualTo("one\ntwo\n");
    assertThat(Files.getLastModifiedTime(folder.resolve("a.jsonl"))).isEqualTo(before);
  }

  @Test
  void aPartThatIsMissingIsNoticed() {
    assertThatThrownBy(() -> grow(4, "two\n", 8))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is missing");
  }

  @Test
  void theLastFileTakesItsFolderWithIt() throws IOException {
    FolderCopy copy = new FolderCopy(folder);
    new Message.Whole("checkpoints/1.json", content("{}")).on(copy);
    assertThat(folder.resolve("checkpoints/1.json")).hasContent("{}");
    new Message.Gone("checkpoints/1.json").on(copy);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void nothingIsWrittenOutside() {
    assertThatThrownBy(
            () -> new Message.Whole("../a.json", content("{}")).on(new FolderCopy(folder)))
        .isInstanceOf(IOException.class)
        .hasMessage("\"../a.json\" does not lie in the folder of a task");
  }
}
