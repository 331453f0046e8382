package org.normscape.probe.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.Backends;
import org.normscape.backend.Numerics;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.linalg.VectorSpace;
import org.normscape.model.MultilayerPerceptron;
import org.normscape.nn.Bias;
import org.normscape.nn.Dense;
import org.normscape.nn.Layer;
import org.normscape.nn.Residual;
import org.normscape.nn.Sequential;
import org.normscape.nn.Statistics;
import org.normscape.nn.activation.Tanh;
import org.normscape.nn.initialization.Glorot;
import org.normscape.nn.loss.LossReduction;
import org.normscape.nn.loss.SoftmaxCrossEntropy;
import org.normscape.norm.None;
import org.normscape.norm.NormalizationScheme;
import org.normscape.objective.Finder;
import org.normscape.objective.Need;
import org.normscape.objective.Needs;
import org.normscape.objective.NetworkObjective;
import org.normscape.objective.Objective;
import org.normscape.objective.Penalty;
import org.normscape.objective.Point;
import org.normscape.objective.Variants;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;
import org.normscape.probe.PlainNetwork;
import org.normscape.probe.ProbeSession;
import org.normscape.probe.ProbedBatch;
import org.normscape.probe.ProbedLoss;
import org.normscape.probe.Reading;
import org.normscape.probe.Site;
import org.normscape.probe.Trial;
import org.normscape.probe.when.AtStart;
import org.normscape.random.RandomStream;

class SignalTest {

  private static final Offset<Double> TIGHT = within(1e-12);

  @Test
  void orthogonalVectorsHaveNoGapAndFullRank() {
    InnerProducts found = InnerProducts.of(new double[] {2, 0, 0, 0, 2, 0, 0, 0, 2});
    assertThat(found.orthogonalityGap()).isCloseTo(0, TIGHT);
    assertThat(found.rank(0.01)).isEqualTo(3);
    assertThat(found.effectiveRank()).isCloseTo(3, TIGHT);
    assertThat(found.meanCosine()).isCloseTo(0, TIGHT);
    assertThat(found.agreement()).isCloseTo(1 / 3.0, TIGHT);
  }

  @Test
  void oneVectorThriceHasTheLargestGapAndRankOne() {
    InnerProducts found = InnerProducts.of(new double[] {5, 5, 5, 5, 5, 5, 5, 5, 5});
    assertThat(found.orthogonalityGap()).isCloseTo(Math.sqrt(1 - 1 / 3.0), TIGHT);
    assertThat(found.rank(0.01)).isEqualTo(1);
    assertThat(found.effectiveRank()).isCloseTo(1, TIGHT);
    assertThat(found.meanCosine()).isCloseTo(1, TIGHT);
    assertThat(found.smallestCosine()).isCloseTo(1, TIGHT);
    assertThat(found.agreement()).isCloseTo(1, TIGHT);
  }

  @Test
  void theRankCountsSingularValuesAndNotTheirSquares() {
    InnerProducts found = InnerProducts.of(new double[] {1, 0, 0, 4e-4});
    assertThat(found.rank(0.01)).isEqualTo(2);
    assertThat(found.rank(0.03)).isEqualTo(1);
  }

  @Test
  void innerProductsOfActivationsAreThoseOfPlainJava() {
    try (Trial trial = PlainNetwork.trial(6)) {
      MeasuredRepresentations found =
          (MeasuredRepresentations)
              trial.measure(
                  new Representations(
                      new AtStart(), "dense1", Statistics.BATCH, 1e-2, ProbedBatch.STEP));
      double[] hidden = hidden(PlainNetwork.point(6));
      double[] products = new double[25];
      for (int n = 0; n < 5; n++) {
        for (int m = 0; m < 5; m++) {
          for (int j = 0; j < 4; j++) {
            products[n * 5 + m] += hidden[n * 4 + j] * hidden[m * 4 + j];
          }
        }
      }
      InnerProducts expected = InnerProducts.of(products);
      InnerProducts measured = found.activations().get("dense1");
      assertThat(measured.orthogonalityGap()).isCloseTo(expected.orthogonalityGap(), TIGHT);
      assertThat(measured.effectiveRank()).isCloseTo(expected.effectiveRank(), within(1e-10));
      assertThat(measured.meanCosine()).isCloseTo(expected.meanCosine(), TIGHT);
      assertThat(measured.rank(1e-6)).isEqualTo(4);
    }
  }

