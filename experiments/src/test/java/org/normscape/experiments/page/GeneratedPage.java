package org.normscape.experiments.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A page that is generated as a whole.
 *
 * @param name its file in docs
 * @param test the test that generates it
 */
public record GeneratedPage(String name, Class<?> test) {

  /** Holds the page against what it has to be, or writes it where that was asked for. */
  public void is(String text) {
    Path page = Path.of("..", "docs", name);
    try {
      if (Boolean.getBoolean("normscape.golden.write")) {
        Files.writeString(page, text);
      }
      assertThat(Files.readString(page))
          .as(
              "renew it by\n  ./mvnw -pl experiments -am test -Dtest=%s"
                  + " -Dsurefire.failIfNoSpecifiedTests=false -Dnormscape.golden.write=true",
              test.getSimpleName())
          .isEqualTo(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
