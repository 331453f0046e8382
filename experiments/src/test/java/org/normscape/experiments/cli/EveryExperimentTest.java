package org.normscape.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.normscape.experiments.claim.Claim;
import org.normscape.experiments.claim.Judge;
import org.normscape.experiments.report.Reports;
import org.normscape.experiments.report.figure.Figure;
import org.normscape.experiments.report.metrics.RunRecord;
import org.normscape.experiments.run.Experiment;
import org.normscape.experiments.spec.Catalog;
import org.normscape.experiments.spec.ExperimentSpec;
import org.normscape.experiments.task.ExperimentRun;

/**
 * Every experiment there is can be carried out at every scale, and at the smallest one all that it
 * promises is drawn and judged.
 */
final class EveryExperimentTest {

  private static final String PAPER = "paper";
  private static final String VARIABLE = "NORMSCAPE_DATA";

  /**
   * The folder of CIFAR-10, if there is one: the papers' scales ask for as many images as it has.
   */
  private static final String DATA = Objects.requireNonNullElse(System.getenv(VARIABLE), "");

  private static final Experiment NOTHING = (spec, backend, data, log, progress) -> {};

  @TempDir private Path home;

  static List<String> names() {
    return Catalog.names();
  }

  private Path carryOut(Experiment experiment, String name, String scale) throws IOException {
    Path runs = home.resolve(scale);
    CommandLineRun run =
        CommandLineRun.of(
            home,
            scale.equals(PAPER) ? Map.of(VARIABLE, DATA) : Map.of(),
            experiment,
            List.of(),
            "run",
            name,
            "--scale",
            scale,
            "--backend",
            "reference",
            "--out",
            runs.toString());
    assertThat(run.exitCode()).as("%s %s%n%s", name, scale, run.err()).isZero();
    try (Stream<Path> folders = Files.list(runs)) {
      return folders.findFirst().orElseThrow();
    }
  }

  /** Cells are built, probes fit, and what is drawn or judged is measured: before a run begins. */
  @ParameterizedTest
  @MethodSource("names")
  void itFitsAtEveryScale(String name) throws IOException {
    for (String scale : Catalog.scales(name)) {
      if (!scale.equals(PAPER) || !DATA.isEmpty()) {
        carryOut(NOTHING, name, scale);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void atTheSmallestScaleAllFiguresAreDrawnAndAllClaimsJudged(String name) throws IOException {
    ExperimentSpec spec = Catalog.resolve(name, "tiny", List.of());
    Path run = carryOut(ExperimentRun::run, name, "tiny");
    Reports.write(run);
    assertThat(spec.figures()).isNotEmpty();
    for (Figure figure : spec.figures()) {
      assertThat(run.resolve("figures").resolve(figure.name() + ".svg")).exists();
    }
    RunRecord record = RunRecord.read(run);
    for (Claim claim : Catalog.resolve(name, "laptop", List.of()).claims()) {
      assertThat(new Judge(record).judge(claim).reason()).as(claim.sentence()).isNotEmpty();
    }
  }
}
