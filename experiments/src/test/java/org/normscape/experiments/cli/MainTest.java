package org.normscape.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.normscape.experiments.data.DataSources;
import org.normscape.experiments.report.SyntheticRun;

/** Words, options and exit codes of the program. */
final class MainTest {

  @TempDir private Path home;

  private CommandLineRun execute(String... arguments) {
    return CommandLineRun.of(home, (spec, backend, data, log, progress) -> log.flush(), arguments);
  }

  @Test
  void helpTeaches() {
    CommandLineRun help = execute("--help");
    assertThat(help.exitCode()).isZero();
    assertThat(help.out())
        .contains(
            "run", "list", "describe", "report", "verify", "compare", "certify", "data", "doctor")
        .contains("normscape run landscape --scale smoke")
        .contains("Exit codes: 0 done, 1 failed, 2 wrong usage, 3 results differ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run",
        "list",
        "describe",
        "report",
        "verify",
        "compare",
        "certify",
        "data",
        "doctor"
      })
  void everyCommandHasHelp(String command) {
    CommandLineRun help = execute(command, "--help");
    assertThat(help.exitCode()).isZero();
    assertThat(help.out()).contains("Usage: normscape " + command);
  }

  @Test
  void versionsArePrinted() {
    assertThat(execute("--version").out()).startsWith("normscape ");
  }

  @Test
  void theCommitIsPrintedWhereItIsKnown() {
    System.setProperty("normscape.commit", "0123abc");
    try {
      assertThat(execute("--version").out()).contains("\ncommit 0123abc\n");
    } finally {
      System.clearProperty("normscape.commit");
    }
  }

  @Test
  void wordsOfAFewSuggestTheNearest() {
    fails(
        "normscape probe: --convention must be one of [normscape, pytorch, keras], but it is \"pytroch\". To fix: write \"pytorch\".",
        "probe",
        "--model",
        "vgg.conf",
        "--weights",
        "w.safetensors",
        "--convention",
        "pytroch");
  }

  @Test
  void dataIsSaidAsJson() {
    assertThat(execute("data", "path", "stripes", "--json").out()).startsWith("{\n  \"data\" : \"");
    assertThat(execute("data", "check", "stripes", "--json").out())
        .contains("\"train\" : 10000", "\"test\" : 2000", "\"input\" : \"[32,32,3]\"");
  }

  @Test
  void whatWorksIsSaidAsJson() {
    CommandLineRun doctor = execute("doctor", "--json");
    assertThat(doctor.out())
        .startsWith("{\n  \"well\" : %s,".formatted(doctor.exitCode() == 0))
        .contains("\"about\" : \"java\"", "\"about\" : \"data\"")
        .endsWith("}\n");
  }

  @Test
  void whatCanBeNamedIsListed() {
    assertThat(execute("list").out())
        .startsWith("experiments:\n  activation-histograms ")
        .contains(
            "\n  landscape                The loss along the gradient, with and without batch normalization\n")
        .contains("\nnormalizations:\n  ada-norm ")
        .contains("times:\n")
        .contains(
            "  any-of      Whenever one of several schedules says so; once where several do\n");
    assertThat(execute("list", "times").out())
        .startsWith(
            "any-of      Whenever one of several schedules says so; once where several do\n");
    assertThat(execute("list", "experiments", "--json").out())
        .contains("\"name\" : \"landscape\"")
        .doesNotContain("any-of");
    fails(
        "list: must be one of [experiments, normalizations, affines, sites, models, blocks, layers, activations, paddings, initializers, losses, optimizers, schedules, data, augmentations, probes, directions, points, grids, matrices, estimators, searches, times, figures, effects, quantities], but it is \"norms\". To fix: write \"normalizations\".",
        "list",
        "norms");
  }

  @Test
  void whatCanBeNamedIsDescribed() {
    assertThat(execute("describe", "landscape", "--scale", "paper").out())
        .contains("With batch normalization the loss varies less along the gradient.")
        .contains("  steps = 15000\n")
        .contains("  batch-norm\n    normalization.kind = batch-norm\n")
        .contains("  # Multiples of the learning rate.\n");
    assertThat(execute("describe", "landscape", "--json").out()).contains("\"steps\" : \"450\"");
    assertThat(execute("describe", "every").out())
        .startsWith("every: a kind of when\n")
        .contains(
            """
              first = a whole number (default 0)
                the first step that is measured; the following ones are multiples of every
            """);
    assertThat(execute("describe", "every", "--json").out())
        .contains("\"key\" : \"first\"")
        .contains("\"initial\" : \"0\"");
    assertThat(execute("describe", "effective_beta_max").out())
        .startsWith("effective_beta_max: a quantity, ")
        .contains("Santurkar");
    assertThat(execute("list", "quantities").out()).contains("gradient_norm");
    fails(
        "describe: must be a name that \"normscape list\" shows, but it is \"evry\". To fix: write \"every\".",
        "describe",
        "evry");
  }

  @Test
  void withoutACommandAllIsExplained() {
    CommandLineRun bare = execute();
    assertThat(bare.exitCode()).isZero();
    assertThat(bare.out()).startsWith("Usage: normscape").contains("normscape run landscape");
    fails("normscape data: A command is missing. To fix: see \"normscape data --help\".", "data");
  }

