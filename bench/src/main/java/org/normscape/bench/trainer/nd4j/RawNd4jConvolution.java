package org.normscape.bench.trainer.nd4j;

import static org.normscape.bench.trainer.nd4j.RawNd4jLayer.like;
import static org.normscape.bench.trainer.nd4j.RawNd4jLayer.op;
import static org.normscape.bench.trainer.nd4j.RawNd4jLayer.rows;
import static org.normscape.bench.trainer.nd4j.RawNd4jLayer.sum;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.executioner.OpExecutioner;
import org.nd4j.linalg.factory.Nd4j;

/** A 3×3 convolution, padded by 1, with a bias or without. */
final class RawNd4jConvolution implements RawNd4jLayer {

  private final OpExecutioner executioner = Nd4j.getExecutioner();
  private final INDArray input;
  private final INDArray weight;
  private final @Nullable INDArray bias;
  private final INDArray output;
  private final INDArray inputGradient;
  private final INDArray weightGradient;
  private final @Nullable INDArray biasGradient;
  private final long[] options;
  private final CustomOp forward;

  RawNd4jConvolution(INDArray input, INDArray weight, @Nullable INDArray bias, int stride) {
    this.input = input;
    this.weight = weight;
    this.bias = bias;
    this.output =
        Nd4j.createUninitialized(
            input.dataType(),
            new long[] {
              input.size(0), input.size(1) / stride, input.size(2) / stride, weight.size(3)
            },
            'c');
    this.inputGradient = like(input);
    this.weightGradient = like(weight);
    this.biasGradient = bias == null ? null : like(bias);
    this.options = new long[] {3, 3, stride, stride, 1, 1, 1, 1, 0, 1, 0};
    List<INDArray> operands = bias == null ? List.of(input, weight) : List.of(input, weight, bias);
    this.forward = op("conv2d", operands, List.of(output), options);
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
            options));
    if (biasGradient != null) {
      executioner.exec(sum(rows(cotangent), biasGradient));
    }
  }

  @Override
  public void update(double learningRate) {
    weight.subi(weightGradient.muli(learningRate));
    if (bias != null && biasGradient != null) {
      bias.subi(biasGradient.muli(learningRate));
    }
  }
}
