package org.normscape.experiments.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every block of Java in the documentation is part of a Java file that is compiled: of an example,
 * which docs/examples/library/check compiles, or of a test.
 */
final class JavaSnippetsTest {

  private static final List<Path> COMPILED =
      List.of(
          Path.of("..", "docs", "examples"),
          Path.of("..", "core", "src", "test"),
          Path.of("src", "test"));

  static List<MarkdownFile> pages() {
    return MarkdownFile.all().stream().filter(page -> !java(page).isEmpty()).toList();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void areCompiled(MarkdownFile page) {
    List<String> sources = sources();
    assertThat(java(page))
        .allSatisfy(
            snippet -> assertThat(sources).anyMatch(source -> source.contains(opened(snippet))));
  }

  private static List<String> java(MarkdownFile page) {
    return page.code().stream()
        .filter(code -> code.language().equals("java"))
        .map(code -> String.join("\n", code.lines()))
        .toList();
  }

  private static List<String> sources() {
    return COMPILED.stream()
        .flatMap(JavaSnippetsTest::files)
        .map(JavaSnippetsTest::text)
        .collect(Collectors.toList());
  }

  private static Stream<Path> files(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return words(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A snippet without the braces at its end: in its file more may follow inside of them. */
  private static String opened(String snippet) {
    return words(snippet).replaceAll("}+$", "");
  }

  /** Java without what formatting decides. */
  private static String words(String java) {
    return java.replaceAll("\\s+", "");
  }
}
