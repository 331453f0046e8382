package org.normscape.experiments.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every link in the documentation leads to a file that is there, and to a heading in it. */
final class LinksTest {

  @TempDir private Path folder;

  static List<MarkdownFile> pages() {
    return MarkdownFile.all();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void lead(MarkdownFile page) {
    assertThat(broken(page)).isEmpty();
  }

  @Test
  void thatAreBrokenAreFound() throws Exception {
    Files.writeString(
        folder.resolve("other.md"), "# A page, and *its* heading\n# Twice\n# Twice\n");
    Path page =
        Files.writeString(
            folder.resolve("page.md"),
            """
            [a](other.md) [b](other.md#a-page-and-its-heading) [c](https://host/x) ![d](gone.png)
            [e](other.md#twice-1) [f](other.md#thrice) [g](#nowhere) `[h](code.md)` [i](gone.md)
            ```
            [j](code.md)
            ```
            """);
    assertThat(broken(MarkdownFile.read(page)))
        .containsExactly("gone.png", "other.md#thrice", "#nowhere", "gone.md");
  }

  private static List<String> broken(MarkdownFile page) {
    return page.links().stream()
        .filter(link -> !link.matches("[a-z]+:.*"))
        .filter(link -> !leads(page, link))
        .toList();
  }

  private static boolean leads(MarkdownFile page, String link) {
    String file = link.replaceFirst("#.*", "");
    Path target = file.isEmpty() ? page.path() : page.path().resolveSibling(file);
    if (!link.contains("#")) {
      return Files.exists(target);
    }
    return Files.isRegularFile(target)
        && MarkdownFile.read(target).anchors().contains(link.replaceFirst(".*#", ""));
  }
}
