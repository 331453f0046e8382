package org.normscape.bench.trainer.nd4j;

import static org.normscape.bench.trainer.nd4j.RawNd4jLayer.like;
import static org.normscape.bench.trainer.nd4j.RawNd4jLayer.op;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.executioner.OpExecutioner;
import org.nd4j.linalg.api.ops.impl.transforms.same.Sign;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** The rectifier, in place. */
final class RawNd4jRelu implements RawNd4jLayer {

  private final OpExecutioner executioner = Nd4j.getExecutioner();
  private final INDArray output;
  private final INDArray mask;
  private final INDArray inputGradient;

  RawNd4jRelu(INDArray input) {
    this.output = input;
    this.mask = like(input);
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
    Transforms.relu(output, false);
  }

  @Override
  public void backward(INDArray cotangent) {
    executioner.exec(new Sign(output, mask));
    executioner.exec(op("multiply", List.of(cotangent, mask), List.of(inputGradient)));
  }
}
