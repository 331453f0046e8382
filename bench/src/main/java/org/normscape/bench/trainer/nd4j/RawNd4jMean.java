package org.normscape.bench.trainer.nd4j;

import static org.normscape.bench.trainer.nd4j.RawNd4jLayer.like;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The mean over the places of each image, {@code [n, c]}. */
final class RawNd4jMean implements RawNd4jLayer {

  private final INDArray input;
  private final INDArray output;
  private final INDArray inputGradient;

  RawNd4jMean(INDArray input) {
    this.input = input;
    this.output =
        Nd4j.createUninitialized(input.dataType(), new long[] {input.size(0), input.size(3)}, 'c');
    this.inputGradient = like(input);
  }

  @Override
  public INDArray output() {
    return output;
  }

  @Override
  public INDArray inputGradient() {
    return inputGradient;
  }

  @Override
  public void forward() {
    output.assign(input.mean(1, 2));
  }

  @Override
  public void backward(INDArray cotangent) {
    INDArray each = cotangent.div(input.size(1) * input.size(2));
    inputGradient.assign(
        each.reshape('c', input.size(0), 1, 1, input.size(3)).broadcast(input.shape()));
  }
}
