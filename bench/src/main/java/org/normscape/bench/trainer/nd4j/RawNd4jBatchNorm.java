package org.normscape.bench.trainer.nd4j;

import static org.normscape.bench.trainer.nd4j.RawNd4jLayer.like;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.normscape.bench.trainer.RunningStatistics;
import org.normscape.norm.BatchNorm;

/** Batch normalization of channels. */
final class RawNd4jBatchNorm implements RawNd4jLayer {

  private final BatchNorm norm;
  private final RawNd4jStandardization channels;
  private final RawNd4jAffine affine;
  private final RunningStatistics running;
  private final INDArray output;
  private final INDArray inputGradient;

  RawNd4jBatchNorm(
      BatchNorm norm, INDArray input, RawNd4jAffine affine, RunningStatistics running) {
    this.norm = norm;
    this.channels = new RawNd4jStandardization(RawNd4jGroups.CHANNELS, norm.epsilon(), input);
    this.affine = affine;
    this.running = running;
    this.output = like(input);
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
    channels.forward();
    affine.forward(channels.standardized(), output);
    double count = channels.count();
    running.remember(
        norm.running().decay(), channels.mean(), channels.variance(), count / (count - 1));
  }

  /** The scale of a channel multiplies all of it, so that it need not meet each element. */
  @Override
  public void backward(INDArray cotangent) {
    affine.backward(cotangent, channels.standardized(), channels.scratch());
    channels.backward(
        cotangent,
        affine.shiftGradient(),
        affine.scaleGradient(),
        affine.scale().mul(channels.inverseDeviation()),
        inputGradient);
  }

  @Override
  public void update(double learningRate) {
    affine.update(learningRate);
  }
}