  @Test
  void unknownWordsSuggestTheNearest() {
    fails(
        "normscape: must be followed by some of [run, sweep, resume, runs, probe, list, describe, init, report, claims, reproduce, open, verify, compare, certify, data, doctor, completion, help], but \"rum\" was given. To fix: write \"run\".",
        "rum");
    assertThat(execute("run", "landscape", "--bakend", "nd4j").err())
        .startsWith("normscape run: must be followed by some of [")
        .endsWith("but \"--bakend\" was given. To fix: write \"--backend\".\n");
    fails(
        "describe: must be a name that \"normscape list\" shows, but it is \"landscap\". To fix: write \"landscape\".",
        "describe",
        "landscap");
  }

  @Test
  void whatIsMissingIsNamed() {
    fails(
        "normscape run: needs EXPERIMENT, but that was not given. To fix: see \"normscape run --help\".",
        "run");
    fails(
        "normscape run: Expected parameter for option '--scale' but found '--quiet'. To fix: see \"normscape run --help\".",
        "run",
        "landscape",
        "--scale",
        "--quiet");
  }

  @Test
  void dataIsFoundOrMissed() {
    assertThat(execute("data", "path").out())
        .isEqualTo(
            "the first 5,000 + 1,000 images of Fashion-MNIST, which come with Normscape (CIFAR-10 was not found)\n");
    Path missing = home.resolve("none");
    CommandLineRun check = execute("data", "check", "--data", missing.toString());
    assertThat(check.exitCode()).isEqualTo(1);
    assertThat(check.err())
        .startsWith("--data: must be a folder, but \"%s\" does not exist.".formatted(missing));
    assertThat(execute("data", "check").out())
        .contains("5,000 examples to train on, 1,000 to test on, each [32,32,1], with 10 classes");
    assertThat(execute("data", "check", "stripes").out())
        .contains("10,000 examples to train on, 2,000 to test on, each [32,32,3], with 10 classes");
    assertThat(execute("data", "path", "least-squares").out())
        .isEqualTo("least squares with 20 eigenvalues and 200 + 200 examples, which are drawn\n");
    fails(
        "data: must be one of %s, but it is \"strips\". To fix: write \"stripes\"."
            .formatted(DataSources.names()),
        "data",
        "path",
        "strips");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ftp://host/file",
        "file:///tmp/cifar-10-binary.tar.gz",
        "/tmp/cifar-10-binary.tar.gz",
        "cifar-10-binary.tar.gz",
        "mailto:somebody",
        "http:file",
        "http://",
        "https:///file",
        "http://a host/file",
        "http://host:99999/file",
        "http://host:0/file"
      })
  void addressesOfTheWrongKindAreRefused(String address) {
    fails(
        "--from: must be an address such as https://host/file.tar.gz, but it is \"%s\". To fix: give such an address; files that are on this machine already are named with --data."
            .formatted(address),
        "data",
        "fetch",
        "cifar10",
        "--from",
        address);
  }

  @Test
  void onlyWhatCanBeFetchedIs() {
    CommandLineRun run = execute("data", "fetch", "fashion-mnist");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            "fetch: must name a data set that can be fetched, which is cifar10, but it is \"fashion-mnist\". To fix: write \"cifar10\"; \"normscape data path NAME\" says where others are looked for.\n");
  }

  @Test
  void severalRunsAreComparedInAFolderOfTheirOwn() {
    assertThat(execute("report", "a", "b", "--out", "o").out())
        .isEqualTo(
            "comparison of [a, b] in %s\n".formatted(Path.of("o/2026-11-22-102030-comparison")));
  }

  @Test
  void oneRunIsReportedOnAndBroughtToOtherPrograms() {
    Path run = SyntheticRun.write(home.resolve("a"), 5, List.of(1));
    assertThat(execute("report", run.toString(), "--tensorboard").out())
        .isEqualTo("summary of %s\ntensorboard %s\n".formatted(run, run.resolve("tensorboard")));
    assertThat(run.resolve("tasks.parquet")).exists();
    fails(
        "--mlflow: must be the address of a tracking server, but it is \"host:5000\". To fix: write it like http://localhost:5000.",
        "report",
        run.toString(),
        "--mlflow",
        "host:5000");
  }

  private void fails(String sentence, String... arguments) {
    CommandLineRun run = execute(arguments);
    assertThat(run.err()).isEqualTo(sentence + "\n");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
  }

  /** What bash completes, as bash itself says. */
  @ParameterizedTest
  @CsvSource({
    "run landsc, landscape",
    "run --backend nd, nd4j",
    "run landscape --numerics ex, exact",
    "run landscape --scale sm, smoke",
    "describe batch-no, batch-norm",
    "list norm, normalizations",
    "help num, numerics",
    "help ce, certify",
    "rep, report reproduce"
  })
  void shellsCompleteWhatCanBeNamed(String typed, String completed) throws Exception {
    Path script = Files.writeString(home.resolve("completion.sh"), execute("completion").out());
    Process bash =
        new ProcessBuilder(
                "bash",
                "-c",
                "source '%s'; COMP_WORDS=(normscape %s); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _complete_normscape 2>/dev/null; echo ${COMPREPLY[@]}"
                    .formatted(script, typed))
            .redirectErrorStream(true)
            .start();
    assertThat(new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo(completed + "\n");
  }
}
