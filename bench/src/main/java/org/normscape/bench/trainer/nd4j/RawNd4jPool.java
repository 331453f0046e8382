package org.normscape.bench.trainer.nd4j;

import static org.normscape.bench.trainer.nd4j.RawNd4jLayer.like;
import static org.normscape.bench.trainer.nd4j.RawNd4jLayer.op;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.executioner.OpExecutioner;
import org.nd4j.linalg.factory.Nd4j;

/** 2×2 max-pooling. */
final class RawNd4jPool implements RawNd4jLayer {

  private static final long[] OPTIONS = {2, 2, 2, 2, 0, 0, 1, 1, 0, 0, 1};

  private final OpExecutioner executioner = Nd4j.getExecutioner();
  private final INDArray input;
  private final INDArray output;
  private final INDArray inputGradient;
  private final CustomOp forward;

  RawNd4jPool(INDArray input) {
    this.input = input;
    this.output =
        Nd4j.createUninitialized(
            input.dataType(),
            new long[] {input.size(0), input.size(1) / 2, input.size(2) / 2, input.size(3)},
            'c');
    this.inputGradient = like(input);
    this.forward = op("maxpool2d", List.of(input), List.of(output), OPTIONS);
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
            "maxpool2d_bp",
            List.of(input, cotangent.reshape('c', output.shape())),
            List.of(inputGradient),
            OPTIONS));
  }
}
