package org.normscape.probe.curvature.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.normscape.probe.curvature.CurvatureTrial.A;
import static org.normscape.probe.curvature.CurvatureTrial.B;
import static org.normscape.probe.curvature.CurvatureTrial.value;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.normscape.backend.Array;
import org.normscape.backend.Numerics;
import org.normscape.linalg.eigen.SymmetricEigenproblem;
import org.normscape.linalg.trace.Hutchinson;
import org.normscape.linalg.trace.XTrace;
import org.normscape.nn.Role;
import org.normscape.nn.Statistics;
import org.normscape.norm.BatchNorm;
import org.normscape.objective.Objective;
import org.normscape.objective.Penalty;
import org.normscape.objective.Point;
import org.normscape.params.Parameters;
import org.normscape.probe.Bowl;
import org.normscape.probe.Instrument;
import org.normscape.probe.Measurement;
import org.normscape.probe.Probe;
import org.normscape.probe.Quantities;
import org.normscape.probe.Reading;
import org.normscape.probe.Site;
import org.normscape.probe.curvature.Curvature;
import org.normscape.probe.curvature.CurvatureTrial;
import org.normscape.probe.curvature.EmpiricalFisher;
import org.normscape.probe.curvature.Examples;
import org.normscape.probe.curvature.Hessian;
import org.normscape.probe.curvature.Matrices;
import org.normscape.probe.curvature.Matrices.At;
import org.normscape.probe.when.AtStart;

/** Traces, eigenvalues and densities: in a bowl, of which all is known, and of a network. */
class SpectrumProbesTest {

  private static final Offset<Double> TIGHT = within(1e-10);

  private final CurvatureTrial trial = new CurvatureTrial();

  @AfterEach
  void close() {
    trial.close();
  }

  @Test
  void eigenvaluesOfABowl() {
    Measurement found =
        trial.inBowl(new HessianEigenvalues(new AtStart(), new Curvature(), 1, 1, 10, 1e-9), 2, 1);
    assertThat(value(found, "hessian_largest_eigenvalue")).isCloseTo(A, TIGHT);
    assertThat(value(found, "hessian_edge_ratio")).isCloseTo(A / 2, TIGHT);
    assertThat(value(found, "hessian_spherical_sharpness")).isCloseTo(5 * A, TIGHT);
    assertThat(value(found, "hessian_eigenvalue", Map.of("eigenvalue_index", 1.0)))
        .isCloseTo(A, TIGHT);
    assertThat(value(found, "hessian_eigenvalue", Map.of("eigenvalue_index", -1.0)))
        .isCloseTo(B, TIGHT);
    assertThat(value(found, "hessian_eigenvalue_residual", Map.of("eigenvalue_index", 1.0)))
        .isLessThan(1e-9);
    assertThat(value(found, "hessian_eigenvalue_products")).isEqualTo(2);
  }

  @Test
  void shareOfTheGradientInTheTopEigenspaceOfABowl() {
    Measurement found =
        trial.inBowl(new TopEigenspaceShare(new AtStart(), new Curvature(), 1, 10, 1e-9), 0.5, 4);
    double gx = A * 0.5;
    double gy = B * 4;
    double expected = gx * gx / (gx * gx + gy * gy);
    assertThat(value(found, "hessian_gradient_share")).isCloseTo(expected, TIGHT);
    assertThat(value(found, "hessian_gradient_component", Map.of("eigenvalue_index", 1.0)))
        .isCloseTo(expected, TIGHT);
    Measurement all =
        trial.inBowl(new TopEigenspaceShare(new AtStart(), new Curvature(), 2, 10, 1e-9), 0.5, 4);
    assertThat(value(all, "hessian_gradient_share")).isCloseTo(1, TIGHT);
  }

  @Test
  void traceOfABowl() {
    Measurement found =
        trial.inBowl(new HessianTrace(new AtStart(), new Curvature(), new Hutchinson(4)), 1, 1);
    assertThat(value(found, "hessian_trace")).isCloseTo(A + B, TIGHT);
    assertThat(value(found, "hessian_trace_error")).isCloseTo(0, TIGHT);
    assertThat(value(found, "hessian_mean_eigenvalue")).isCloseTo((A + B) / 2, TIGHT);
    assertThat(value(found, "hessian_trace_products")).isEqualTo(4);
  }

