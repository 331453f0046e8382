package org.normscape.probe;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.model.MultilayerPerceptron;
import org.normscape.nn.activation.Tanh;
import org.normscape.nn.initialization.Glorot;
import org.normscape.nn.loss.LossReduction;
import org.normscape.nn.loss.SoftmaxCrossEntropy;
import org.normscape.norm.None;
import org.normscape.norm.Normalization;
import org.normscape.norm.NormalizationScheme;
import org.normscape.objective.NetworkObjective;
import org.normscape.objective.Objective;
import org.normscape.optim.Descent;
import org.normscape.optim.Sgd;
import org.normscape.params.Parameters;
import org.normscape.random.RandomStream;

/** A network of one hidden layer in plain Java: what programs say of it is held against this. */
public final class PlainNetwork {

  private static final int IN = 3;
  private static final int HIDDEN = 4;
  private static final int CLASSES = 3;
  private static final int EXAMPLES = 5;
  private static final double STEP = 1e-5;

  private static final double[] INPUT = RandomStream.of(7, "input").normal(EXAMPLES * IN, 1);
  private static final double[] TARGET = {0, 2, 1, 1, 0};

  private PlainNetwork() {}

  /** The same network as an objective. */
  public static Objective objective() {
    return objective(new None(), DType.FLOAT64);
  }

  /** The same with a normalization, in a type. */
  public static Objective objective(Normalization normalization, DType dtype) {
    return new NetworkObjective(
        new MultilayerPerceptron(List.of(HIDDEN), new Tanh(), Glorot.uniform())
            .network(new NormalizationScheme(normalization), CLASSES),
        new SoftmaxCrossEntropy(LossReduction.MEAN),
        Shape.of(EXAMPLES, IN),
        dtype);
  }

  /** Its batch. */
  public static Parameters<double[]> batch() {
    return Parameters.of("input", INPUT).and("target", TARGET);
  }

  /** A point, drawn from a seed. */
  public static Parameters<double[]> point(long seed) {
    return objective()
        .parameters()
        .map(
            spec ->
                RandomStream.of(seed, spec.shape().toString()).normal(spec.shape().size(), 0.7));
  }

  /** A training that stands at a point. */
  public static Trial trial(long seed) {
    return new Trial(
        objective(),
        new Descent(new Sgd(), Trial.RATE),
        point(seed),
        Parameters.none(),
        batch(),
        batch());
  }

  /** The mean cross-entropy. */
  public static double loss(Parameters<double[]> at) {
    double loss = 0;
    for (int n = 0; n < EXAMPLES; n++) {
      double[] z = logits(at, n);
      double sum = Arrays.stream(z).map(Math::exp).sum();
      loss += (Math.log(sum) - z[(int) TARGET[n]]) / EXAMPLES;
    }
    return loss;
  }

  /** The share of right classifications. */
  public static double accuracy(Parameters<double[]> at) {
    int right = 0;
    for (int n = 0; n < EXAMPLES; n++) {
      double[] z = logits(at, n);
      right += z[(int) TARGET[n]] == Arrays.stream(z).max().orElseThrow() ? 1 : 0;
    }
    return right / (double) EXAMPLES;
  }

  private static double[] logits(Parameters<double[]> at, int n) {
    double[] x = Arrays.copyOfRange(INPUT, n * IN, (n + 1) * IN);
    double[] h = dense(x, at.get("dense1.weight"), at.get("dense1.bias"));
    return dense(
        Arrays.stream(h).map(Math::tanh).toArray(), at.get("dense2.weight"), at.get("dense2.bias"));
  }

  private static double[] dense(double[] x, double[] weight, double[] bias) {
    double[] y = bias.clone();
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < y.length; j++) {
        y[j] += x[i] * weight[i * y.length + j];
      }
    }
    return y;
  }

  /** The gradient, by central differences. */
  public static Parameters<double[]> gradient(Parameters<double[]> at) {
    Map<String, double[]> gradient = new LinkedHashMap<>();
    at.byPath()
        .forEach(
            (path, values) -> {
              double[] g = new double[values.length];
              for (int i = 0; i < g.length; i++) {
                g[i] =
                    (loss(moved(at, path, i, STEP)) - loss(moved(at, path, i, -STEP))) / 2 / STEP;
              }
              gradient.put(path, g);
            });
    return new Parameters<>(gradient);
  }

  private static Parameters<double[]> moved(
      Parameters<double[]> at, String path, int i, double by) {
    double[] values = at.get(path).clone();
    values[i] += by;
    return at.replacedBy(Parameters.of(path, values));
  }

  /** {@code x + t d}. */
  public static Parameters<double[]> along(
      Parameters<double[]> x, double t, Parameters<double[]> d) {
    return x.zip(
        d,
        (values, by) -> {
          double[] sum = values.clone();
          for (int i = 0; i < sum.length; i++) {
            sum[i] += t * by[i];
          }
          return sum;
        });
  }

  /** The Euclidean norm. */
  public static double norm(Parameters<double[]> x) {
    return Math.sqrt(
        x.values().stream().flatMapToDouble(Arrays::stream).map(value -> value * value).sum());
  }
}
