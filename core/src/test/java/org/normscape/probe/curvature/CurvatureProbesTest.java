package org.normscape.probe.curvature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.normscape.backend.Array;
import org.normscape.backend.Numerics;
import org.normscape.check.CountingBackend;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.ir.TensorType;
import org.normscape.linalg.eigen.SymmetricEigenproblem;
import org.normscape.linalg.trace.Hutchinson;
import org.normscape.linalg.trace.XTrace;
import org.normscape.model.MultilayerPerceptron;
import org.normscape.nn.Glorot;
import org.normscape.nn.LossReduction;
import org.normscape.nn.Role;
import org.normscape.nn.SoftmaxCrossEntropy;
import org.normscape.nn.Statistics;
import org.normscape.nn.activation.Tanh;
import org.normscape.norm.BatchNorm;
import org.normscape.norm.NormalizationScheme;
import org.normscape.objective.NetworkObjective;
import org.normscape.objective.Objective;
import org.normscape.objective.Penalty;
import org.normscape.objective.Point;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;
import org.normscape.probe.Bowl;
import org.normscape.probe.Instrument;
import org.normscape.probe.Measurement;
import org.normscape.probe.Probe;
import org.normscape.probe.ProbeSession;
import org.normscape.probe.Quantities;
import org.normscape.probe.Reading;
import org.normscape.probe.Site;
import org.normscape.probe.curvature.Matrices.At;
import org.normscape.probe.curvature.edge.BatchSharpness;
import org.normscape.probe.curvature.edge.GradientCurvature;
import org.normscape.probe.curvature.spectrum.BlockTraces;
import org.normscape.probe.curvature.spectrum.DensityScale;
import org.normscape.probe.curvature.spectrum.HessianEigenvalues;
import org.normscape.probe.curvature.spectrum.HessianTrace;
import org.normscape.probe.curvature.spectrum.MeasuredDensity;
import org.normscape.probe.curvature.spectrum.MeasuredTrace;
import org.normscape.probe.curvature.spectrum.SpectralDensity;
import org.normscape.probe.curvature.spectrum.SpectrumEnds;
import org.normscape.probe.curvature.spectrum.TopEigenspaceShare;
import org.normscape.probe.when.AtStart;
import org.normscape.random.RandomStream;
import org.normscape.reference.ReferenceBackend;

/**
 * The probes on {@code ½ (a x² + b y²)}, of which all is known, and on a network whose Hessian is
 * written out.
 */
class CurvatureProbesTest {

  private static final double A = 6;
  private static final double B = -0.5;
  private static final Offset<Double> TIGHT = within(1e-10);

  private final CountingBackend backend = new CountingBackend(new ReferenceBackend());
  private final Owner owner = new Owner();
  private final Objective network =
      new NetworkObjective(
          new MultilayerPerceptron(List.of(4), new Tanh(), Glorot.uniform())
              .network(new NormalizationScheme(new BatchNorm()), 3),
          new SoftmaxCrossEntropy(LossReduction.MEAN),
          Shape.of(6, 3),
          DType.FLOAT64);

  @AfterEach
  void close() {
    owner.close();
    assertThat(backend.open()).isZero();
    backend.close();
  }

  private Measurement inBowl(Probe probe, double x, double y) {
    TensorType scalar = TensorType.float64();
    Point<Array> point =
        owner.own(
            new Point<>(
                Parameters.of("x", backend.array(scalar, x)).and("y", backend.array(scalar, y)),
                Parameters.none()));
    Array curvature = owner.own(backend.array(TensorType.float64(2), A, B));
    try (ProbeSession session =
        new ProbeSession(probe, Site.of(backend, Numerics.PRECISE, new Bowl()))) {
      Measurement found = session.measure(point, Parameters.of("curvature", curvature));
      Quantities declared = Quantities.of(List.of(probe));
      assertThat(found.readings())
          .allSatisfy(
              reading -> assertThat(declared.of(reading.metric())).contains(reading.quantity()));
      return found;
    }
  }

  private static double value(Measurement found, String metric, Map<String, Double> at) {
    return found.readings().stream()
        .filter(reading -> reading.metric().equals(metric) && reading.at().equals(at))
        .mapToDouble(Reading::value)
        .sum();
  }

  private static double value(Measurement found, String metric) {
    return value(found, metric, Map.of());
  }

