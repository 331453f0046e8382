package org.normscape.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.normscape.experiments.config.kind.StrangersJar;
import org.normscape.experiments.data.DataSource;
import org.normscape.experiments.run.Task;
import org.normscape.experiments.task.ExperimentRun;
import org.normscape.probe.Probe;

/** A jar that is not ours brings data and a probe, which an experiment of one's own names. */
final class StrangersRunTest {

  private static final String LINE =
      """
      package com.example;

      import java.util.Map;
      import org.normscape.experiments.data.*;
      import org.normscape.experiments.data.example.*;
      import org.normscape.ir.Shape;
      import org.normscape.nn.loss.*;

      public record StraightLine(int examples) implements DataSource {

        public StraightLine() {
          this(6);
        }

        @Override
        public Dataset load(DataContext context) {
          return new Dataset("straight-line", part(), part(), Map.of());
        }

        private Examples part() {
          double[] x = new double[examples];
          double[] y = new double[examples];
          for (int i = 0; i < examples; i++) {
            x[i] = i / 10.0;
            y[i] = 2 * x[i] + 1;
          }
          return new Examples(
              Features.of(x, Shape.of(1)), TargetVectors.of(y, 1, new SquaredError(LossReduction.MEAN)));
        }

        @Override
        public String describe(DataContext context) {
          return "points on a line";
        }
      }
      """;

  private static final String COUNTER =
      """
      package com.example;

      import java.util.*;
      import org.normscape.objective.Need;
      import org.normscape.probe.*;
      import org.normscape.probe.when.AtEnd;

      public record ParameterCount() implements Probe {

        private static final Quantity COUNT =
            Quantity.of("parameter_count", "number of parameters", "", Units.ONE, "How many there are.");

        @Override
        public When when() {
          return new AtEnd();
        }

        @Override
        public List<Quantity> quantities() {
          return List.of(COUNT);
        }

        @Override
        public Set<Need> needs() {
          return Set.of();
        }

        @Override
        public Instrument prepare(Site site) {
          return new Counter();
        }

        private static final class Counter implements Instrument {
          @Override
          public Measurement measure(Situation situation) {
            int count =
                situation.point().parameters().values().stream()
                    .mapToInt(array -> array.type().shape().size())
                    .sum();
            return () -> List.of(Reading.of(COUNT, count));
          }

          @Override
          public void close() {}
        }
      }
      """;

  @TempDir private Path home;

  private Path jar() throws IOException {
    return StrangersJar.of(
        home,
        "my.jar",
        Map.of("com.example.StraightLine", LINE, "com.example.ParameterCount", COUNTER),
        Map.of(
            DataSource.class.getName(), List.of("com.example.StraightLine"),
            Probe.class.getName(), List.of("com.example.ParameterCount")));
  }

  @Test
  void anExperimentOfOnesOwnNamesThem() throws IOException {
    Path file = home.resolve("line.conf");
    Files.writeString(
        file,
        """
        model { kind = multilayer-perceptron, hidden = [3] }
        data { source { kind = straight-line, examples = 8 }, batch = 4 }
        steps = 2
        probes.parameter-count {}
        """);
    Path runs = home.resolve("runs");
    CommandLineRun run =
        CommandLineRun.of(
            home,
            ExperimentRun::run,
            "run",
            file.toString(),
            "--backend=reference",
            "--with=" + jar(),
            "--out=" + runs);
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err()).contains("data: points on a line");
    try (Stream<Path> folders = Files.list(runs)) {
      Path folder = folders.findFirst().orElseThrow();
      assertThat(Files.readString(Task.of(folder, "network", 1).metrics()))
          .contains("\"step\":2,\"metric\":\"parameter_count\",\"value\":10.0");
      assertThat(Files.readString(folder.resolve("quantities.json"))).contains("parameter_count");
    }
  }

  @Test
  void withoutTheJarTheirNamesAreUnknown() {
    CommandLineRun run =
        CommandLineRun.of(
            home,
            ExperimentRun::run,
            "run",
            "landscape",
            "--scale=tiny",
            "--set=data.source=straight-line");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("data.source", "but it is \"straight-line\"");
  }

  @Test
  void aJarThatIsNoneIsNamed() {
    CommandLineRun run = CommandLineRun.of(home, ExperimentRun::run, "list", "--with=nowhere.jar");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .startsWith("--with: must be a jar, but \"nowhere.jar\" is none")
        .doesNotContain("not foreseen");
  }
}
