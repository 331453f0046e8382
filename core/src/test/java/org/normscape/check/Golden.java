package org.normscape.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Texts kept under {@code src/test/resources/golden}. With the system property {@code
 * normscape.golden.write} they are written anew instead, for a person to read and to commit.
 */
public final class Golden {

  private Golden() {}

  /** Fails unless {@code actual} is the text kept under this name. */
  public static void check(String name, String actual) {
    try {
      if (Boolean.getBoolean("normscape.golden.write")) {
        Path file = Path.of("src", "test", "resources", "golden", name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, actual);
      } else {
        assertThat(actual).as("golden text %s", name).isEqualTo(read(name));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("golden text " + name + " cannot be read or written", e);
    }
  }

  private static String read(String name) throws IOException {
    try (InputStream in = Golden.class.getResourceAsStream("/golden/" + name)) {
      assertThat(in).as("golden text %s", name).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
