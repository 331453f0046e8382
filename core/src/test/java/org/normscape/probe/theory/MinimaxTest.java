package org.normscape.probe.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.normscape.probe.theory.PlainBatchNorm.EXAMPLES;
import static org.normscape.probe.theory.PlainBatchNorm.UNITS;
import static org.normscape.probe.theory.PlainBatchNorm.dot;
import static org.normscape.probe.theory.PlainBatchNorm.gradient;
import static org.normscape.probe.theory.PlainBatchNorm.only;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.ir.Stride;
import org.normscape.linalg.eigen.SingularValues;
import org.normscape.nn.Bias;
import org.normscape.nn.Conv2d;
import org.normscape.nn.Dense;
import org.normscape.nn.Flatten;
import org.normscape.nn.Layer;
import org.normscape.nn.PaddingPolicy;
import org.normscape.nn.Sequential;
import org.normscape.nn.initialization.Glorot;
import org.normscape.nn.loss.LossReduction;
import org.normscape.nn.loss.SoftmaxCrossEntropy;
import org.normscape.norm.BatchNorm;
import org.normscape.objective.NetworkObjective;
import org.normscape.optim.Descent;
import org.normscape.optim.Sgd;
import org.normscape.params.Parameters;
import org.normscape.probe.PlainNetwork;
import org.normscape.probe.ProbedBatch;
import org.normscape.probe.Trial;
import org.normscape.probe.activation.Detail;
import org.normscape.probe.when.AtStart;
import org.normscape.random.RandomStream;

/** Theorem 4.4 on a small network in plain Java, and on a convolution by its patches. */
class MinimaxTest {

  private static final int INPUTS = 3;

  private static Minimax.Layer measured(PlainBatchNorm network) {
    try (Trial trial = network.trial()) {
      Minimax found =
          (Minimax)
              trial.measure(
                  new MinimaxTheorem(
                      new AtStart(), "norm1", 200, Detail.EVERY_CHANNEL, ProbedBatch.STEP));
      assertThat(found.readings()).hasSize(9 + 3 * UNITS);
      return found.layers().get("norm1");
    }
  }

