package org.normscape.bench.trainer;

import org.nd4j.linalg.api.ndarray.INDArray;

/** What a normalization remembers. */
public record RunningStatistics(INDArray mean, INDArray variance) {

  public void remember(double decay, INDArray batchMean, INDArray batchVariance, double unbiasing) {
    mean.muli(decay).addi(batchMean.mul(1 - decay));
    variance.muli(decay).addi(batchVariance.mul((1 - decay) * unbiasing));
  }
}
