package org.normscape.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.normscape.experiments.interchange.KerasFiles;
import org.normscape.experiments.interchange.NumpyFiles;
import org.normscape.experiments.task.ExperimentRun;

/** Weights that are wrong in each way that comes to mind: one sentence, and no folder of a run. */
final class WrongWeightsTest {

  @TempDir private Path folder;

  /**
   * A case.
   *
   * @param name the name of the file
   * @param content what writes it
   * @param sentence a part of what must be said
   */
  private record Wrong(String name, WrongData.Content content, String sentence) {

    @Override
    public String toString() {
      return name + ": " + sentence;
    }
  }

  static Stream<Wrong> cases() {
    return Stream.of(
        new Wrong("w.npz", file -> {}, "there is no such file"),
        new Wrong("w.safetensors", file -> {}, "there is no such file"),
        new Wrong("w.h5", file -> {}, "there is no such file"),
        new Wrong("w.keras", file -> {}, "there is no such file"),
        new Wrong("w.pt", file -> {}, "must be a file that ends in one of [.safetensors, .npz"),
        text("w.safetensors", "the length of its header is not that of a safetensors file"),
        text("w.npz", "cannot be read: "),
        text("w.h5", "it is no whole HDF5 file"),
        text("w.keras", "cannot be read: "),
        new Wrong(
            "w.h5",
            file -> {
              Path whole = KerasFiles.file("keras.weights.h5", file.resolveSibling(""));
              Files.write(file, Arrays.copyOf(Files.readAllBytes(whole), 3000));
            },
            "it is no whole HDF5 file"),
        arrays(Map.of(), "it has 0 layers of the kind dense where the network has 1"),
        arrays(
            Map.of("0.weight", NumpyFiles.npy("<c8", "2, 20", new byte[320])),
            "are of the type c8, which is not read"),
        arrays(
            Map.of("0.weight", NumpyFiles.doubles("2, 20", zeros(40))),
            "\"0\" has no bias for \"dense1.bias\""),
        arrays(
            Map.of(
                "0.weight", NumpyFiles.doubles("20, 2", zeros(40)),
                "0.bias", NumpyFiles.doubles("2,", 0, 0)),
            "\"0.weight\" is [2,20] where dense1.weight is [20,2]"),
        arrays(
            Map.of(
                "0.weight", NumpyFiles.doubles("2, 20", zeros(40)),
                "0.bias", NumpyFiles.doubles("2,", 0, Double.NaN)),
            "\"0.bias\" has NaN where numbers must be finite"),
        arrays(
            Map.of(
                "0.weight", NumpyFiles.doubles("2, 20", zeros(40)),
                "0.bias", NumpyFiles.doubles("2,", 0, 0),
                "1.weight", NumpyFiles.doubles("2,", 0, 0)),
            "where the network has"),
        arrays(
            Map.of(
                "0.kernel", NumpyFiles.doubles("20, 2", zeros(40)),
                "0.bias", NumpyFiles.doubles("2,", 0, 0)),
            "\"0.kernel\" is no array that PYTORCH has"));
  }

  private static double[] zeros(int count) {
    return new double[count];
  }

  private static Wrong text(String name, String sentence) {
    return new Wrong(
        name, file -> Files.write(file, "no weights".getBytes(StandardCharsets.UTF_8)), sentence);
  }

  private static Wrong arrays(Map<String, byte[]> arrays, String sentence) {
    return new Wrong("w.npz", file -> NumpyFiles.npz(file, new LinkedHashMap<>(arrays)), sentence);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void areNamedInOneSentenceBeforeAFolderIsMade(Wrong wrong) throws IOException {
    Path file = folder.resolve(wrong.name());
    wrong.content().write(file);
    Path network =
        Files.writeString(
            folder.resolve("network.conf"),
            """
            model { kind = multilayer-perceptron, hidden = [] }
            normalization = none
            data { source { kind = teacher-student, outputs = 2 }, batch = 10 }
            """);
    CommandLineRun run =
        CommandLineRun.of(
            folder,
            ExperimentRun::run,
            "probe",
            "--model",
            network.toString(),
            "--weights",
            file.toString(),
            "--probe",
            "sam-sharpness",
            "--backend",
            "reference",
            "--quiet",
            "--out",
            folder.resolve("runs").toString());
    assertThat(run.err())
        .contains(wrong.sentence())
        .matches("[^\n]*must [^\n]*, but [^\n]*To fix: [^\n]*\\.\n");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(folder.resolve("runs")).doesNotExist();
  }
}