  @Test
  void densityOfABowl() {
    MeasuredDensity found =
        (MeasuredDensity)
            trial.inBowl(
                new SpectralDensity(
                    new AtStart(), new Curvature(), 50, 2, 101, 0.05, DensityScale.LINEAR),
                1,
                1);
    double width = 0.05 * (A - B);
    assertThat(found.places()).hasSize(101);
    assertThat(found.places().get(0).at()).isCloseTo(B - 3 * width, TIGHT);
    assertThat(found.places().get(100).at()).isCloseTo(A + 3 * width, TIGHT);
    double step = found.places().get(1).at() - found.places().get(0).at();
    double area = found.places().stream().mapToDouble(p -> p.density().value() * step).sum();
    assertThat(area).isCloseTo(1, within(3e-3));
    double upper =
        found.places().stream()
            .filter(p -> p.at() > 2)
            .mapToDouble(p -> p.density().value() * step)
            .sum();
    assertThat(upper).isCloseTo(0.5, within(0.2));
    MeasuredDensity magnitudes =
        (MeasuredDensity)
            trial.inBowl(
                new SpectralDensity(
                    new AtStart(), new Curvature(), 5, 2, 11, 0.05, DensityScale.LOGARITHMIC),
                1,
                1);
    assertThat(magnitudes.readings().get(0).at()).containsOnlyKeys("log_eigenvalue_magnitude");
    assertThat(magnitudes.places().get(10).at()).isGreaterThan(Math.log10(A));
  }

  @Test
  void endsOfTheSpectrumOfANetwork() {
    At situation = trial.situation(0, 0);
    List<SymmetricEigenproblem.Pair> all =
        SymmetricEigenproblem.solve(
            Matrices.dense(trial.backend(), CurvatureTrial.network(), new Curvature(), situation));
    HessianEigenvalues probe =
        new HessianEigenvalues(new AtStart(), new Curvature(), 3, 2, 40, 1e-8);
    try (Instrument instrument = probe.prepare(trial.site())) {
      SpectrumEnds found = (SpectrumEnds) instrument.measure(situation);
      for (int i = 0; i < 3; i++) {
        assertThat(found.largest().get(i).value()).isCloseTo(all.get(i).value(), within(1e-8));
      }
      for (int i = 0; i < 2; i++) {
        assertThat(found.smallest().get(i).value())
            .isCloseTo(all.get(all.size() - 1 - i).value(), within(1e-8));
      }
    }
    try (Instrument instrument =
        new HessianTrace(new AtStart(), new Curvature(), new XTrace(12)).prepare(trial.site())) {
      MeasuredTrace trace = (MeasuredTrace) instrument.measure(situation);
      double truth = all.stream().mapToDouble(SymmetricEigenproblem.Pair::value).sum();
      assertThat(trace.trace().value()).isCloseTo(truth, within(4 * trace.trace().standardError()));
    }
  }

  @Test
  void tracesOfBlocksOfABowl() {
    Measurement found = trial.inBowl(new BlockTraces(new AtStart(), new Curvature(), 3), 1, 1);
    assertThat(value(found, "hessian_block_trace/x")).isCloseTo(A, TIGHT);
    assertThat(value(found, "hessian_block_trace/y")).isCloseTo(B, TIGHT);
    assertThat(value(found, "hessian_block_trace_error/x")).isCloseTo(0, TIGHT);
  }

  @Test
  void aMeasurementStartsFromTheLastOneAndFromItsMemoryAlike() {
    HessianEigenvalues probe =
        new HessianEigenvalues(new AtStart(), new Curvature(), 1, 0, 30, 1e-2);
    try (Instrument one = probe.prepare(trial.site());
        Instrument other = probe.prepare(trial.site())) {
      SpectrumEnds cold = (SpectrumEnds) one.measure(trial.situation(0, 0));
      Parameters<Array> memory = one.memory();
      assertThat(memory.size()).isEqualTo(3 * CurvatureTrial.network().parameters().size());
      other.recall(memory);
      SpectrumEnds warm = (SpectrumEnds) one.measure(trial.situation(1, 1e-3));
      assertThat(warm.products()).isLessThanOrEqualTo(cold.products()).isLessThanOrEqualTo(5);
      assertThat(other.measure(trial.situation(1, 1e-3))).isEqualTo(warm);
      one.recall(Parameters.none());
      assertThat(one.memory().size()).isZero();
      assertThat(one.measure(trial.situation(0, 0))).isEqualTo(cold);
    }
  }

  /** A layer before a batch normalization may have any length. */
  @Test
  void sphericalSharpnessDoesNotChangeWithTheLengthOfNormalizedWeights() {
    Curvature first =
        new Curvature(
            new Hessian(),
            List.of(Role.WEIGHT),
            ".*1",
            Penalty.EXCLUDED,
            Statistics.BATCH_FROZEN_RUNNING,
            Examples.BATCH);
    HessianEigenvalues probe = new HessianEigenvalues(new AtStart(), first, 1, 0, 30, 1e-9);
    BatchNorm usual = new BatchNorm();
    Objective exact =
        CurvatureTrial.network(
            new BatchNorm(-1, 0, usual.running(), usual.trainingStatistics(), usual.affine()));
    At at = trial.situation(0, 0);
    List<String> paths = List.copyOf(first.paths(exact));
    assertThat(paths).hasSize(1);
    String path = paths.get(0);
    Parameters<Array> parameters = at.point().parameters();
    Array longer = trial.scaled(parameters.get(path), 3);
    At scaled =
        new At(
            new Point<>(parameters.replacedBy(Parameters.of(path, longer)), at.point().state()),
            at.batches(),
            0);
    try (Instrument instrument = probe.prepare(Site.of(trial.backend(), Numerics.PRECISE, exact))) {
      SpectrumEnds one = (SpectrumEnds) instrument.measure(at);
      SpectrumEnds other = (SpectrumEnds) instrument.measure(scaled);
      assertThat(other.sharpness()).isCloseTo(one.sharpness() / 9, within(1e-9));
      assertThat(other.sphericalSharpness()).isCloseTo(one.sphericalSharpness(), within(1e-8));
    }
  }

