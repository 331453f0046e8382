package org.normscape.bench.trainer;

import static org.normscape.bench.trainer.RawNd4jLayer.like;
import static org.normscape.bench.trainer.RawNd4jLayer.op;
import static org.normscape.bench.trainer.RawNd4jLayer.rows;
import static org.normscape.bench.trainer.RawNd4jLayer.sum;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.executioner.OpExecutioner;
import org.nd4j.linalg.factory.Nd4j;

/** A 3×3 convolution, padded by 1, with bias. */
final class RawNd4jConvolution implements RawNd4jLayer {

  private static final long[] OPTIONS = {3, 3, 1, 1, 1, 1, 1, 1, 0, 1, 0};

  private final OpExecutioner executioner = Nd4j.getExecutioner();
  private final INDArray input;
  private final INDArray weight;
  private final INDArray bias;
  private final INDArray output;
  private final INDArray inputGradient;
  private final INDArray weightGradient;
  private final INDArray biasGradient;
  private final CustomOp forward;

  RawNd4jConvolution(INDArray input, INDArray weight, INDArray bias) {
    this.input = input;
    this.weight = weight;
    this.bias = bias;
    this.output =
        Nd4j.createUninitialized(
            input.dataType(),
            new long[] {input.size(0), input.size(1), input.size(2), weight.size(3)},
            'c');
    this.inputGradient = like(input);
    this.weightGradient = like(weight);
    this.biasGradient = like(bias);
    this.forward = op("conv2d", List.of(input, weight, bias), List.of(output), OPTIONS);
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
    executioner.exec(forward);
  }

  @Override
  public void backward(INDArray cotangent) {
    executioner.exec(
        op(
            "conv2d_bp",
            List.of(input, weight, cotangent),
            List.of(inputGradient, weightGradient),
            OPTIONS));
    executioner.exec(sum(rows(cotangent), biasGradient));
  }

  @Override
  public void update(double learningRate) {
    weight.subi(weightGradient.muli(learningRate));
    bias.subi(biasGradient.muli(learningRate));
  }
}
