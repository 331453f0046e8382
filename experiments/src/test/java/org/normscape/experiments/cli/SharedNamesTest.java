package org.normscape.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.normscape.experiments.task.ExperimentRun;

/** Two cells whose probes call two things by one name. */
final class SharedNamesTest {

  private static final String TEXT =
      """
      name = shared
      backend = reference
      seeds = [1]
      steps = 1
      model { kind = multilayer-perceptron, hidden = [4] }
      data {
        source { kind = gaussian-linear-map, examples = 24, inputs = 5, outputs = 3 }
        batch = 6
      }
      cells = [
        { name = a, probes.line { kind = line, direction.kind = random } }
        { name = b, probes.line { kind = line, direction.kind = random, scale = distance } }
      ]
      """;

  @TempDir private Path home;

  @Test
  void theyAreRefusedBeforeTheRun() throws IOException {
    Path experiment = Files.writeString(home.resolve("shared.conf"), TEXT);
    Path out = home.resolve("out");
    CommandLineRun run =
        CommandLineRun.of(
            home, ExperimentRun::run, "run", experiment.toString(), "--out", out.toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .contains("random_line_loss is declared as", "along [multiple]", "along [distance]")
        .contains("To fix: give one of them another name")
        .doesNotContain("\tat ", "not foreseen");
    assertThat(out).doesNotExist();
  }
}
