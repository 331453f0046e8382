package org.normscape.bench.trainer.nd4j;

import org.nd4j.linalg.api.ndarray.INDArray;

/** What comes in, as it is. */
final class RawNd4jIdentity implements RawNd4jLayer {

  private final INDArray input;
  private INDArray inputGradient;

  RawNd4jIdentity(INDArray input) {
    this.input = input;
    this.inputGradient = input;
  }

  @Override
  public INDArray output() {
    return input;
  }

  @Override
  public INDArray inputGradient() {
    return inputGradient;
  }

  @Override
  public void forward() {
    // Nothing is computed.
  }

  @Override
  public void backward(INDArray cotangent) {
    inputGradient = cotangent;
  }
}