  private static double[] hidden(Parameters<double[]> at) {
    double[] x = PlainNetwork.batch().get("input");
    double[] weight = at.get("dense1.weight");
    double[] bias = at.get("dense1.bias");
    return IntStream.range(0, 20)
        .mapToDouble(
            i ->
                bias[i % 4]
                    + IntStream.range(0, 3)
                        .mapToDouble(k -> x[i / 4 * 3 + k] * weight[k * 4 + i % 4])
                        .sum())
        .toArray();
  }

  @Test
  void theGradientsOfAllExamplesHaveTheMeanThatDifferencesGive() {
    try (Trial trial = PlainNetwork.trial(6)) {
      MeasuredGradients found =
          (MeasuredGradients)
              trial.measure(new ExampleGradients(new AtStart(), 5, 0, new ProbedLoss()));
      double norm = PlainNetwork.norm(PlainNetwork.gradient(PlainNetwork.point(6)));
      assertThat(found.gradients().agreement() * found.gradients().meanSquare())
          .isCloseTo(norm * norm, within(1e-8));
      assertThat(found.readings()).hasSize(7);
    }
  }

  /** Each gradient is that of the same network on a batch of one. */
  @Test
  void theGradientOfAnExampleIsThatOfABatchOfOne() {
    Objective one =
        new NetworkObjective(
            new MultilayerPerceptron(List.of(4), new Tanh(), Glorot.uniform())
                .network(new NormalizationScheme(new None()), 3),
            new SoftmaxCrossEntropy(LossReduction.MEAN),
            Shape.of(1, 3),
            DType.FLOAT64);
    Need need = new Need(Statistics.BATCH, Penalty.INCLUDED, Set.of(Need.Part.GRADIENT));
    double[] products = new double[9];
    try (Backend backend = Backends.open("reference");
        Owner owner = new Owner();
        Finder finder =
            Needs.of(Variants.of(one), List.of(need)).compile(backend, Numerics.PRECISE);
        VectorSpace space = new VectorSpace(backend, Numerics.PRECISE, one.types().parameters())) {
      Parameters<Array> point =
          owner.own(one.types().parameters().zip(PlainNetwork.point(6), backend::array));
      List<Parameters<Array>> gradients = new ArrayList<>();
      for (int n = 0; n < 3; n++) {
        int example = n;
        Parameters<Array> batch =
            owner.own(
                one.batch()
                    .zip(
                        PlainNetwork.batch(),
                        (type, values) -> {
                          int size = type.shape().size();
                          return backend.array(
                              type,
                              Arrays.copyOfRange(values, example * size, (example + 1) * size));
                        }));
        gradients.add(
            finder.find(new Point<>(point, Parameters.none()), batch, owner).of(need).gradient());
      }
      for (int i = 0; i < 9; i++) {
        products[i] = space.dot(gradients.get(i / 3), gradients.get(i % 3));
      }
    }
    InnerProducts expected = InnerProducts.of(products);
    try (Trial trial = PlainNetwork.trial(6)) {
      InnerProducts found =
          ((MeasuredGradients)
                  trial.measure(new ExampleGradients(new AtStart(), 3, 0, new ProbedLoss())))
              .gradients();
      assertThat(found.meanSquare()).isCloseTo(expected.meanSquare(), TIGHT);
      assertThat(found.meanCosine()).isCloseTo(expected.meanCosine(), TIGHT);
      assertThat(found.smallestCosine()).isCloseTo(expected.smallestCosine(), TIGHT);
    }
  }