  @Test
  void eigenvaluesOfABowl() {
    Measurement found =
        inBowl(new HessianEigenvalues(new AtStart(), new Curvature(), 1, 1, 10, 1e-9), 2, 1);
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
  void rolesChooseTheParametersInAllOfIt() {
    Curvature bias =
        new Curvature(
            new Hessian(),
            List.of(Role.BIAS),
            ".*",
            Penalty.EXCLUDED,
            Statistics.BATCH_FROZEN_RUNNING,
            Examples.BATCH);
    Measurement found = inBowl(new HessianEigenvalues(new AtStart(), bias, 1, 0, 10, 1e-9), 2, 3);
    assertThat(value(found, "hessian_largest_eigenvalue")).isCloseTo(B, TIGHT);
    assertThat(value(found, "hessian_spherical_sharpness")).isCloseTo(9 * B, TIGHT);
    assertThat(
            value(
                inBowl(new GradientCurvature(new AtStart(), bias), 2, 3),
                "hessian_gradient_curvature"))
        .isCloseTo(B, TIGHT);
  }

  @Test
  void curvatureAlongTheGradientOfABowl() {
    Measurement found = inBowl(new GradientCurvature(), 0.5, 4);
    double gx = A * 0.5;
    double gy = B * 4;
    double expected = (gx * gx * A + gy * gy * B) / (gx * gx + gy * gy);
    assertThat(value(found, "hessian_gradient_curvature")).isCloseTo(expected, TIGHT);
    assertThat(value(found, "hessian_gradient_edge_ratio")).isCloseTo(expected / 2, TIGHT);
    assertThat(value(found, "stability_threshold")).isEqualTo(2);
    assertThat(value(inBowl(new GradientCurvature(), 0, 0), "hessian_gradient_curvature")).isNaN();
  }

  @Test
  void shareOfTheGradientInTheTopEigenspaceOfABowl() {
    Measurement found =
        inBowl(new TopEigenspaceShare(new AtStart(), new Curvature(), 1, 10, 1e-9), 0.5, 4);
    double gx = A * 0.5;
    double gy = B * 4;
    double expected = gx * gx / (gx * gx + gy * gy);
    assertThat(value(found, "hessian_gradient_share")).isCloseTo(expected, TIGHT);
    assertThat(value(found, "hessian_gradient_component", Map.of("eigenvalue_index", 1.0)))
        .isCloseTo(expected, TIGHT);
    Measurement all =
        inBowl(new TopEigenspaceShare(new AtStart(), new Curvature(), 2, 10, 1e-9), 0.5, 4);
    assertThat(value(all, "hessian_gradient_share")).isCloseTo(1, TIGHT);
  }

  @Test
  void traceOfABowl() {
    Measurement found =
        inBowl(new HessianTrace(new AtStart(), new Curvature(), new Hutchinson(4)), 1, 1);
    assertThat(value(found, "hessian_trace")).isCloseTo(A + B, TIGHT);
    assertThat(value(found, "hessian_trace_error")).isCloseTo(0, TIGHT);
    assertThat(value(found, "hessian_mean_eigenvalue")).isCloseTo((A + B) / 2, TIGHT);
    assertThat(value(found, "hessian_trace_products")).isEqualTo(4);
  }

  @Test
  void densityOfABowl() {
    MeasuredDensity found =
        (MeasuredDensity)
            inBowl(
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
            inBowl(
                new SpectralDensity(
                    new AtStart(), new Curvature(), 5, 2, 11, 0.05, DensityScale.LOGARITHMIC),
                1,
                1);
    assertThat(magnitudes.readings().get(0).at()).containsOnlyKeys("log_eigenvalue_magnitude");
    assertThat(magnitudes.places().get(10).at()).isGreaterThan(Math.log10(A));
  }

  private At situation(int step, double shift) {
    Point<Array> start = owner.own(network.initialPoint(backend, 5));
    Parameters<Array> moved =
        start
            .parameters()
            .map(
                array ->
                    owner.own(
                        backend.array(
                            array.type(),
                            Arrays.stream(array.toDoubles()).map(x -> x * (1 + shift)).toArray())));
    double[] input = RandomStream.of(3, "input").normal(6 * 3, 1);
    Parameters<Array> batch =
        owner.own(
            Parameters.of("input", backend.array(TensorType.float64(6, 3), input))
                .and("target", backend.array(TensorType.int32(6), 0, 1, 2, 1, 0, 0)));
    return new At(new Point<>(moved, start.state()), List.of(batch), step);
  }

  private Site site() {
    return Site.of(backend, Numerics.PRECISE, network);
  }

  @Test
  void endsOfTheSpectrumOfANetwork() {
    At situation = situation(0, 0);
    List<SymmetricEigenproblem.Pair> all =
        SymmetricEigenproblem.solve(Matrices.dense(backend, network, new Curvature(), situation));
    HessianEigenvalues probe =
        new HessianEigenvalues(new AtStart(), new Curvature(), 3, 2, 40, 1e-8);
    try (Instrument instrument = probe.prepare(site())) {
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
        new HessianTrace(new AtStart(), new Curvature(), new XTrace(12)).prepare(site())) {
      MeasuredTrace trace = (MeasuredTrace) instrument.measure(situation);
      double truth = all.stream().mapToDouble(SymmetricEigenproblem.Pair::value).sum();
      assertThat(trace.trace().value()).isCloseTo(truth, within(4 * trace.trace().standardError()));
    }
  }

  @Test
  void batchSharpnessIsTheMeanOfWhatEachBatchSees() {
    At at = situation(0, 0);
    Parameters<Array> other =
        Parameters.of("input", at.batch().get("input"))
            .and("target", owner.own(backend.array(TensorType.int32(6), 2, 2, 1, 0, 1, 0)));
    List<Double> each =
        List.of(at.batch(), other).stream()
            .map(
                batch -> {
                  try (ProbeSession session = new ProbeSession(new GradientCurvature(), site())) {
                    return value(session.measure(at.point(), batch), "hessian_gradient_curvature");
                  }
                })
            .toList();
    BatchSharpness probe = new BatchSharpness(new AtStart(), new Curvature(), 2);
    try (Instrument instrument = probe.prepare(site())) {
      Measurement found = instrument.measure(new At(at.point(), List.of(at.batch(), other), 0));
      double mean = (each.get(0) + each.get(1)) / 2;
      assertThat(each.get(0)).isNotCloseTo(each.get(1), within(1e-3));
      assertThat(value(found, "hessian_batch_sharpness")).isCloseTo(mean, TIGHT);
      assertThat(value(found, "hessian_batch_edge_ratio")).isCloseTo(mean / 2, TIGHT);
      assertThat(value(found, "hessian_batch_sharpness_error"))
          .isCloseTo(Math.abs(each.get(0) - each.get(1)) / 2, TIGHT);
    }
  }

  @Test
  void tracesOfBlocksOfABowl() {
    Measurement found = inBowl(new BlockTraces(new AtStart(), new Curvature(), 3), 1, 1);
    assertThat(value(found, "hessian_block_trace/x")).isCloseTo(A, TIGHT);
    assertThat(value(found, "hessian_block_trace/y")).isCloseTo(B, TIGHT);
    assertThat(value(found, "hessian_block_trace_error/x")).isCloseTo(0, TIGHT);
  }

  @Test
  void aMeasurementStartsFromTheLastOneAndFromItsMemoryAlike() {
    HessianEigenvalues probe =
        new HessianEigenvalues(new AtStart(), new Curvature(), 1, 0, 30, 1e-2);
    try (Instrument one = probe.prepare(site());
        Instrument other = probe.prepare(site())) {
      SpectrumEnds cold = (SpectrumEnds) one.measure(situation(0, 0));
      Parameters<Array> memory = one.memory();
      assertThat(memory.size()).isEqualTo(3 * network.parameters().size());
      other.recall(memory);
      SpectrumEnds warm = (SpectrumEnds) one.measure(situation(1, 1e-3));
      assertThat(warm.products()).isLessThanOrEqualTo(cold.products()).isLessThanOrEqualTo(5);
      assertThat(other.measure(situation(1, 1e-3))).isEqualTo(warm);
      one.recall(Parameters.none());
      assertThat(one.memory().size()).isZero();
      assertThat(one.measure(situation(0, 0))).isEqualTo(cold);
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
    Objective exact =
        new NetworkObjective(
            new MultilayerPerceptron(List.of(4), new Tanh(), Glorot.uniform())
                .network(
                    new NormalizationScheme(
                        new BatchNorm(
                            -1,
                            0,
                            new BatchNorm().running(),
                            new BatchNorm().trainingStatistics(),
                            new BatchNorm().affine())),
                    3),
            new SoftmaxCrossEntropy(LossReduction.MEAN),
            Shape.of(6, 3),
            DType.FLOAT64);
    At at = situation(0, 0);
    List<String> paths = List.copyOf(first.paths(exact));
    assertThat(paths).hasSize(1);
    String path = paths.get(0);
    Parameters<Array> parameters = at.point().parameters();
    double[] tripled = Arrays.stream(parameters.get(path).toDoubles()).map(x -> 3 * x).toArray();
    Array longer = owner.own(backend.array(parameters.get(path).type(), tripled));
    At scaled =
        new At(
            new Point<>(parameters.replacedBy(Parameters.of(path, longer)), at.point().state()),
            at.batches(),
            0);
    try (Instrument instrument = probe.prepare(Site.of(backend, Numerics.PRECISE, exact))) {
      SpectrumEnds one = (SpectrumEnds) instrument.measure(at);
      SpectrumEnds other = (SpectrumEnds) instrument.measure(scaled);
      assertThat(other.sharpness()).isCloseTo(one.sharpness() / 9, within(1e-9));
      assertThat(other.sphericalSharpness()).isCloseTo(one.sphericalSharpness(), within(1e-8));
    }
  }

  @Test
  void aNetworkThatIsNotFiniteHasNoCurvature() {
    At nowhere = situation(0, Double.NaN);
    List<Probe> probes =
        List.of(new HessianEigenvalues(), new HessianTrace(), new SpectralDensity());
    for (Probe probe : probes) {
      try (Instrument instrument = probe.prepare(site())) {
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
    At situation = situation(0, 0);
    HessianEigenvalues probe =
        new HessianEigenvalues(new AtStart(), new Curvature(), 2, 1, 20, 1e-12);
    try (Instrument instrument = probe.prepare(site())) {
      instrument.measure(situation);
      instrument.measure(situation);
      int open = backend.open();
      for (int i = 0; i < 60; i++) {
        instrument.measure(situation);
      }
      assertThat(backend.open()).isEqualTo(open);
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
    Measurement first = inBowl(Objects.requireNonNull(probes.get("first")), 2, 1);
    Measurement last = inBowl(Objects.requireNonNull(probes.get("last")), 2, 1);
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
  void namesAreThoseOfTheMatrix() {
    assertThat(new GradientCurvature(new AtStart(), new Curvature(new GaussNewton())).quantities())
        .extracting(quantity -> quantity.name())
        .containsExactly(
            "gauss_newton_gradient_curvature",
            "gauss_newton_gradient_edge_ratio",
            "stability_threshold");
    Quantities both =
        Quantities.of(
            List.of(
                new HessianEigenvalues(),
                new HessianEigenvalues(
                    new AtStart(), new Curvature(new EmpiricalFisher()), 1, 0, 30, 1e-2)));
    assertThat(both.of("empirical_fisher_largest_eigenvalue").orElseThrow().label())
        .isEqualTo("largest eigenvalue of the empirical Fisher matrix");
  }

  @Test
  void whatCannotBeMeasuredIsRefused() {
    assertThatThrownBy(() -> new HessianEigenvalues(new AtStart(), new Curvature(), 0, 0, 30, 1e-2))
        .hasMessageContaining("HessianEigenvalues: largest must be at least 1");
    assertThatThrownBy(() -> new TopEigenspaceShare(new AtStart(), new Curvature(), 10, 9, 1e-2))
        .hasMessageContaining("iterations must be at least one for each eigenvalue");
    assertThatThrownBy(
            () ->
                new BatchSharpness(
                    new AtStart(),
                    new Curvature(
                        new Hessian(),
                        List.of(Role.WEIGHT),
                        ".*",
                        Penalty.EXCLUDED,
                        Statistics.BATCH,
                        Examples.ALL),
                    4))
        .hasMessageEndingWith("To fix: set examples = batch.");
    assertThatThrownBy(
            () ->
                new HessianTrace(
                        new AtStart(), new Curvature(new EmpiricalFisher()), new Hutchinson())
                    .check(Site.of(backend, Numerics.PRECISE, new Bowl())))
        .hasMessageContaining("the output must have an axis of examples");
  }
}
