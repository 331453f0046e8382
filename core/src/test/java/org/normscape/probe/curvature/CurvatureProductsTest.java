package org.normscape.probe.curvature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.normscape.backend.Array;
import org.normscape.backend.Numerics;
import org.normscape.check.CountingBackend;
import org.normscape.contract.FiniteDifferences;
import org.normscape.contract.cases.HeldScale;
import org.normscape.contract.cases.NoisyScale;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.ir.TensorType;
import org.normscape.linalg.eigen.SymmetricEigenproblem;
import org.normscape.model.MultilayerPerceptron;
import org.normscape.nn.Dense;
import org.normscape.nn.Layer;
import org.normscape.nn.Role;
import org.normscape.nn.Sequential;
import org.normscape.nn.Statistics;
import org.normscape.nn.activation.Tanh;
import org.normscape.nn.initialization.Glorot;
import org.normscape.nn.loss.Loss;
import org.normscape.nn.loss.LossReduction;
import org.normscape.nn.loss.SoftmaxCrossEntropy;
import org.normscape.nn.loss.SquaredError;
import org.normscape.norm.BatchNorm;
import org.normscape.norm.None;
import org.normscape.norm.Normalization;
import org.normscape.norm.NormalizationScheme;
import org.normscape.objective.FrozenInputs;
import org.normscape.objective.NetworkObjective;
import org.normscape.objective.Objective;
import org.normscape.objective.Penalty;
import org.normscape.objective.Point;
import org.normscape.objective.Variants;
import org.normscape.optim.WeightDecay;
import org.normscape.params.NamedExecutable;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;
import org.normscape.probe.curvature.Matrices.At;
import org.normscape.random.RandomStream;
import org.normscape.reference.ReferenceBackend;

/** Matrices of small networks, written out by columns, against closed forms and differences. */
class CurvatureProductsTest {

  private static final int EXAMPLES = 6;
  private static final int FEATURES = 3;
  private static final Offset<Double> TIGHT = within(1e-12);

  private final CountingBackend backend = new CountingBackend(new ReferenceBackend());
  private final Owner owner = new Owner();
  private final double[] input = RandomStream.of(3, "input").normal(EXAMPLES * FEATURES, 1);

  @AfterEach
  void close() {
    owner.close();
    assertThat(backend.open()).isZero();
    backend.close();
  }

  private static Objective objective(Layer network, Loss loss) {
    return new NetworkObjective(network, loss, Shape.of(EXAMPLES, FEATURES), DType.FLOAT64);
  }

  private static Objective perceptron(Normalization normalization, Loss loss) {
    return objective(
        new MultilayerPerceptron(List.of(4), new Tanh(), Glorot.uniform())
            .network(new NormalizationScheme(normalization), 3),
        loss);
  }

  private static Loss crossEntropy() {
    return new SoftmaxCrossEntropy(LossReduction.MEAN);
  }

  private Parameters<Array> labelled() {
    return owner.own(
        Parameters.of("input", backend.array(TensorType.float64(EXAMPLES, FEATURES), input))
            .and("target", backend.array(TensorType.int32(EXAMPLES), 0, 1, 2, 1, 0, 0)));
  }

  private Point<Array> start(Objective objective) {
    return owner.own(objective.initialPoint(backend, 5));
  }

  private double[][] dense(Objective objective, Curvature of, Parameters<Array> batch) {
    return Matrices.dense(backend, objective, of, new At(start(objective), batch));
  }

  private static void checkEqual(double[][] found, double[][] expected, Offset<Double> tolerance) {
    assertThat(found.length).isEqualTo(expected.length);
    for (int i = 0; i < found.length; i++) {
      assertThat(found[i]).containsExactly(expected[i], tolerance);
    }
  }

