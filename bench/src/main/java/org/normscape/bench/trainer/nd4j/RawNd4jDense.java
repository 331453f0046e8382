package org.normscape.bench.trainer.nd4j;

import static org.normscape.bench.trainer.nd4j.RawNd4jLayer.like;
import static org.normscape.bench.trainer.nd4j.RawNd4jLayer.op;
import static org.normscape.bench.trainer.nd4j.RawNd4jLayer.sum;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.executioner.OpExecutioner;
import org.nd4j.linalg.api.ops.impl.broadcast.BroadcastAddOp;
import org.nd4j.linalg.factory.Nd4j;

/** A fully connected layer. */
final class RawNd4jDense implements RawNd4jLayer {

  private final OpExecutioner executioner = Nd4j.getExecutioner();
  private final INDArray input;
  private final INDArray weight;
  private final INDArray bias;
  private final INDArray output;
  private final INDArray inputGradient;
  private final INDArray weightGradient;
  private final INDArray biasGradient;

  RawNd4jDense(INDArray input, INDArray weight, INDArray bias) {
    this.input = input.reshape('c', input.size(0), -1);
    this.weight = weight;
    this.bias = bias;
    this.output =
        Nd4j.createUninitialized(input.dataType(), new long[] {input.size(0), weight.size(1)}, 'c');
    this.inputGradient = like(this.input);
    this.weightGradient = like(weight);
    this.biasGradient = like(bias);
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
    executioner.exec(op("matmul", List.of(input, weight), List.of(output), 0, 0, 0));
    executioner.exec(new BroadcastAddOp(output, bias, output, 1));
  }

  @Override
  public void backward(INDArray cotangent) {
    executioner.exec(op("matmul", List.of(input, cotangent), List.of(weightGradient), 1, 0, 0));
    executioner.exec(op("matmul", List.of(cotangent, weight), List.of(inputGradient), 0, 1, 0));
    executioner.exec(sum(cotangent, biasGradient));
  }

  @Override
  public void update(double learningRate) {
    weight.subi(weightGradient.muli(learningRate));
    bias.subi(biasGradient.muli(learningRate));
  }
}
