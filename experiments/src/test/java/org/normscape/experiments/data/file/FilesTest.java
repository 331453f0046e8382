package org.normscape.experiments.data.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Formats, and files that should have come along. */
final class FilesTest {

  @Test
  void extentsComeBeforeElements() {
    byte[] file = {0, 0, 8, 2, 0, 0, 0, 3, 0, 0, 0, 2, 1, 2, 3, 4, 5, 6};
    Idx idx = Idx.of(file);
    assertThat(idx.extents()).containsExactly(3, 2);
    assertThat(idx.elements()).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(idx.first(2)).containsExactly(0, 0, 8, 2, 0, 0, 0, 2, 0, 0, 0, 2, 1, 2, 3, 4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "000008",
        "00000801",
        "0000080100000002",
        "000009010000000101",
        "00000804",
        "00000805",
        "000008020000000000000002",
        "1f8b0801"
      })
  void otherFormatsAreRefused(String hex) {
    assertThatThrownBy(() -> Idx.of(java.util.HexFormat.of().parseHex(hex)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("idx: a file must have a header and a byte for each element");
  }

  @Test
  void whatShouldHaveComeAlongIsMissedOrFoundDamaged() {
    assertThatThrownBy(() -> EmbeddedFiles.read(files("nothing", "nothing")))
        .hasMessage(
            "data: images must come with Normscape, but the resource /data/nothing/nothing.gz of this installation is missing. To fix: install Normscape again.");
    assertThatThrownBy(
            () -> EmbeddedFiles.read(files("fashion-mnist-5000", "t10k-labels-idx1-ubyte")))
        .hasMessageContaining("of this installation must have 3 bytes, but it has more.");
  }

  private static KnownFiles files(String folder, String name) {
    return new KnownFiles(
        "images", folder, "install Normscape again", List.of(new KnownFile(name, 3, "")), Map.of());
  }
}
