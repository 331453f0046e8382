package org.normscape.train;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.normscape.params.Parameters;

/**
 * How the statistics of several batches become one. A variance is what a normalization remembers as
 * {@code variance} beside a {@code mean}.
 */
public enum Pooling {
  /** Their average, variances as well: as the running statistics of long training would be. */
  AVERAGE {
    @Override
    Parameters<double[]> of(List<Parameters<double[]>> batches) {
      return average(batches);
    }
  },
  /**
   * Those of all batches as one: the average of the variances, and the variance of the means. It is
   * exact for batches of one size and biased variances, in the first normalization of a network;
   * further ones see what the statistics of each batch made of it.
   */
  POOLED {
    @Override
    Parameters<double[]> of(List<Parameters<double[]>> batches) {
      Parameters<double[]> average = average(batches);
      Map<String, double[]> pooled = new LinkedHashMap<>(average.byPath());
      pooled.replaceAll(
          (path, values) ->
              isVariance(path, average)
                  ? plusSpread(mean(path), values, average, batches)
                  : values);
      return new Parameters<>(pooled);
    }
  };

  private static final String MEAN = "mean";
  private static final String VARIANCE = "variance";

  abstract Parameters<double[]> of(List<Parameters<double[]>> batches);

  private static boolean isVariance(String path, Parameters<double[]> all) {
    return path.substring(path.lastIndexOf('.') + 1).equals(VARIANCE)
        && all.find(mean(path)).isPresent();
  }

  /** The path of the mean beside a variance. */
  private static String mean(String path) {
    return path.substring(0, path.lastIndexOf('.') + 1) + MEAN;
  }

  private static Parameters<double[]> average(List<Parameters<double[]>> batches) {
    return batches
        .get(0)
        .zip(
            batches.stream().reduce(Pooling::sum).orElseThrow(),
            (first, sum) -> {
              double[] average = new double[first.length];
              for (int i = 0; i < average.length; i++) {
                average[i] = sum[i] / batches.size();
              }
              return average;
            });
  }

  private static Parameters<double[]> sum(Parameters<double[]> left, Parameters<double[]> right) {
    return left.zip(
        right,
        (a, b) -> {
          double[] sum = new double[a.length];
          for (int i = 0; i < sum.length; i++) {
            sum[i] = a[i] + b[i];
          }
          return sum;
        });
  }

  private static double[] plusSpread(
      String mean,
      double[] variance,
      Parameters<double[]> average,
      List<Parameters<double[]>> batches) {
    double[] pooled = variance.clone();
    double[] center = average.get(mean);
    for (Parameters<double[]> batch : batches) {
      for (int i = 0; i < pooled.length; i++) {
        double distance = batch.get(mean)[i] - center[i];
        pooled[i] += distance * distance / batches.size();
      }
    }
    return pooled;
  }
}
