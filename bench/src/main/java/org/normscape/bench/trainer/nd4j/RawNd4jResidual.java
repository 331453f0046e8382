package org.normscape.bench.trainer.nd4j;

import static org.normscape.bench.trainer.nd4j.RawNd4jLayer.like;
import static org.normscape.bench.trainer.nd4j.RawNd4jLayer.op;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.executioner.OpExecutioner;
import org.nd4j.linalg.factory.Nd4j;

/** The sum of what two layers make of the same input. */
final class RawNd4jResidual implements RawNd4jLayer {

  private final OpExecutioner executioner = Nd4j.getExecutioner();
  private final RawNd4jLayer branch;
  private final RawNd4jLayer shortcut;
  private final INDArray output;
  private final INDArray inputGradient;

  RawNd4jResidual(INDArray input, RawNd4jLayer branch, RawNd4jLayer shortcut) {
    this.branch = branch;
    this.shortcut = shortcut;
    this.output = like(branch.output());
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
    branch.forward();
    shortcut.forward();
    executioner.exec(op("add", List.of(branch.output(), shortcut.output()), List.of(output)));
  }

  @Override
  public void backward(INDArray cotangent) {
    branch.backward(cotangent);
    shortcut.backward(cotangent);
    executioner.exec(
        op(
            "add",
            List.of(branch.inputGradient(), shortcut.inputGradient()),
            List.of(inputGradient)));
  }

  @Override
  public void update(double learningRate) {
    branch.update(learningRate);
    shortcut.update(learningRate);
  }
}
