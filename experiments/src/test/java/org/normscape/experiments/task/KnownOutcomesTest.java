package org.normscape.experiments.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.normscape.backend.Backend;
import org.normscape.backend.Backends;
import org.normscape.experiments.data.DataContext;
import org.normscape.experiments.report.metrics.Metrics;
import org.normscape.experiments.report.metrics.Series;
import org.normscape.experiments.run.Datasets;
import org.normscape.experiments.run.RunLog;
import org.normscape.experiments.run.Task;
import org.normscape.experiments.run.progress.NoProgress;
import org.normscape.experiments.spec.Catalog;
import org.normscape.experiments.spec.CellSpec;
import org.normscape.experiments.spec.ExperimentSpec;
import org.normscape.optim.Exponential;

/** Experiments whose outcome is known: by a theorem, or from an independent program. */
class KnownOutcomesTest {

  /** The plain networks whose learning rate is above 2/λ₁ = 2. */
  private static final List<String> ABOVE_THE_BOUND =
      List.of("plain@factor=2100", "plain@factor=10000", "plain@factor=1000000");

  @TempDir private Path folder;

  private static ExperimentSpec spec(String name, String scale, String... settings) {
    return Catalog.resolve(
        name,
        scale,
        Stream.of(settings).map(setting -> Catalog.override("--set", setting)).toList());
  }

  private Metrics run(String backendName, ExperimentSpec spec) throws IOException {
    Datasets data =
        new Datasets(new DataContext(Optional.empty(), Map.of(), folder.resolve("home"), 1));
    try (Backend backend = Backends.open(backendName);
        RunLog log = new RunLog(folder, RunLog.Fingerprints.NEVER)) {
      ExperimentRun.run(spec, backend, data, log, new NoProgress());
    }
    List<Metrics> all =
        spec.cells().stream().map(cell -> read(cell.name(), spec.seeds().get(0))).toList();
    return Metrics.merged(all);
  }

  private Metrics read(String cell, long seed) {
    try {
      return Metrics.read(Task.of(folder, cell, seed).metrics());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Double> values(Metrics metrics, String cell, String metric) {
    return metrics.of(cell, 1, metric).map(Series::values).orElseThrow();
  }

  /** Li and Arora (2020): for 120 steps, in float64, to about the rounding that training grows. */
  @Test
  void weightDecayIsAnExponentiallyGrowingRate() throws IOException {
    Metrics metrics =
        run(
            "reference",
            spec(
                "exponential-schedule",
                "tiny",
                "steps=120",
                "probes={landscape={kind=landscape,when={kind=every,every=20},step-lengths=[1]}}"));
    List<Double> decayed = values(metrics, "weight-decay", "probe_loss");
    List<Double> growing = values(metrics, "growing-rate", "probe_loss");
    assertThat(decayed).hasSize(6);
    for (int i = 0; i < decayed.size(); i++) {
      assertThat(growing.get(i)).isCloseTo(decayed.get(i), within(1e-8));
    }
    assertThat(values(metrics, "neither", "probe_loss").get(5))
        .as("which does not hold by itself")
        .isNotCloseTo(decayed.get(5), within(1e-4));
  }

  /** A rate of {@code η / (1 − ηλ)} that grows by {@code (1 − ηλ)⁻²}. */
  @Test
  void theRateOfTheFileIsThatOfTheTheorem() {
    ExperimentSpec spec = spec("exponential-schedule", "laptop");
    CellSpec decayed = spec.cell("weight-decay");
    CellSpec growing = spec.cell("growing-rate");
    double rate = decayed.optimizer().learningRate();
    double kept = 1 - rate * decayed.optimizer().weightDecay().factor();
    assertThat(growing.optimizer().learningRate()).isCloseTo(rate / kept, within(1e-16));
    assertThat(((Exponential) growing.optimizer().schedule()).growth())
        .isCloseTo(1 / (kept * kept), within(3e-16));
    assertThat(growing.optimizer().weightDecay().factor()).isZero();
  }

  /** Cai et al. (2019): above 2/λ₁ plain descent diverges, and normalized descent never does. */
  @Test
  void normalizedLeastSquaresConvergesAtAnyRate() throws IOException {
    ExperimentSpec spec =
        spec(
            "any-learning-rate",
            "laptop",
            "seeds=[1]",
            "steps=400",
            "probes={rates={kind=effective-rate,when={kind=every,every=100}}}");
    Metrics metrics = run("reference", spec);
    assertThat(metrics.divergences())
        .extracting(Metrics.Divergence::cell)
        .containsExactlyInAnyOrder("plain@factor=10000", "plain@factor=1000000");
    for (CellSpec cell : spec.cells()) {
      List<Double> losses = values(metrics, cell.name(), "train_loss");
      double change = losses.get(losses.size() - 1) / losses.get(0);
      if (ABOVE_THE_BOUND.contains(cell.name())) {
        assertThat(change).as(cell.name()).isGreaterThan(1e6);
      } else {
        assertThat(change).as(cell.name()).isLessThan(1);
      }
    }
  }

  /**
   * The factor by which the square of the gradient's norm grows for each layer, against a numpy
   * program that does the same: over twelve draws 1.441 with relu and 1.015 without an activation
   * function, with standard deviations of 0.009 and 0.006.
   */
  @Test
  void gradientsGrowByTheKnownFactor() throws IOException {
    Metrics metrics =
        run(
            "tensorflow",
            spec(
                "gradient-explosion",
                "laptop",
                "seeds=[1]",
                "steps=0",
                "loss=squared-error",
                "data={source={kind=gaussian-linear-map,examples=32,inputs=300},train-examples=32,test-examples=32,batch=32}",
                "model={layers=20,units=300}",
                "cells=[{name=relu,normalization=batch-norm},{name=linear,normalization=batch-norm,model={kind=deep-linear,layers=21,units=300}}]",
                "figures=[]",
                "claims=[]"));
    assertThat(factor(metrics, "relu")).isCloseTo(1.441, within(0.035));
    assertThat(factor(metrics, "linear")).isCloseTo(1.015, within(0.025));
  }

  /** From the twentieth layer back to the first. */
  private static double factor(Metrics metrics, String cell) {
    double growth = gradient(metrics, cell, "dense1") / gradient(metrics, cell, "dense20");
    return Math.pow(growth, 2 / 19.);
  }

  private static double gradient(Metrics metrics, String cell, String layer) {
    return metrics
        .all("activation_gradient_norm")
        .filter(series -> series.cell().equals(cell) && series.part().equals(layer))
        .flatMap(series -> series.values().stream())
        .findFirst()
        .orElseThrow();
  }
}
