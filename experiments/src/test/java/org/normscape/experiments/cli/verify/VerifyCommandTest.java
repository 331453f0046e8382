package org.normscape.experiments.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Module;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.normscape.check.FaultyBackend;
import org.normscape.experiments.cli.CommandLineRun;
import org.normscape.experiments.cli.PlantedFault;
import org.normscape.experiments.run.Task;
import org.normscape.experiments.task.ExperimentRun;
import org.normscape.ir.Contraction;
import org.normscape.ir.Elementwise;
import org.normscape.ir.Layout;
import org.normscape.ir.Operation;
import org.normscape.ir.Reduction;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.ir.Window;

/** Backends held against each other from the command line, one of them with a planted fault. */
final class VerifyCommandTest {

  private static final String STRIPES = "--set=data.source=stripes";
  private static final String SMALL = "--set=model={kind=multilayer-perceptron,hidden=[4]}";
  private static final String[] FAST = {
    "--numerics=fast", "--seeds=2", "--set=steps=2", "--set=probes.landscape.when.first=100"
  };
  private static final Module SOUND = new PlantedFault(operation -> false, x -> x);

  @TempDir private Path home;

  private CommandLineRun verify(Module module, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of("verify", "landscape", "--scale", "tiny", STRIPES, "--out", runs().toString()));
    arguments.addAll(List.of(more));
    return CommandLineRun.of(
        home, ExperimentRun::run, List.of(module), arguments.toArray(String[]::new));
  }

  private CommandLineRun faulty(
      Predicate<Operation> struck, UnaryOperator<Tensor> fault, String... more) {
    return verify(
        new PlantedFault(struck, fault),
        Stream.concat(Stream.of("--backends", "reference,faulty"), Stream.of(more))
            .toArray(String[]::new));
  }

  private Path runs() {
    return home.resolve("runs");
  }

  private List<Path> folders() throws IOException {
    try (Stream<Path> folders = Files.list(runs())) {
      return folders.sorted().toList();
    }
  }

  @Test
  void equalBackendsGiveEqualDigests() throws IOException {
    CommandLineRun run = verify(SOUND, SMALL, "--backends", "reference,faulty", "--verbose");
    assertThat(run.err()).contains("1 of 2: landscape at scale tiny on reference, numerics exact");
    assertThat(run.exitCode()).isZero();
    List<String> lines = run.out().lines().toList();
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0))
        .matches("landscape +tiny +reference +[0-9a-f]{64} +0[.]0 s +first +.*runs.*landscape.*");
    assertThat(lines.get(1)).matches("landscape +tiny +faulty +[0-9a-f]{64} .* equal .*");
    assertThat(digest(lines.get(0))).isEqualTo(digest(lines.get(1)));
    assertThat(folders()).hasSize(2);
    for (Path folder : folders()) {
      for (String cell : List.of("standard", "batch-norm")) {
        assertThat(Files.readAllLines(Task.of(folder, cell, 1).fingerprints())).hasSize(5);
      }
    }
  }

  @Test
  void outcomesAreSaidAsJson() {
    CommandLineRun run = verify(SOUND, SMALL, "--backends", "reference,faulty", "--json");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .startsWith("{\n  \"same\" : true,\n  \"outcomes\" : [ {")
        .contains("\"verdict\" : \"first\"", "\"verdict\" : \"equal\"", "\"details\" : [ ]")
        .endsWith("}\n");
  }

  private static String digest(String line) {
    return line.replaceAll(".* ([0-9a-f]{64}) .*", "$1");
  }

  @Test
  void aFaultInTheGradientAloneIsNamed() throws IOException {
    CommandLineRun run =
        faulty(
            Contraction.ConvolutionFilterGradient.class::isInstance,
            x -> x.plus(x.times(0x1p-20)),
            "--set=steps=1");
    assertThat(run.exitCode()).as(run.err()).isEqualTo(3);
    assertThat(run.out())
        .contains(
            "different: first in cell standard, seed 1, step 0: gradient_norm, which differs by")
        .contains("is run 1 of ")
        .contains(", in step 0 of cell standard, seed 1: ")
        .containsPattern(
            "equation \\d+ of \\d+: v\\d+:f64\\[3,3,\\d,\\d] = convolution_filter_gradient")
        .containsPattern(
            "\\d+ of \\d+ elements differ, by [\\d,]+ ulp at most; the first is at \\[")
        .contains("operand v");
    assertThat(folders())
        .anySatisfy(
            folder ->
                assertThat(folder.resolve("first-difference.txt"))
                    .content()
                    .contains("= convolution_filter_gradient", "} -> v"));
  }

  /** One bit of one element of the first filter's gradient, of which nothing recorded tells. */
  @Test
  void aFaultThatNothingRecordedShowsIsNamed() {
    CommandLineRun run =
        faulty(
            Contraction.ConvolutionFilterGradient.class::isInstance,
            x -> x.shape().dim(2) == 3 ? FaultyBackend.nextNumberAtTheFirst(x) : x,
            "--set=steps=1");
    assertThat(run.exitCode()).as(run.err()).isEqualTo(3);
    assertThat(run.out())
        .contains("All that was recorded is equal, but not all that it was computed from.")
        .containsPattern("equation \\d+ of \\d+: v\\d+:\\S+ = convolution_filter_gradient")
        .contains("elements differ, by 1 ulp at most; the first is at [0, 0, 0, 0]: reference has");
  }

  /** Biases are 0 at first, and a fault that is in proportion to them is seen later. */
  @Test
  void aFaultThatShowsOnlyAfterAnUpdateIsNamed() {
    CommandLineRun run =
        faulty(
            operation ->
                operation instanceof Layout.Broadcast broadcast
                    && broadcast.newAxes().equals(List.of(0))
                    && broadcast.result().equals(Shape.of(8, 4)),
            x -> x.plus(x.times(0x1p-20)),
            SMALL,
            "--set=probes.landscape.when.first=100",
            "--set=probes.critical.when.first=100");
    assertThat(run.exitCode()).as(run.err()).isEqualTo(3);
    assertThat(run.out())
        .contains("different: first in cell standard, seed 1, step 1: ")
        .contains(", in step 1 of cell standard, seed 1: ")
        .containsPattern("equation \\d+ of \\d+: v\\d+:f64\\[8,4] = broadcast");
  }

  @Test
  void aFaultInOneCellIsNamedThere() {
    CommandLineRun run =
        faulty(Elementwise.Sqrt.class::isInstance, FaultyBackend::nextNumbers, SMALL);
    assertThat(run.exitCode()).as(run.err()).isEqualTo(3);
    assertThat(run.out())
        .contains("different: first in cell batch-norm, seed 1, step ")
        .contains(", in step 0 of cell batch-norm, seed 1: ")
        .containsPattern("equation \\d+ of \\d+: v\\d+:f64\\[\\S*] = sqrt v");
  }

  @Test
  void preciseStepsAreHeldAgainstTolerancesAndRunsDrawn() {
    CommandLineRun run =
        faulty(
            Elementwise.Divide.class::isInstance,
            FaultyBackend::nextNumbers,
            SMALL,
            "--numerics",
            "precise");
    assertThat(run.exitCode()).as(run.out()).isZero();
    assertThat(run.out())
        .contains(" within ")
        .contains("within the tolerances, each step of reference done again on faulty:")
        .containsPattern("gradient +\\d[.]\\de-1\\d +1e-10 ")
        .containsPattern("train_loss +\\d[.]\\de-1\\d +1e-12 ")
        .containsPattern("later, not judged.*: parameters \\d[.]\\de-1\\d \\(.*train_loss ");
    Path figures = runs().resolve("2026-11-22-102030-verify");
    assertThat(run.out()).endsWith("figures  %s\n".formatted(figures));
    assertThat(figures.resolve("landscape-tiny-faulty-1.svg")).isNotEmptyFile();
    assertThat(figures.resolve("landscape-tiny-faulty-1.png")).isNotEmptyFile();
    assertThat(Task.of(figures.resolve("landscape-tiny-faulty-steps"), "standard", 1).metrics())
        .content()
        .contains("\"difference/gradient/", "\"difference/update/", "\"train_loss\"");
  }

  @Test
  void whatIsBeyondItsToleranceFails() {
    CommandLineRun run =
        faulty(
            Elementwise.Divide.class::isInstance,
            x -> x.times(1 + 1e-6),
            SMALL,
            "--numerics",
            "precise");
    assertThat(run.exitCode()).as(run.err()).isEqualTo(3);
    assertThat(run.out()).contains(" outside ").containsPattern("train_loss .* outside\n");
  }

  @Test
  void backendsAgreeInEachStepOfFastRunsOnSeveralSeeds() {
    CommandLineRun run =
        verify(
            SOUND,
            "--numerics=fast",
            "--seeds=1..3",
            "--backends=reference,tensorflow,nd4j",
            "--set=evaluation.every=4");
    assertThat(run.exitCode()).as(run.out()).isZero();
    assertThat(run.out().lines().filter(line -> line.matches("landscape .* within .*"))).hasSize(2);
  }

  /** Each quantity of each probe has a tolerance that right backends keep. */
  @Test
  void everyProbeAgreesWithinItsTolerances() {
    CommandLineRun run =
        CommandLineRun.of(
            home,
            ExperimentRun::run,
            "verify",
            "all-probes",
            "--scale=tiny",
            "--numerics=precise",
            "--backends=reference,nd4j",
            "--out=" + runs());
    assertThat(run.exitCode()).as(run.out()).isZero();
    assertThat(run.out().lines().filter(line -> line.matches("all-probes .* within .*")))
        .hasSize(1);
  }

  /** Each kind of kernel, wrong by a thousandth. */
  @ParameterizedTest
  @ValueSource(
      classes = {
        Contraction.Convolution.class,
        Contraction.ConvolutionInputGradient.class,
        Contraction.ConvolutionFilterGradient.class,
        Contraction.MatMul.class,
        Reduction.Sum.class,
        Window.MaxPoolScatter.class,
        Elementwise.Sqrt.class
      })
  void aFastKernelThatIsWrongByAThousandthIsCaught(Class<?> kernel) {
    caught(faulty(kernel::isInstance, x -> x.plus(x.times(1e-3)), FAST));
  }

  /** Of the whole network only the filters that see the image. */
  @Test
  void aFastKernelThatIsWrongInOneLayerIsCaught() {
    Shape first = Shape.of(3, 3, 3, 1);
    caught(
        faulty(
            Contraction.ConvolutionFilterGradient.class::isInstance,
            x -> x.shape().equals(first) ? x.plus(x.times(1e-3)) : x,
            FAST));
  }

  private static void caught(CommandLineRun run) {
    assertThat(run.exitCode()).as(run.out()).isEqualTo(3);
    assertThat(run.out()).contains("outside the tolerances, each step of reference done again");
  }

  @Test
  void wrongWordsAreNamed() {
    fails(
        "backend: must be one of [nd4j, reference, tensorflow], but it is \"tensorflw\". To fix: write \"tensorflow\".",
        "--backends",
        "tensorflw,nd4j");
    fails(
        "--backends: must be two or more that work here, but they are [reference]. To fix: name more, or see \"normscape doctor\".",
        "--backends",
        "reference");
    fails(
        "device: must be cpu, gpu or gpu:N, but it is \"tpu\". To fix: use one of these.",
        "--backends",
        "reference,reference@tpu");
    fails(
        "numerics (--numerics): must be one of [fast, precise, exact], but it is \"exat\". To fix: write \"exact\".",
        "--backends",
        "reference,reference",
        "--numerics",
        "exat");
    assertThat(runs()).doesNotExist();
  }

  @Test
  void unknownExperimentsSuggestTheNearest() {
    CommandLineRun run =
        CommandLineRun.of(
            home, ExperimentRun::run, "verify", "landscap", "--backends", "reference,reference");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("it is \"landscap\". To fix: write \"landscape\".");
  }

  @Test
  void aDeviceThatIsNotThereIsNamed() {
    CommandLineRun run = verify(SOUND, SMALL, "--backends", "reference,reference@gpu:3");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .contains("reference: the device must be cpu, but it is gpu:3. To fix: set device = cpu");
  }

  private void fails(String sentence, String... arguments) {
    CommandLineRun run =
        CommandLineRun.of(
            home,
            ExperimentRun::run,
            Stream.concat(
                    Stream.of("verify", "landscape", "--out", runs().toString(), "--scale", "tiny"),
                    Stream.of(arguments))
                .toArray(String[]::new));
    assertThat(run.err()).endsWith(sentence + "\n");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
  }
}
