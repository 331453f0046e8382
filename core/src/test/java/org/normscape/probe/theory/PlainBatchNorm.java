package org.normscape.probe.theory;

import java.util.Arrays;
import org.normscape.ir.DType;
import org.normscape.norm.Affine;
import org.normscape.norm.BatchNorm;
import org.normscape.norm.RunningVariance;
import org.normscape.objective.Objective;
import org.normscape.optim.Descent;
import org.normscape.optim.Sgd;
import org.normscape.params.Parameters;
import org.normscape.probe.PlainNetwork;
import org.normscape.probe.Trial;
import org.normscape.random.RandomStream;

/**
 * The network of {@link PlainNetwork} with a batch normalization, from its input y, in plain Java.
 */
final class PlainBatchNorm {

  static final int EXAMPLES = 5;
  static final int UNITS = 4;
  private static final int CLASSES = 3;

  private final double epsilon;
  private final Objective objective;
  private final Parameters<double[]> point;

  PlainBatchNorm(double epsilon) {
    this.epsilon = epsilon;
    this.objective =
        PlainNetwork.objective(
            new BatchNorm(-1, epsilon, 0.9, RunningVariance.UNBIASED, Affine.WITH), DType.FLOAT64);
    this.point =
        objective
            .parameters()
            .map(
                spec -> RandomStream.of(2, spec.shape().toString()).normal(spec.shape().size(), 1));
  }

  Trial trial() {
    return new Trial(
        objective,
        new Descent(new Sgd(), Trial.RATE),
        point,
        Parameters.none(),
        PlainNetwork.batch(),
        PlainNetwork.batch());
  }

  private double[] parameter(String path, int size) {
    return point.find(path).orElse(new double[size]);
  }

  /** What flows into the normalization: a row an example. */
  double[] input() {
    double[] x = PlainNetwork.batch().get("input");
    return affine(x, "dense1", 3, UNITS);
  }

  private double[] affine(double[] x, String layer, int in, int out) {
    double[] weight = point.get(layer + ".weight");
    double[] bias = parameter(layer + ".bias", out);
    double[] y = new double[EXAMPLES * out];
    for (int n = 0; n < EXAMPLES; n++) {
      for (int j = 0; j < out; j++) {
        y[n * out + j] = bias[j];
        for (int i = 0; i < in; i++) {
          y[n * out + j] += x[n * in + i] * weight[i * out + j];
        }
      }
    }
    return y;
  }

  double mean(double[] y, int unit) {
    double sum = 0;
    for (int n = 0; n < EXAMPLES; n++) {
      sum += y[n * UNITS + unit];
    }
    return sum / EXAMPLES;
  }

  double deviation(double[] y, int unit) {
    double sum = 0;
    for (int n = 0; n < EXAMPLES; n++) {
      double apart = y[n * UNITS + unit] - mean(y, unit);
      sum += apart * apart;
    }
    return Math.sqrt(sum / EXAMPLES + epsilon);
  }

  double scale(int unit) {
    return point.get("norm1.scale")[unit];
  }

  /** {@code z}. */
  double[] normalize(double[] y) {
    double[] z = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      int unit = i % UNITS;
      z[i] =
          scale(unit) * (y[i] - mean(y, unit)) / deviation(y, unit)
              + point.get("norm1.shift")[unit];
    }
    return z;
  }

  /** The loss of what flows out of the normalization. */
  double lossBehind(double[] z) {
    double[] logits = affine(Arrays.stream(z).map(Math::tanh).toArray(), "dense2", UNITS, CLASSES);
    double[] target = PlainNetwork.batch().get("target");
    double loss = 0;
    for (int n = 0; n < EXAMPLES; n++) {
      double sum = 0;
      for (int j = 0; j < CLASSES; j++) {
        sum += Math.exp(logits[n * CLASSES + j]);
      }
      loss += (Math.log(sum) - logits[n * CLASSES + (int) target[n]]) / EXAMPLES;
    }
    return loss;
  }

  double loss(double[] y) {
    return lossBehind(normalize(y));
  }

  /** A function of a vector. */
  interface Function {
    double at(double[] x);
  }

  static double[] gradient(Function f, double[] x) {
    double[] g = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      double[] e = new double[x.length];
      e[i] = 1;
      g[i] = (f.at(along(x, 1e-5, e)) - f.at(along(x, -1e-5, e))) / 2e-5;
    }
    return g;
  }

  /** {@code vᵀ∇²f v} by a difference of fourth order. */
  static double curvature(Function f, double[] x, double[] v) {
    double h = 1e-2 / Math.sqrt(dot(v, v));
    return (-f.at(along(x, 2 * h, v))
            + 16 * f.at(along(x, h, v))
            - 30 * f.at(x)
            + 16 * f.at(along(x, -h, v))
            - f.at(along(x, -2 * h, v)))
        / (12 * h * h);
  }

  static double[] along(double[] x, double t, double[] d) {
    double[] sum = x.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += t * d[i];
    }
    return sum;
  }

  static double dot(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }

  /** The elements of one unit; 0 elsewhere. */
  static double[] only(double[] x, int unit) {
    double[] kept = new double[x.length];
    for (int i = unit; i < x.length; i += UNITS) {
      kept[i] = x[i];
    }
    return kept;
  }
}
