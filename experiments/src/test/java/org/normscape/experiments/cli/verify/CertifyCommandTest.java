package org.normscape.experiments.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.google.inject.Module;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.normscape.backend.BackendProvider;
import org.normscape.experiments.cli.CommandLineRun;
import org.normscape.experiments.cli.PlantedFault;
import org.normscape.experiments.cli.StrangersBackend;
import org.normscape.ir.Elementwise;

/** Certificates from the command line, of a backend that nobody here knows. */
final class CertifyCommandTest {

  @TempDir private Path home;

  private CommandLineRun run(String... arguments) {
    return CommandLineRun.of(home, (spec, backend, data, log, progress) -> log.flush(), arguments);
  }

  private CommandLineRun certify(Class<? extends BackendProvider> provider, String... more) {
    String[] arguments =
        Stream.concat(
                Stream.of("certify", "--backend", "stranger", "--quick", "--seed", "5"),
                Stream.of(more))
            .toArray(String[]::new);
    return StrangersBackend.onClassPath(provider, home.resolve("jar"), () -> run(arguments));
  }

  private List<Path> kept() throws IOException {
    Path folder = home.resolve(".cache/normscape/certificates");
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  @Test
  void aSoundBackendOfAStrangerIsCertified() throws IOException {
    Path json = home.resolve("certificate.json");
    CommandLineRun run = certify(StrangersBackend.Sound.class, "--json", json.toString());
    assertThat(run.out())
        .startsWith("stranger 1\n")
        .containsPattern("\n  tanh +2 +0-2 +\\d[.\\d]* +right\n")
        .containsPattern("\n  standardization +\\d+ +0-3 +0[.]\\d+ +right\n")
        .containsPattern("\n  convolution_input_gradient +\\d+ +0-2 +\\d[.\\d]* +right\n")
        .containsPattern(
            "\nstranger: right, [\\d,]+ answers in \\d+ rows; the largest difference is 0[.]\\d+ of what is allowed, in \".+\"\n$");
    assertThat(run.err())
        .startsWith("stranger: geometries from --seed 5\ncertify stranger\n")
        .contains("certify stranger: 100 %, 0 s left, ");
    assertThat(run.exitCode()).isZero();
    JsonNode certificate =
        JsonMapper.builder().build().readTree(json.toFile()).at("/certificates/0");
    assertThat(certificate.at("/key/name").asText()).isEqualTo("faulty");
    assertThat(certificate.at("/date").asText()).isEqualTo("2026-11-22");
    assertThat(certificate.at("/extent").asText()).isEqualTo("QUICK");
    assertThat(certificate.at("/seed").asLong()).isEqualTo(5);
    assertThat(certificate.at("/passed").asBoolean()).isTrue();
    assertThat(certificate.at("/findings")).hasSizeGreaterThan(45);
    assertThat(kept()).hasSize(1);
  }

  @Test
  void aWrongPrimitiveOfAStrangerIsNamed() throws IOException {
    CommandLineRun run = certify(StrangersBackend.Wrong.class, "--json");
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err())
        .containsPattern("\n  tanh +\\d+ +0-2 +\\S+ +wrong: \\d+ of \\d+\n")
        .containsPattern("\n    values, order 0, f32: tanh: .+ must be .+ but it is ")
        .containsPattern("\n  exp +\\d+ +0-2 +\\S+ +right\n")
        .containsPattern("\nstranger: WRONG, .*; see .*tanh");
    JsonNode document = JsonMapper.builder().build().readTree(run.out());
    assertThat(document.at("/certificates/0/passed")).isEqualTo(BooleanNode.FALSE);
  }

  @Test
  void aKernelThatEndsItsProcessIsAFinding() {
    CommandLineRun run = certify(StrangersBackend.Dying.class);
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.out())
        .containsPattern("\n  tanh +\\d+ +0-\\d +\\S+ +failed: \\d+ of \\d+\n")
        .containsPattern(
            "\n    values, order 0, f32: tanh.*: must be computed, but its process ended with status 139\n")
        .containsPattern("\n  exp +\\d+ +0-2 +\\S+ +right\n")
        .containsPattern("\nstranger: WRONG, .*; see .*tanh");
  }

  /** As {@code run} finds it: by a Guice module, without a provider. */
  @Test
  void whatAModuleAloneBindsIsCertifiedInThisProcess() {
    Module module = new PlantedFault(Elementwise.Tanh.class::isInstance, x -> x.times(1 + 1e-3));
    CommandLineRun run =
        CommandLineRun.of(
            home,
            (spec, backend, data, log, progress) -> log.flush(),
            List.of(module),
            "certify",
            "--backend=faulty",
            "--quick");
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err())
        .contains("faulty: asked in this process, which a crash would end, since a module alone");
    assertThat(run.out())
        .containsPattern("\n  exp +\\d+ +0-2 +\\S+ +right\n")
        .containsPattern("\nfaulty: WRONG, .*; see .*tanh");
  }

  @Test
  void wrongWordsAreNamed() {
    fails(
        "backend: must be one of [nd4j, reference, tensorflow], but it is \"tensorflw\". To fix: write \"tensorflow\".",
        "--backend",
        "tensorflw");
    fails(
        "--device: must be cpu, gpu or gpu:N, but it is \"tpu\". To fix: use one of these.",
        "--device",
        "tpu");
    fails(
        "--quick, --all: at most one may be given, but both were. To fix: leave one out.",
        "--quick",
        "--all");
    Path nowhere = home.resolve("nowhere/certificate.json");
    CommandLineRun run = run("certify", "--json", nowhere.toString());
    assertThat(run.err())
        .isEqualTo(
            "--json: must name a file in a folder that is there, but \"%s\" is not. To fix: make the folder.\n"
                .formatted(nowhere.getParent()));
    assertThat(run.exitCode()).isEqualTo(2);
  }

  private void fails(String sentence, String... arguments) {
    CommandLineRun run =
        run(Stream.concat(Stream.of("certify"), Stream.of(arguments)).toArray(String[]::new));
    assertThat(run.err()).isEqualTo(sentence + "\n");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
  }

  /** One run of everything that opens here, which loads the natives. */
  @Test
  void theDoctorKnowsWhatWasCertified() throws IOException {
    assertThat(run("certify", "--backend", "reference", "--quick").exitCode()).isZero();
    String doctor = run("doctor").out();
    assertThat(doctor)
        .containsPattern("\nreference cpu +certified on 2026-11-22 \\(--quick\\)\n")
        .containsPattern(
            "\nnd4j cpu +this machine has not been certified for the installed versions. To do so: ./normscape certify\n")
        .containsPattern(
            "\n(gpu +none: device: gpu:0 needs .* To fix: .*|driver +NVIDIA's, for CUDA up to [0-9.]+)\n")
        .containsPattern("\nnd4j gpu +not here: nd4j: a GPU needs ND4J's natives for GPUs");
  }
}
