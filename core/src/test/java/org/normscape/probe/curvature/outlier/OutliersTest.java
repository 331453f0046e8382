package org.normscape.probe.curvature.outlier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
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
import org.normscape.nn.Dense;
import org.normscape.nn.Role;
import org.normscape.nn.Sequential;
import org.normscape.nn.Statistics;
import org.normscape.nn.loss.LossReduction;
import org.normscape.nn.loss.SoftmaxCrossEntropy;
import org.normscape.objective.NetworkObjective;
import org.normscape.objective.Objective;
import org.normscape.objective.Penalty;
import org.normscape.objective.Point;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;
import org.normscape.probe.Bowl;
import org.normscape.probe.Instrument;
import org.normscape.probe.Site;
import org.normscape.probe.curvature.Curvature;
import org.normscape.probe.curvature.Examples;
import org.normscape.probe.curvature.Hessian;
import org.normscape.probe.curvature.Matrices;
import org.normscape.probe.curvature.Matrices.At;
import org.normscape.probe.when.AtStart;
import org.normscape.reference.ReferenceBackend;

/**
 * Outliers and class means on softmax regression with separated classes, whose Hessian is known:
 * the examples of class c are {@code a_c e_c}, and the weights make the probability of the right
 * class {@code 1 − (K−1)ε}, of each other ε. Then {@code H = Σ a_c²/K e_c e_cᵀ ⊗ S_c} with {@code
 * S_c = diag p − ppᵀ}, which has the eigenvalues {@code Kε(1−(K−1)ε)}, along the gradient of the
 * class, {@code ε}, K−2 times, and 0.
 */
class OutliersTest {

  private static final int CLASSES = 4;
  private static final double[] SIZES = {1, 1.1, 1.2, 1.3};
  private static final double MARGIN = 3;
  private static final double EPSILON = 1 / (Math.exp(MARGIN) + CLASSES - 1);
  private static final double TOP = CLASSES * EPSILON * (1 - (CLASSES - 1) * EPSILON);
  private static final Offset<Double> TIGHT = within(1e-9);

  private final CountingBackend backend = new CountingBackend(new ReferenceBackend());
  private final Owner owner = new Owner();

  @AfterEach
  void close() {
    owner.close();
    assertThat(backend.open()).isZero();
    backend.close();
  }

  private static Objective regression(int examples) {
    return new NetworkObjective(
        new Sequential(Parameters.of("dense", Dense.of(CLASSES))),
        new SoftmaxCrossEntropy(LossReduction.MEAN),
        Shape.of(examples, CLASSES),
        DType.FLOAT64);
  }

  private static Curvature ofWeights(Examples examples) {
    return new Curvature(
        new Hessian(),
        List.of(Role.WEIGHT),
        ".*",
        Penalty.EXCLUDED,
        Statistics.BATCH_FROZEN_RUNNING,
        examples);
  }

  private Array array(TensorType type, double... values) {
    return owner.own(backend.array(type, values));
  }

  private Parameters<Array> batch(int... labels) {
    double[] input = new double[labels.length * CLASSES];
    for (int i = 0; i < labels.length; i++) {
      input[i * CLASSES + labels[i]] = SIZES[labels[i]];
    }
    return Parameters.of("input", array(TensorType.float64(labels.length, CLASSES), input))
        .and(
            "target",
            array(
                TensorType.int32(labels.length),
                Arrays.stream(labels).mapToDouble(label -> label).toArray()));
  }

  private Point<Array> point() {
    double[] weight = new double[CLASSES * CLASSES];
    for (int c = 0; c < CLASSES; c++) {
      weight[c * CLASSES + c] = MARGIN / SIZES[c];
    }
    return new Point<>(
        Parameters.of("dense.weight", array(TensorType.float64(CLASSES, CLASSES), weight))
            .and("dense.bias", array(TensorType.float64(CLASSES), new double[CLASSES])),
        Parameters.none());
  }

  private static double eigenvalue(int index) {
    double size = SIZES[CLASSES - index];
    return size * size / CLASSES * TOP;
  }

  private static double next() {
    double size = SIZES[CLASSES - 1];
    return size * size / CLASSES * EPSILON;
  }

  @Test
  void theSpectrumIsTheOneInTheDescription() {
    double[][] dense =
        Matrices.dense(
            backend,
            regression(CLASSES),
            ofWeights(Examples.BATCH),
            new At(point(), batch(0, 1, 2, 3)));
    List<SymmetricEigenproblem.Pair> pairs = SymmetricEigenproblem.solve(dense);
    for (int i = 0; i < CLASSES; i++) {
      assertThat(pairs.get(i).value()).isCloseTo(eigenvalue(i + 1), TIGHT);
    }
    assertThat(pairs.get(CLASSES).value()).isCloseTo(next(), TIGHT);
  }

