package org.normscape.experiments.page;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The interpreters of Python on the path. */
public final class Python {

  private static final String LACKS = "ModuleNotFoundError: ";
  private static final String NAME = "python3";

  private Python() {}

  /**
   * What code prints, run by the first interpreter that has the modules it imports. Where none has,
   * the test is left out, and says which module is missing.
   *
   * @param folder where it runs
   * @throws AssertionError when it fails
   */
  public static String run(Path folder, String code) throws IOException, InterruptedException {
    String missing = "there is no %s on the path".formatted(NAME);
    for (Path interpreter : interpreters()) {
      Process process =
          new ProcessBuilder(interpreter.toString(), "-c", code)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0) {
        return said;
      }
      if (!said.contains(LACKS)) {
        throw new AssertionError("%s says%n%s%nof%n%s".formatted(interpreter, said, code));
      }
      missing = "%s says %s".formatted(interpreter, said.substring(said.indexOf(LACKS)).strip());
    }
    return abort("left out: " + missing);
  }

  private static List<Path> interpreters() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
        .map(folder -> Path.of(folder, NAME))
        .filter(Files::isExecutable)
        .distinct()
        .toList();
  }
}
