package org.normscape.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  /** Those that are run at scale smoke too, in few steps; the others at scale tiny as it is. */
  private static final Set<String> AT_SMOKE_TOO = Set.of("deep-linear", "landscape");

  @TempDir private Path home;

  /** Data that is the same wherever the tests run, for experiments that take what is at hand. */
  private static final Map<String, String> DATA = Map.of("landscape", "data.source=stripes");

  @Test
  void everyBackendGivesTheSameBitsAndHasGivenThemBefore() {
    StringBuilder digests = new StringBuilder();
    for (String name : Catalog.names()) {
      List<String> arguments = new ArrayList<>(List.of("verify", name, "--verbose"));
      arguments.addAll(List.of("--out", home.toString()));
      arguments.addAll(
          AT_SMOKE_TOO.contains(name) ? List.of("--set", "steps=6") : List.of("--scale", "tiny"));
      Optional.ofNullable(DATA.get(name))
          .ifPresent(data -> arguments.addAll(List.of("--set", data)));
      CommandLineRun run =
          CommandLineRun.of(home, ExperimentRun::run, arguments.toArray(String[]::new));
      assertThat(run.exitCode()).as("%s%n%s", run.out(), run.err()).isZero();
      assertThat(run.out().lines().filter(line -> line.contains(" tiny ")))
          .as("three backends at scale tiny")
          .hasSize(3);
      run.out()
          .lines()
          .map(line -> line.replaceAll("(\\S+) +(\\S+) +\\S+ +([0-9a-f]{64}) .*", "$1 $2 $3\n"))
          .distinct()
          .forEach(digests::append);
    }
    Golden.check("exact-runs.txt", digests.toString());
  }
}
