package org.normscape.bench.trainer.nd4j;

import static org.nd4j.linalg.indexing.NDArrayIndex.all;
import static org.nd4j.linalg.indexing.NDArrayIndex.interval;
import static org.normscape.bench.trainer.nd4j.RawNd4jLayer.like;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A shortcut without parameters, option A of He et al. (2016): every so many rows and columns, and
 * zeros for the channels that are new.
 */
final class RawNd4jShortcut implements RawNd4jLayer {

  private final INDArray kept;
  private final INDArray output;
  private final INDArray inputGradient;
  private final int stride;

  RawNd4jShortcut(INDArray input, int stride, int channels) {
    this.stride = stride;
    this.kept = places(input);
    this.output = Nd4j.zeros(input.dataType(), kept.size(0), kept.size(1), kept.size(2), channels);
    this.inputGradient = like(input).assign(0);
  }

  private INDArray places(INDArray image) {
    return image.get(
        all(), interval(0, stride, image.size(1)), interval(0, stride, image.size(2)), all());
  }

  private INDArray old(INDArray image) {
    return image.get(all(), all(), all(), interval(0, kept.size(3)));
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
    old(output).assign(kept);
  }

  @Override
  public void backward(INDArray cotangent) {
    places(inputGradient).assign(old(cotangent));
  }
}