  @Test
  void aNetworkThatIsNotFiniteHasNoCurvature() {
    At nowhere = trial.situation(0, Double.NaN);
    List<Probe> probes =
        List.of(new HessianEigenvalues(), new HessianTrace(), new SpectralDensity());
    for (Probe probe : probes) {
      try (Instrument instrument = probe.prepare(trial.site())) {
        List<Reading> readings = instrument.measure(nowhere).readings();
        assertThat(readings)
            .filteredOn(reading -> !reading.metric().endsWith("products"))
            .allSatisfy(reading -> assertThat(reading.value()).isNaN());
        assertThat(readings).isNotEmpty();
      }
    }
  }

  @Test
  void manyMeasurementsLeaveNothingBehind() {
    At situation = trial.situation(0, 0);
    HessianEigenvalues probe =
        new HessianEigenvalues(new AtStart(), new Curvature(), 2, 1, 20, 1e-12);
    try (Instrument instrument = probe.prepare(trial.site())) {
      instrument.measure(situation);
      instrument.measure(situation);
      int open = trial.backend().open();
      for (int i = 0; i < 60; i++) {
        instrument.measure(situation);
      }
      assertThat(trial.backend().open()).isEqualTo(open);
    }
  }

  /** Of the Hessian of one network, in different parameters: each has its own names and numbers. */
  @Test
  void twoProbesOfOneMatrixInDifferentLayersAreToldApart() {
    Map<String, Probe> probes =
        Quantities.toldApart(
            Map.of(
                "first", new HessianTrace(new AtStart(), in("x"), new Hutchinson(2)),
                "last", new HessianTrace(new AtStart(), in("y"), new Hutchinson(2))));
    assertThat(Quantities.of(probes.values()).all())
        .extracting(quantity -> quantity.name())
        .contains("first_hessian_trace", "last_hessian_trace")
        .doesNotContain("hessian_trace");
    Measurement first = trial.inBowl(Objects.requireNonNull(probes.get("first")), 2, 1);
    Measurement last = trial.inBowl(Objects.requireNonNull(probes.get("last")), 2, 1);
    assertThat(value(first, "first_hessian_trace")).isCloseTo(A, TIGHT);
    assertThat(value(last, "last_hessian_trace")).isCloseTo(B, TIGHT);
  }

  private static Curvature in(String layers) {
    Curvature all = new Curvature();
    return new Curvature(
        all.matrix(),
        all.parameters(),
        layers,
        all.weightDecay(),
        all.statistics(),
        all.examples());
  }

  @Test
  void rolesChooseTheParametersInAllOfIt() {
    Measurement found =
        trial.inBowl(
            new HessianEigenvalues(new AtStart(), CurvatureTrial.ofBiases(), 1, 0, 10, 1e-9), 2, 3);
    assertThat(value(found, "hessian_largest_eigenvalue")).isCloseTo(B, TIGHT);
    assertThat(value(found, "hessian_spherical_sharpness")).isCloseTo(9 * B, TIGHT);
  }

  @Test
  void whatCannotBeMeasuredIsRefused() {
    assertThatThrownBy(() -> new HessianEigenvalues(new AtStart(), new Curvature(), 0, 0, 30, 1e-2))
        .hasMessageContaining("HessianEigenvalues: largest must be at least 1");
    assertThatThrownBy(() -> new TopEigenspaceShare(new AtStart(), new Curvature(), 10, 9, 1e-2))
        .hasMessageContaining("iterations must be at least one for each eigenvalue");
    assertThatThrownBy(
            () ->
                new HessianTrace(
                        new AtStart(), new Curvature(new EmpiricalFisher()), new Hutchinson())
                    .check(Site.of(trial.backend(), Numerics.PRECISE, new Bowl())))
        .hasMessageContaining("the output must have an axis of examples");
  }

  @Test
  void namesAreThoseOfTheMatrix() {
    Quantities both =
        Quantities.of(
            List.of(
                new HessianEigenvalues(),
                new HessianEigenvalues(
                    new AtStart(), new Curvature(new EmpiricalFisher()), 1, 0, 30, 1e-2)));
    assertThat(both.of("empirical_fisher_largest_eigenvalue").orElseThrow().label())
        .isEqualTo("largest eigenvalue of the empirical Fisher matrix");
  }
}