  /** Of five numbers, every batch of two is looked at. */
  @Test
  void theVarianceOfABatchIsThatOfAllBatches() {
    double[] numbers = RandomStream.of(9, "numbers").normal(5, 1);
    double mean = Arrays.stream(numbers).average().orElseThrow();
    double without = 0;
    double with = 0;
    for (int i = 0; i < 5; i++) {
      for (int j = 0; j < 5; j++) {
        double apart = (numbers[i] + numbers[j]) / 2 - mean;
        with += apart * apart / 25;
        without += i == j ? 0 : apart * apart / 20;
      }
    }
    double[] products = new double[25];
    for (int i = 0; i < 25; i++) {
      products[i] = numbers[i / 5] * numbers[i % 5];
    }
    InnerProducts all = InnerProducts.of(products);
    // The five are all there is: their variance needs no correction.
    double corrected = 4 / 5.0;
    assertThat(new MeasuredGradients(all, 2, 0, 1).batchVariance() * corrected)
        .isCloseTo(with, TIGHT);
    assertThat(new MeasuredGradients(all, 2, 5, 1).batchVariance() * corrected)
        .isCloseTo(without, TIGHT);
  }

  @Test
  void moreExamplesThanABatchHasAreRefused() {
    try (Trial trial = PlainNetwork.trial(6)) {
      assertThatThrownBy(
              () -> trial.measure(new ExampleGradients(new AtStart(), 6, 0, new ProbedLoss())))
          .hasMessageContaining("examples must be at most 5, those of a batch, but it is 6");
      assertThatThrownBy(() -> trial.measure(new BranchVariance()))
          .hasMessage(
              "BranchVariance: layers must be among those of a network with residual blocks, but it is used where there is none. To fix: use a model with residual blocks, or leave the probe out of this cell.");
    }
  }

  @Test
  void variancesOfABlockAreThoseOfItsParts() {
    Objective objective =
        new NetworkObjective(
            new Sequential(
                Parameters.<Layer>of(
                        "block",
                        Residual.of(
                            new Sequential(
                                Parameters.<Layer>of(
                                    "dense", new Dense(3, Bias.WITH, Glorot.uniform())))))
                    .and("last", Dense.of(3))),
            new SoftmaxCrossEntropy(LossReduction.MEAN),
            Shape.of(5, 3),
            DType.FLOAT64);
    try (Backend backend = Backends.open("reference");
        Owner owner = new Owner();
        ProbeSession session =
            new ProbeSession(new BranchVariance(), Site.of(backend, Numerics.PRECISE, objective))) {
      Point<Array> point = owner.own(objective.initialPoint(backend, 3));
      Parameters<Array> batch =
          owner.own(objective.batch().zip(PlainNetwork.batch(), backend::array));
      MeasuredBranches found = (MeasuredBranches) session.measure(point, batch);
      assertThat(found.blocks().paths()).containsExactly("block");
      double[] x = PlainNetwork.batch().get("input");
      double[] weight = point.parameters().get("block.dense.weight").toDoubles();
      double[] branch = new double[15];
      for (int i = 0; i < 15; i++) {
        for (int k = 0; k < 3; k++) {
          branch[i] += x[i / 3 * 3 + k] * weight[k * 3 + i % 3];
        }
      }
      assertThat(found.blocks().get("block").skip()).isCloseTo(variance(x), TIGHT);
      assertThat(found.blocks().get("block").branch()).isCloseTo(variance(branch), TIGHT);
      assertThat(found.readings())
          .extracting(Reading::metric)
          .containsExactly(
              "branch_variance/block", "skip_variance/block", "branch_variance_ratio/block");
    }
  }

  private static double variance(double[] values) {
    double variance = 0;
    for (int c = 0; c < 3; c++) {
      double mean = 0;
      for (int n = 0; n < 5; n++) {
        mean += values[n * 3 + c] / 5;
      }
      for (int n = 0; n < 5; n++) {
        variance += (values[n * 3 + c] - mean) * (values[n * 3 + c] - mean) / 15;
      }
    }
    return variance;
  }
}
