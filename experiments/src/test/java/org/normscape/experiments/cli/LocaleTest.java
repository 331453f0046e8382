package org.normscape.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers are written in one way, whatever language the machine speaks. */
final class LocaleTest {

  @TempDir private Path home;

  @ParameterizedTest
  @ValueSource(strings = {"de-DE", "ar-EG"})
  void numbersAreWrittenInOneWay(String locale) throws IOException {
    List<String> parts = List.of(locale.split("-", -1));
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.language=" + parts.get(0),
                "-Duser.country=" + parts.get(1),
                "-Duser.home=" + home,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "data",
                "check")
            .redirectErrorStream(true)
            .start();
    String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(said).containsPattern("[0-9]{1,2},[0-9]{3} examples to train on");
  }
}
