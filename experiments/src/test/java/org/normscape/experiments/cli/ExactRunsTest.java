package org.normscape.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.normscape.check.Golden;
import org.normscape.experiments.spec.Catalog;
import org.normscape.experiments.task.ExperimentRun;

/**
 * Every experiment there is in exact numerics, on every backend: the same bits, and the same as
 * when they were last written down.
 */
final class ExactRunsTest {

  /** Fewer than at the scale itself, as running costs more than compiling. */
  private static final String STEPS = "steps=6";

  @TempDir private Path home;

  @Test
  void everyBackendGivesTheSameBitsAndHasGivenThemBefore() {
    CommandLineRun run =
        CommandLineRun.of(
            home,
            ExperimentRun::run,
            "verify",
            "--set",
            STEPS,
            "--set",
            "data.source=stripes",
            "--verbose",
            "--out",
            home.toString());
    assertThat(run.exitCode()).as("%s%n%s", run.out(), run.err()).isZero();
    assertThat(run.out().lines().filter(line -> line.contains(" tiny ")))
        .as("three backends at scale tiny")
        .hasSize(3 * Catalog.names().size());
    Golden.check(
        "exact-runs.txt",
        run.out()
            .lines()
            .map(line -> line.replaceAll("(\\S+) +(\\S+) +\\S+ +([0-9a-f]{64}) .*", "$1 $2 $3\n"))
            .distinct()
            .collect(Collectors.joining()));
  }
}
