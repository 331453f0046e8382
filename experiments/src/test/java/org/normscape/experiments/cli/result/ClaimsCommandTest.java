package org.normscape.experiments.cli.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.normscape.experiments.cli.CommandLineRun;
import org.normscape.experiments.report.SyntheticRun;

/** The claims of made-up runs. */
final class ClaimsCommandTest {

  @TempDir private Path home;

  private CommandLineRun claims(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "claims";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return CommandLineRun.of(
        home,
        (spec, backend, data, log, progress) -> {
          throw new AssertionError("nothing is run");
        },
        all);
  }

  @Test
  void the_latest_complete_run_of_each_kind_is_judged() throws IOException {
    SyntheticRun.write(home.resolve("runs/2026-01-01"), 40, List.of(1, 2, 3));
    Path late = SyntheticRun.write(home.resolve("runs/2026-01-02"), 40, List.of(1, 2));
    Path later = SyntheticRun.write(home.resolve("runs/2026-01-03"), 40, List.of(1));
    Path provenance = later.resolve("provenance.json");
    Files.writeString(provenance, Files.readString(provenance).replace("complete", "interrupted"));
    CommandLineRun run = claims(home.resolve("runs").toString());
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("landscape: tensorflow, fast, smoke, seeds 1 2, ")
        .contains("  ✓ reproduced: With batch normalization the loss varies less")
        .contains("(Figure 4(a))", "over 2 seeds, expected above 1")
        .endsWith("1 reproduced, 1 not reproduced: 2 claims in 1 run\n");
    assertThat(claims("--all", home.resolve("runs").toString()).out())
        .contains("? not decidable here: ", "The run is not complete (its status is interrupted).")
        .endsWith("2 reproduced, 2 not reproduced, 2 not decidable here: 6 claims in 3 runs\n");
    JsonNode json = new ObjectMapper().readTree(claims("--json", late.toString()).out());
    assertThat(json).hasSize(2);
    assertThat(json.get(0).get("outcome").asText()).isEqualTo("reproduced");
    assertThat(json.get(0).get("seeds").asInt()).isEqualTo(2);
    assertThat(json.get(0).get("low").asDouble()).isLessThan(json.get(0).get("mean").asDouble());
    assertThat(json.get(0).get("method").asText()).contains("Student's t");
  }

  @Test
  void a_run_that_is_broken_is_named_and_the_others_are_judged() throws IOException {
    SyntheticRun.write(home.resolve("runs/good"), 20, List.of(1, 2));
    Files.createDirectories(home.resolve("runs/bad"));
    Files.writeString(home.resolve("runs/bad/config.json"), "{");
    Path odd = SyntheticRun.write(home.resolve("runs/odd"), 20, List.of(1));
    Path config = odd.resolve("config.json");
    Files.writeString(
        config,
        Files.readString(config)
            .replace("\"tensorflow\"", "\"nd4j\"")
            .replace("\"test_accuracy\"", "\"forgotten\""));
    CommandLineRun run = claims(home.resolve("runs").toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("runs/odd: figures.").contains("\"forgotten\"");
    assertThat(run.out()).contains("2 claims in 1 run");
    assertThat(run.err()).contains("runs/bad/config.json: ").contains("To fix: ");
  }

  @Test
  void a_place_without_runs_is_refused() {
    CommandLineRun run = claims(home.resolve("nowhere").toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("must be the folder of a run").contains("To fix: ");
  }
}
