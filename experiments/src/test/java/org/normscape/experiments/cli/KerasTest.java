package org.normscape.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.normscape.experiments.interchange.KerasFiles;
import org.normscape.experiments.interchange.Npz;
import org.normscape.experiments.interchange.StoredArray;
import org.normscape.experiments.report.metrics.RunRecord;
import org.normscape.experiments.task.ExperimentRun;

/**
 * A network that Keras made, saved in each of its formats, has the loss here that follows from what
 * Keras predicted. The resources were written by Keras 3.15.1 from
 *
 * <pre>
 * Sequential([Input((6, 6, 2)), Conv2D(3, 3, padding="same"), BatchNormalization(), ReLU(),
 *             MaxPooling2D(), Flatten(), Dense(4)])
 * </pre>
 *
 * with normal weights: {@code model.save("keras.keras")}, {@code
 * model.save_weights("keras.weights.h5")}, {@code model.save("keras.h5")}, and {@code
 * numpy.savez("keras.npz", **{v.path: v.numpy() for v in model.variables})}; {@code
 * keras-predictions.npz} has inputs, labels, and the logits that it predicts.
 */
final class KerasTest {

  @TempDir private Path home;

  @ParameterizedTest
  @ValueSource(strings = {"keras.keras", "keras.weights.h5", "keras.h5", "keras.npz"})
  void predictsHereWhatItPredictsThere(String file) throws IOException {
    Path network =
        Files.writeString(
            home.resolve("network.conf"),
            """
            model { kind = feed-forward, layers = [{ kind = conv2d, filters = 3 }, relu, max-pool] }
            normalization { kind = batch-norm, epsilon = 1e-3 }
            data.batch = 8
            """);
    CommandLineRun run =
        CommandLineRun.of(
            home,
            ExperimentRun::run,
            "probe",
            "--model",
            network.toString(),
            "--weights",
            KerasFiles.file(file, home).toString(),
            "--convention",
            "keras",
            "--data",
            predictions().toString(),
            "--probe",
            "sam-sharpness",
            "--backend",
            "reference",
            "--numerics",
            "precise",
            "--out",
            home.resolve("runs").toString());
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(testLoss()).isCloseTo(predictedLoss(), within(1e-6));
  }

  private Path predictions() throws IOException {
    return KerasFiles.file("keras-predictions.npz", home);
  }

  private double testLoss() throws IOException {
    try (Stream<Path> runs = Files.list(home.resolve("runs"))) {
      RunRecord record = RunRecord.read(runs.findFirst().orElseThrow());
      List<Double> values = record.metrics().of("network", 1, "test_loss").orElseThrow().values();
      return values.get(values.size() - 1);
    }
  }

  private double predictedLoss() throws IOException {
    StoredArray logits =
        Objects.requireNonNull(Npz.read(predictions(), "logits"::equals).get("logits"));
    StoredArray labels =
        Objects.requireNonNull(Npz.read(predictions(), "y_test"::equals).get("y_test"));
    int classes = logits.shape().dim(1);
    double loss = 0;
    for (int i = 0; i < labels.shape().size(); i++) {
      double sum = 0;
      for (int label = 0; label < classes; label++) {
        sum += Math.exp(logits.at(i * classes + label));
      }
      loss += Math.log(sum) - logits.at(i * classes + (int) labels.at(i));
    }
    return loss / labels.shape().size();
  }
}