  private static void checkSymmetric(double[][] rows) {
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < i; j++) {
        assertThat(rows[i][j]).isCloseTo(rows[j][i], TIGHT);
      }
    }
    assertThat(Arrays.stream(rows).flatMapToDouble(Arrays::stream).map(Math::abs).max().orElse(0))
        .isGreaterThan(1e-3);
  }

  /** The Hessian by differences of gradients. */
  private double[][] differences(
      Objective objective, Parameters<Array> batch, Statistics statistics) {
    Point<Array> point = start(objective);
    List<double[]> at = point.parameters().values().stream().map(Array::toDoubles).toList();
    int n = at.stream().mapToInt(x -> x.length).sum();
    double[][] rows = new double[n][];
    try (NamedExecutable gradient =
        objective.lossAndGradient(statistics).compile(backend, Numerics.PRECISE)) {
      for (int i = 0; i < n; i++) {
        int moved = i;
        rows[i] =
            FiniteDifferences.of(
                1e-3, t -> gradient(gradient, objective, batch, point, at, moved, t));
      }
    }
    return rows;
  }

  private double[] gradient(
      NamedExecutable program,
      Objective objective,
      Parameters<Array> batch,
      Point<Array> point,
      List<double[]> at,
      int moved,
      double t) {
    try (Owner step = new Owner()) {
      int[] next = {0};
      List<Array> there =
          at.stream()
              .map(
                  values -> {
                    double[] shifted = values.clone();
                    int local = moved - next[0];
                    if (local >= 0 && local < shifted.length) {
                      shifted[local] += t;
                    }
                    int part = at.indexOf(values);
                    next[0] += values.length;
                    return step.own(
                        backend.array(objective.types().parameters().values().get(part), shifted));
                  })
              .toList();
      Point<Array> shifted = new Point<>(Parameters.like(point.parameters(), there), point.state());
      return program.run(shifted.with(batch), step).under("gradient").values().stream()
          .flatMapToDouble(array -> Arrays.stream(array.toDoubles()))
          .toArray();
    }
  }

  /** The mean squared error of {@code Wx + b} has the Hessian {@code 2 XᵀX / n}. */
  @Test
  void theHessianOfALinearRegressionIsThatOfItsInputs() {
    Objective objective = objective(Sequential.of(Dense.of(1)), new SquaredError());
    Parameters<Array> batch =
        owner.own(objective.batch().map(type -> backend.array(type, values(type))));
    int n = FEATURES + 1;
    double[][] expected = new double[n][n];
    List<String> paths = objective.parameters().paths();
    assertThat(paths).containsExactly("0.weight", "0.bias");
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        for (int e = 0; e < EXAMPLES; e++) {
          expected[i][j] += 2 * feature(e, i) * feature(e, j) / EXAMPLES;
        }
      }
    }
    checkEqual(dense(objective, new Curvature(), batch), expected, TIGHT);
    checkEqual(dense(objective, new Curvature(new GaussNewton()), batch), expected, TIGHT);
  }

  private double[] values(TensorType type) {
    return Arrays.copyOf(input, type.shape().size());
  }

  /** The input, with a 1 behind it for the bias. */
  private double feature(int example, int i) {
    return i == FEATURES ? 1 : input[example * FEATURES + i];
  }

  /** {@code Σ (diag p − p pᵀ) ⊗ x xᵀ / n}; the model is linear, so that of Gauss-Newton too. */
  @Test
  void theHessianOfALogisticRegressionIsThatOfItsProbabilities() {
    int classes = 3;
    Objective objective = objective(Sequential.of(Dense.of(classes)), crossEntropy());
    Point<Array> point = start(objective);
    double[] w = point.parameters().get("0.weight").toDoubles();
    double[] b = point.parameters().get("0.bias").toDoubles();
    int n = (FEATURES + 1) * classes;
    double[][] expected = new double[n][n];
    for (int e = 0; e < EXAMPLES; e++) {
      double[] p = probabilities(e, w, b, classes);
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          int ci = i % classes;
          int cj = j % classes;
          double middle = (ci == cj ? p[ci] : 0) - p[ci] * p[cj];
          expected[i][j] += middle * feature(e, i / classes) * feature(e, j / classes) / EXAMPLES;
        }
      }
    }
    checkEqual(dense(objective, new Curvature(), labelled()), expected, TIGHT);
    checkEqual(dense(objective, new Curvature(new GaussNewton()), labelled()), expected, TIGHT);
  }

  private double[] probabilities(int example, double[] w, double[] b, int classes) {
    double[] p = b.clone();
    double sum = 0;
    for (int c = 0; c < classes; c++) {
      for (int i = 0; i < FEATURES; i++) {
        p[c] += input[example * FEATURES + i] * w[i * classes + c];
      }
      p[c] = Math.exp(p[c]);
      sum += p[c];
    }
    for (int c = 0; c < classes; c++) {
      p[c] /= sum;
    }
    return p;
  }

  @ParameterizedTest
  @ValueSource(strings = {"BATCH_FROZEN_RUNNING", "BATCH", "RUNNING"})
  void theHessianThroughBatchNormIsThatOfDifferences(Statistics statistics) {
    Objective objective = perceptron(new BatchNorm(), crossEntropy());
    double[][] found =
        dense(
            objective,
            new Curvature(
                new Hessian(),
                new Curvature().parameters(),
                ".*",
                Penalty.EXCLUDED,
                statistics,
                Examples.BATCH),
            labelled());
    checkEqual(found, differences(objective, labelled(), statistics), within(1e-8));
    checkSymmetric(found);
  }

  @Test
  void gaussNewtonIsPositiveAndNotTheHessianOfANetwork() {
    Objective objective = perceptron(new BatchNorm(), crossEntropy());
    double[][] found = dense(objective, new Curvature(new GaussNewton()), labelled());
    checkSymmetric(found);
    double[][] hessian = dense(objective, new Curvature(), labelled());
    assertThat(SymmetricEigenproblem.solve(found))
        .allSatisfy(pair -> assertThat(pair.value()).isGreaterThan(-1e-12));
    assertThat(SymmetricEigenproblem.solve(hessian).get(hessian.length - 1).value())
        .isLessThan(-1e-3);
  }

  /** {@code (1/n) Σ ∇ℓ_i ∇ℓ_iᵀ}, with the gradients of batches of one example each. */
  @Test
  void theEmpiricalFisherIsThatOfTheGradientsOfItsExamples() {
    Objective objective = perceptron(new None(), crossEntropy());
    double[][] found = dense(objective, new Curvature(new EmpiricalFisher()), labelled());
    int n = found.length;
    double[][] expected = new double[n][n];
    int[] labels = {0, 1, 2, 1, 0, 0};
    Objective one =
        new NetworkObjective(
            ((NetworkObjective) objective).network(),
            crossEntropy(),
            Shape.of(1, FEATURES),
            DType.FLOAT64);
    try (NamedExecutable gradient =
        one.lossAndGradient(Statistics.BATCH_FROZEN_RUNNING).compile(backend, Numerics.PRECISE)) {
      for (int e = 0; e < EXAMPLES; e++) {
        double[] x = Arrays.copyOfRange(input, e * FEATURES, (e + 1) * FEATURES);
        Parameters<Array> example =
            owner.own(
                Parameters.of("input", backend.array(TensorType.float64(1, FEATURES), x))
                    .and("target", backend.array(TensorType.int32(1), labels[e])));
        double[] g =
            gradient.run(start(objective).with(example), owner).under("gradient").values().stream()
                .flatMapToDouble(array -> Arrays.stream(array.toDoubles()))
                .toArray();
        for (int i = 0; i < n; i++) {
          for (int j = 0; j < n; j++) {
            expected[i][j] += g[i] * g[j] / EXAMPLES;
          }
        }
      }
    }
    checkEqual(found, expected, TIGHT);
  }

  @Test
  void rolesAndLayersChooseRowsAndColumns() {
    Objective objective = perceptron(new BatchNorm(), crossEntropy());
    double[][] all = dense(objective, new Curvature(), labelled());
    List<String> paths = objective.parameters().paths();
    int from = 0;
    for (String path : paths.subList(0, paths.indexOf("norm1.scale"))) {
      from += objective.parameters().get(path).shape().size();
    }
    double[][] expected = new double[4][];
    for (int i = 0; i < 4; i++) {
      expected[i] = Arrays.copyOfRange(all[from + i], from, from + 4);
    }
    checkEqual(dense(objective, chosen(List.of(Role.SCALE), ".*"), labelled()), expected, TIGHT);
    checkEqual(
        dense(objective, chosen(List.of(Role.SCALE, Role.WEIGHT), "norm1"), labelled()),
        expected,
        TIGHT);
    checkEqual(
        dense(objective, chosen(new Curvature().parameters(), "norm1.sc.*"), labelled()),
        expected,
        TIGHT);
    assertThatThrownBy(() -> dense(objective, chosen(List.of(Role.BIAS), "norm1"), labelled()))
        .hasMessageContaining(
            "Curvature: layers must match the path of a layer or of one of the parameters dense1.bias, dense2.bias, but it is norm1");
    assertThatThrownBy(() -> dense(objective, chosen(List.of(Role.STATISTIC), ".*"), labelled()))
        .hasMessageContaining("Curvature: parameters must name a role that the network has");
    assertThatThrownBy(() -> chosen(List.of(), ".*")).hasMessageContaining("must name a role");
    assertThatThrownBy(() -> chosen(List.of(Role.BIAS), "(")).hasMessageContaining("layers");
  }

  private static Curvature chosen(List<Role> roles, String layers) {
    return new Curvature(
        new Hessian(),
        roles,
        layers,
        Penalty.EXCLUDED,
        Statistics.BATCH_FROZEN_RUNNING,
        Examples.BATCH);
  }

  /** What is held constant under differentiation is so the second time, too. */
  @Test
  void heldAndDrawnValuesLeaveItSymmetric() {
    Layer network =
        Sequential.of(Dense.of(4), new HeldScale(), new NoisyScale(0.5), new Tanh(), Dense.of(3));
    Objective objective = objective(network, crossEntropy());
    Parameters<Array> batch = labelled().and(owner.own(objective.drawNoise(backend, 1, 0)));
    double[][] found = dense(objective, new Curvature(), batch);
    checkSymmetric(found);
    FrozenInputs held = new FrozenInputs(objective);
    try (NamedExecutable values =
        held.values(Statistics.BATCH).compile(backend, Numerics.PRECISE)) {
      Parameters<Array> frozen = values.run(start(objective).with(batch), owner);
      Parameters<Array> all = batch.and(frozen);
      checkEqual(found, differences(held, all, Statistics.BATCH), within(1e-7));
    }
  }

  @Test
  void allExamplesAreTheMeanOfTheirBatches() {
    Objective objective = perceptron(new BatchNorm(), crossEntropy());
    Parameters<Array> one = labelled();
    Parameters<Array> other =
        Parameters.of("input", one.get("input"))
            .and("target", owner.own(backend.array(TensorType.int32(EXAMPLES), 2, 2, 1, 0, 1, 0)));
    double[][] first = dense(objective, new Curvature(), one);
    double[][] second = dense(objective, new Curvature(), other);
    Curvature of =
        new Curvature(
            new Hessian(),
            new Curvature().parameters(),
            ".*",
            Penalty.EXCLUDED,
            Statistics.BATCH_FROZEN_RUNNING,
            Examples.ALL);
    double[][] both =
        Matrices.dense(backend, objective, of, new At(start(objective), List.of(one, other), 0));
    for (int i = 0; i < both.length; i++) {
      for (int j = 0; j < both.length; j++) {
        assertThat(both[i][j]).isCloseTo((first[i][j] + second[i][j]) / 2, TIGHT);
      }
    }
  }

  @Test
  void thePenaltyIsOnItsDiagonal() {
    Objective objective = perceptron(new None(), crossEntropy());
    Objective decayed = Variants.of(objective, new WeightDecay(0.25)).trained();
    double[][] bare = dense(objective, chosen(List.of(Role.WEIGHT), ".*"), labelled());
    Curvature with =
        new Curvature(
            new Hessian(),
            List.of(Role.WEIGHT),
            ".*",
            Penalty.INCLUDED,
            Statistics.BATCH_FROZEN_RUNNING,
            Examples.BATCH);
    double[][] found = Matrices.dense(backend, decayed, with, new At(start(objective), labelled()));
    for (int i = 0; i < bare.length; i++) {
      bare[i][i] += 0.25;
    }
    checkEqual(found, bare, TIGHT);
  }
}
