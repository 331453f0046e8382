package org.normscape.experiments.data.source;

import java.util.stream.IntStream;
import org.normscape.experiments.data.Dataset;
import org.normscape.experiments.data.example.ClassLabels;
import org.normscape.experiments.data.example.Examples;
import org.normscape.experiments.data.example.Images;

/** Softmax regression on features, by plain stochastic gradient descent. */
final class Linear {

  private static final int EPOCHS = 15;

  /** Turns an example into features. */
  interface Features {
    double[] of(Images images, int example);
  }

  private Linear() {}

  /** The accuracy on the test examples after training on the others. */
  static double accuracy(Dataset data, Features features) {
    double[][] train = all(data.train(), features);
    double[][] test = all(data.test(), features);
    double[][] weights = new double[data.outputs()][train[0].length];
    double rate = 3.0 / train[0].length;
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      for (int i = 0; i < train.length; i++) {
        step(weights, train[i], label(data.train(), i), rate / (1 + epoch));
      }
    }
    long right =
        IntStream.range(0, test.length)
            .filter(i -> best(scores(weights, test[i])) == label(data.test(), i))
            .count();
    return (double) right / test.length;
  }

  private static int label(Examples examples, int example) {
    return ((ClassLabels) examples.targets()).label(example);
  }

  private static double[][] all(Examples examples, Features features) {
    return IntStream.range(0, examples.size())
        .parallel()
        .mapToObj(i -> features.of((Images) examples.inputs(), i))
        .toArray(double[][]::new);
  }

  private static void step(double[][] weights, double[] x, int label, double rate) {
    double[] scores = scores(weights, x);
    double top = scores[best(scores)];
    double sum = 0;
    for (int k = 0; k < scores.length; k++) {
      scores[k] = Math.exp(scores[k] - top);
      sum += scores[k];
    }
    for (int k = 0; k < scores.length; k++) {
      double error = scores[k] / sum - (k == label ? 1 : 0);
      for (int i = 0; i < x.length; i++) {
        weights[k][i] -= rate * error * x[i];
      }
    }
  }

  private static double[] scores(double[][] weights, double[] x) {
    double[] scores = new double[weights.length];
    for (int k = 0; k < scores.length; k++) {
      for (int i = 0; i < x.length; i++) {
        scores[k] += weights[k][i] * x[i];
      }
    }
    return scores;
  }

  private static int best(double[] scores) {
    int best = 0;
    for (int k = 1; k < scores.length; k++) {
      best = scores[k] > scores[best] ? k : best;
    }
    return best;
  }
}
