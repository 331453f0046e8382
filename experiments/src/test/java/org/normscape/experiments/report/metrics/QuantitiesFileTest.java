package org.normscape.experiments.report.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.normscape.experiments.UserError;
import org.normscape.experiments.report.Declared;
import org.normscape.probe.TrainingQuantities;

final class QuantitiesFileTest {

  @TempDir private Path run;

  @Test
  void what_was_declared_comes_back_bounds_that_are_infinite_too() throws IOException {
    QuantitiesFile.write(run, Declared.OF_A_RUN);
    assertThat(QuantitiesFile.read(run)).isEqualTo(Declared.OF_A_RUN);
    assertThat(QuantitiesFile.read(run).all()).contains(TrainingQuantities.DIVERGED);
    assertThat(Files.readString(run.resolve("quantities.json"))).doesNotContain("isLoss", "judged");
  }

  @Test
  void nothing_is_declared_where_there_is_no_file_yet() throws IOException {
    assertThat(QuantitiesFile.read(run).all()).isEmpty();
  }

  @Test
  void what_is_no_list_of_declarations_is_named() throws IOException {
    Files.writeString(run.resolve("quantities.json"), "[{\"name\": \"x\"}]");
    assertThatThrownBy(() -> QuantitiesFile.read(run))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith(run.resolve("quantities.json") + ": must be a list of declared")
        .hasMessageEndingWith("To fix: restore the file, or run the experiment again.");
  }
}