  @Test
  void asManyOutliersAsClassesStandAboveTheBulk() {
    SpectrumOutliers probe =
        new SpectrumOutliers(new AtStart(), ofWeights(Examples.BATCH), 8, 16, 1e-3, 2000);
    Site site = Site.of(backend, Numerics.PRECISE, regression(CLASSES));
    try (Instrument instrument = probe.prepare(site)) {
      MeasuredOutliers found =
          (MeasuredOutliers) instrument.measure(new At(point(), batch(0, 1, 2, 3)));
      assertThat(found.edge().outliers()).isEqualTo(CLASSES);
      assertThat(found.edge().edge()).isCloseTo(next(), TIGHT);
      assertThat(found.edge().ratio()).isCloseTo(eigenvalue(CLASSES) / next(), within(1e-6));
      double sum = 0;
      double squares = 0;
      for (double size : SIZES) {
        double bulk = size * size / CLASSES * EPSILON;
        sum += (CLASSES - 2) * bulk;
        squares += (CLASSES - 2) * bulk * bulk;
      }
      int rows = CLASSES * CLASSES - CLASSES;
      assertThat(found.mean()).isCloseTo(sum / rows, within(0.02 * sum / rows));
      double deviation = Math.sqrt(squares / rows - sum / rows * sum / rows);
      assertThat(found.deviation()).isCloseTo(deviation, within(0.03 * deviation));
    }
  }

  @Test
  void theEdgeIsBehindTheLargestRatio() {
    assertThat(BulkEdge.of(List.of(9.0, 8.0, 2.0, 1.9), 1e-2)).isEqualTo(new BulkEdge(2, 4, 2));
    assertThat(BulkEdge.of(List.of(8.0, 4.0, 2.0), 1e-2)).isEqualTo(new BulkEdge(1, 2, 4));
    assertThat(BulkEdge.of(List.of(8.0, 7.0, 1e-17, -3.0), 1e-2))
        .isEqualTo(new BulkEdge(2, 7 / 0.08, 1e-17));
    assertThat(BulkEdge.of(List.of(-1.0, -2.0), 1e-2).outliers()).isZero();
    assertThat(BulkEdge.of(List.of(Double.NaN, Double.NaN), 1e-2).ratio()).isNaN();
  }

  @Test
  void theTopEigenspaceIsSpannedByTheMeanGradientsOfTheClasses() {
    MeasuredClassMeans found =
        classMeans(regression(CLASSES), Examples.BATCH, new At(point(), batch(0, 1, 2, 3)));
    assertThat(found.dimension()).isEqualTo(CLASSES);
    assertThat(found.cosines()).hasSize(CLASSES).allSatisfy(x -> assertThat(x).isCloseTo(1, TIGHT));
    assertThat(found.share()).isCloseTo(1, TIGHT);
    assertThat(found.energy()).isCloseTo(1, TIGHT);
    assertThat(found.rest()).isCloseTo(next(), TIGHT);
  }

  /** Two batches that have two classes each say the same as one that has all. */
  @Test
  void overAllExamplesEachClassIsFoundInItsBatches() {
    MeasuredClassMeans found =
        classMeans(
            regression(2), Examples.ALL, new At(point(), List.of(batch(0, 2), batch(1, 3)), 0));
    assertThat(found.dimension()).isEqualTo(CLASSES);
    assertThat(found.share()).isCloseTo(1, TIGHT);
    assertThat(found.rest()).isCloseTo(next(), TIGHT);
  }

  /** The batch of the step has two of the classes, the fresh one all. */
  @Test
  void onAFreshBatchTheClassesAreThoseOfThatBatch() {
    At at = new At(point(), List.of(batch(0, 2, 0, 2), batch(0, 1, 2, 3)), 1);
    MeasuredClassMeans found = classMeans(regression(CLASSES), Examples.FRESH, at);
    assertThat(found.dimension()).isEqualTo(CLASSES);
    assertThat(found.rest()).isCloseTo(next(), TIGHT);
  }

  /** A batch without the class of the third largest eigenvalue leaves it outside. */
  @Test
  void aClassWithoutExamplesSpansNothing() {
    MeasuredClassMeans found =
        classMeans(regression(3), Examples.BATCH, new At(point(), batch(0, 2, 3)));
    assertThat(found.dimension()).isEqualTo(3);
    assertThat(found.cosines()).hasSize(3).allSatisfy(x -> assertThat(x).isCloseTo(1, TIGHT));
    assertThat(found.share()).isCloseTo(0.75, TIGHT);
  }

  private MeasuredClassMeans classMeans(Objective objective, Examples examples, At at) {
    ClassMeans probe = new ClassMeans(new AtStart(), ofWeights(examples), 16, 1e-9);
    try (Instrument instrument = probe.prepare(Site.of(backend, Numerics.PRECISE, objective))) {
      return (MeasuredClassMeans) instrument.measure(at);
    }
  }

  @Test
  void aLossWithoutClassesIsRefused() {
    Site site = Site.of(backend, Numerics.PRECISE, new Bowl());
    assertThatThrownBy(() -> new ClassMeans().check(site))
        .hasMessageStartingWith(
            "ClassMeans: of must be a matrix of a loss of examples that each have the label of a class");
    Site four = Site.of(backend, Numerics.PRECISE, regression(4));
    assertThatThrownBy(() -> new ClassMeans(new AtStart(), new Curvature(), 3, 1e-2).check(four))
        .hasMessageContaining("iterations must be at least one for each of the 4 classes");
    assertThatThrownBy(() -> new SpectrumOutliers(new AtStart(), new Curvature(), 1, 9, 1e-2, 1))
        .hasMessageContaining("largest must be at least 2");
  }
}