  private static double[][] inputs() {
    double[] x = PlainNetwork.batch().get("input");
    double[][] rows = new double[EXAMPLES][INPUTS];
    for (int n = 0; n < EXAMPLES; n++) {
      System.arraycopy(x, n * INPUTS, rows[n], 0, INPUTS);
    }
    return rows;
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1})
  void everyTermIsThatOfPlainJava(double epsilon) {
    PlainBatchNorm network = new PlainBatchNorm(epsilon);
    double[] y = network.input();
    double[] u = gradient(network::loss, y);
    double[] g = gradient(network::lossBehind, network.normalize(y));
    double norm = SingularValues.of(inputs()).get(0);
    Minimax.Layer found = measured(network);
    assertThat(Math.sqrt(found.square())).isCloseTo(norm, within(1e-9));
    for (int unit = 0; unit < UNITS; unit++) {
      Minimax.Channel channel = found.channels().get(unit);
      double[] uj = only(u, unit);
      double[] gj = only(g, unit);
      double s = network.deviation(y, unit);
      double scale = network.scale(unit) * network.scale(unit) / (s * s);
      double sum = 0;
      double correlation = 0;
      for (int i = unit; i < y.length; i += UNITS) {
        sum += g[i];
        correlation += g[i] * (y[i] - network.mean(y, unit)) / s;
      }
      double lambda = norm * norm;
      assertThat(channel.left()).isCloseTo(lambda * dot(uj, uj), within(1e-7));
      assertThat(channel.first()).isCloseTo(scale * lambda * dot(gj, gj), within(1e-7));
      assertThat(channel.mean()).isCloseTo(scale * lambda * sum * sum / EXAMPLES, within(1e-7));
      assertThat(channel.correlation())
          .isCloseTo(scale * lambda * correlation * correlation / EXAMPLES, within(1e-7));
      assertThat(channel.printed(EXAMPLES))
          .isCloseTo(
              scale
                  * (Math.pow(lambda * dot(gj, gj), 2)
                      - sum * sum / EXAMPLES
                      - lambda * correlation * correlation),
              within(1e-6));
      assertThat(channel.weightGradient()).isCloseTo(inWeights(u, unit), within(1e-7));
    }
  }

  private static double inWeights(double[] u, int unit) {
    double squares = 0;
    for (int i = 0; i < INPUTS; i++) {
      double sum = 0;
      for (int n = 0; n < EXAMPLES; n++) {
        sum += inputs()[n][i] * u[n * UNITS + unit];
      }
      squares += sum * sum;
    }
    return squares;
  }

  @Test
  void withoutEpsilonItIsAnEqualityThatNothingExceeds() {
    Minimax.Layer found = measured(new PlainBatchNorm(0));
    assertThat(found.channels())
        .allSatisfy(
            channel -> {
              assertThat(channel.left()).isCloseTo(channel.right(), within(1e-9));
              assertThat(channel.weightGradient()).isLessThan(channel.left());
              assertThat(channel.exceeds(channel.left(), channel.right())).isFalse();
            });
    assertThat(measured(new PlainBatchNorm(0.1)).channels())
        .allSatisfy(channel -> assertThat(channel.left()).isLessThan(channel.right()));
  }

  /** What the paper prints has terms of different units: here it is no bound. */
  @Test
  void asPrintedItIsNoBound() {
    Minimax.Layer found = measured(new PlainBatchNorm(0));
    assertThat(found.share(c -> c.exceeds(c.left(), c.printed(EXAMPLES)))).isPositive();
  }

  /** A 2×2 convolution of 3×3 images has 4 patches of 4 numbers in each. */
  @Test
  void ofAConvolutionTheNormIsThatOfItsPatches() {
    int images = 2;
    double[] pixels = RandomStream.of(3, "pixels").normal(images * 9, 1);
    double[][] patches = new double[images * 4][4];
    for (int n = 0; n < images; n++) {
      for (int row = 0; row < 2; row++) {
        for (int column = 0; column < 2; column++) {
          for (int k = 0; k < 4; k++) {
            patches[n * 4 + row * 2 + column][k] =
                pixels[n * 9 + (row + k / 2) * 3 + column + k % 2];
          }
        }
      }
    }
    try (Trial trial = convolutional(images, pixels)) {
      Minimax found =
          (Minimax)
              trial.measure(
                  new MinimaxTheorem(new AtStart(), ".*", 300, Detail.SUMMARY, ProbedBatch.STEP));
      double norm = SingularValues.of(transposed(patches)).get(0);
      assertThat(Math.sqrt(found.layers().get("norm").square())).isCloseTo(norm, within(1e-8));
      assertThat(found.readings()).hasSize(9);
    }
  }

  private static double[][] transposed(double[][] a) {
    double[][] t = new double[a[0].length][a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < t.length; j++) {
        t[j][i] = a[i][j];
      }
    }
    return t;
  }

  private static Trial convolutional(int images, double[] pixels) {
    NetworkObjective objective =
        new NetworkObjective(
            new Sequential(
                Parameters.<Layer>of("conv", convolution())
                    .and("norm", new BatchNorm())
                    .and("flatten", new Flatten())
                    .and("dense", Dense.of(2))),
            new SoftmaxCrossEntropy(LossReduction.MEAN),
            Shape.of(images, 3, 3, 1),
            DType.FLOAT64);
    Parameters<double[]> batch = Parameters.of("input", pixels).and("target", new double[] {0, 1});
    return new Trial(
        objective,
        new Descent(new Sgd(), Trial.RATE),
        objective
            .parameters()
            .map(
                spec -> RandomStream.of(2, spec.shape().toString()).normal(spec.shape().size(), 1)),
        Parameters.none(),
        batch,
        batch);
  }

  private static Conv2d convolution() {
    return new Conv2d(3, 2, 2, Stride.of(1), PaddingPolicy.none(), Bias.WITHOUT, Glorot.uniform());
  }

  @Test
  void aNetworkWithoutALinearLayerBeforeTheNormalizationIsRefused() {
    NetworkObjective objective =
        new NetworkObjective(
            new Sequential(Parameters.<Layer>of("norm", new BatchNorm()).and("dense", Dense.of(3))),
            new SoftmaxCrossEntropy(LossReduction.MEAN),
            Shape.of(5, 3),
            DType.FLOAT64);
    try (Trial trial =
        new Trial(
            objective,
            new Descent(new Sgd(), Trial.RATE),
            objective.parameters().map(spec -> new double[spec.shape().size()]),
            Parameters.none(),
            PlainNetwork.batch(),
            PlainNetwork.batch())) {
      assertThatThrownBy(() -> trial.measure(new MinimaxTheorem()))
          .hasMessage(
              "MinimaxTheorem: layers must match the path of a batch normalization behind a linear layer, which the theorem is about, but it is norm. To fix: choose another, or leave the probe out of this cell.");
    }
  }
}
