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
    new Message.Piece("checkpoints/1.json", content("{}")).on(copy);
    assertThat(folder.resolve("checkpoints/1.json")).hasContent("{}");
    new Message.Gone("checkpoints/1.json").on(copy);
    assertThat(folder).isEmptyDirectory();
  }

  /** So that a file may be longer than an array can be. */
  @Test
  void aFileComesInPiecesAndIsThereWithTheLastOne() throws IOException {
    FolderCopy copy = new FolderCopy(folder);
    Path file = folder.resolve("1.safetensors");
    new Message.Piece("1.safetensors", content("old")).on(copy);
    new Message.Piece("1.safetensors", 0, content("one"), 8).on(copy);
    assertThat(file).hasContent("old");
    Message.Piece gap = new Message.Piece("1.safetensors", 4, content("four"), 8);
    assertThatThrownBy(() -> gap.on(copy)).hasMessageContaining("is missing");
    new Message.Piece("1.safetensors", 3, content("three"), 8).on(copy);
    assertThat(file).hasContent("onethree");
    new Message.Piece("1.safetensors", content("")).on(copy);
    assertThat(file).isEmptyFile();
    assertThat(folder.toFile().list()).containsExactly("1.safetensors");
  }

  @Test
  void nothingIsWrittenOutside() {
    assertThatThrownBy(
            () -> new Message.Piece("../a.json", content("{}")).on(new FolderCopy(folder)))
        .isInstanceOf(IOException.class)
        .hasMessage("\"../a.json\" does not lie in the folder of a task");
  }
}
