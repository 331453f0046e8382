package org.normscape.bench.trainer;

import static org.normscape.bench.trainer.RawNd4jLayer.like;
import static org.normscape.bench.trainer.RawNd4jLayer.op;
import static org.normscape.bench.trainer.RawNd4jLayer.rows;
import static org.normscape.bench.trainer.RawNd4jLayer.sum;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.executioner.OpExecutioner;
import org.nd4j.linalg.api.ops.impl.broadcast.BroadcastAddOp;
import org.nd4j.linalg.api.ops.impl.broadcast.BroadcastMulOp;
import org.nd4j.linalg.api.ops.impl.broadcast.BroadcastSubOp;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.normscape.norm.BatchNorm;

/** Batch normalization of channels. */
final class RawNd4jNormalization implements RawNd4jLayer {

  private final OpExecutioner executioner = Nd4j.getExecutioner();
  private final BatchNorm norm;
  private final INDArray input;
  private final INDArray scale;
  private final INDArray shift;
  private final INDArray mean;
  private final INDArray variance;
  private final INDArray standardized;
  private final INDArray scratch;
  private final INDArray output;
  private final INDArray inputGradient;
  private final INDArray scaleGradient;
  private final INDArray shiftGradient;
  private final INDArray deviation;
  private final RunningStatistics running;

  RawNd4jNormalization(
      BatchNorm norm, INDArray input, INDArray scale, INDArray shift, RunningStatistics running) {
    this.norm = norm;
    this.input = input;
    this.scale = scale;
    this.shift = shift;
    this.running = running;
    this.mean = like(scale);
    this.variance = like(scale);
    this.deviation = like(scale);
    this.standardized = like(rows(input));
    this.scratch = like(rows(input));
    this.output = like(input);
    this.inputGradient = like(input);
    this.scaleGradient = like(scale);
    this.shiftGradient = like(scale);
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
    INDArray x = rows(input);
    long count = x.rows();
    executioner.exec(sum(x, mean));
    mean.divi(count);
    executioner.exec(new BroadcastSubOp(x, mean, standardized, 1));
    executioner.exec(op("multiply", List.of(standardized, standardized), List.of(scratch)));
    executioner.exec(sum(scratch, variance));
    variance.divi(count);
    deviation.assign(variance).addi(norm.epsilon());
    Transforms.sqrt(deviation, false).rdivi(1);
    executioner.exec(new BroadcastMulOp(standardized, deviation, standardized, 1));
    INDArray y = rows(output);
    executioner.exec(new BroadcastMulOp(standardized, scale, y, 1));
    executioner.exec(new BroadcastAddOp(y, shift, y, 1));
    running.remember(norm.decay(), mean, variance, (double) count / (count - 1));
  }

  /** From sums: {@code (scale · deviation / m) (m·ct − Σct − standardized · Σ ct·standardized)}. */
  @Override
  public void backward(INDArray cotangent) {
    INDArray ct = rows(cotangent);
    double count = ct.rows();
    executioner.exec(sum(ct, shiftGradient));
    executioner.exec(op("multiply", List.of(ct, standardized), List.of(scratch)));
    executioner.exec(sum(scratch, scaleGradient));
    INDArray x = rows(inputGradient);
    executioner.exec(new BroadcastMulOp(standardized, scaleGradient.div(count), x, 1));
    executioner.exec(new BroadcastAddOp(x, shiftGradient.div(count), x, 1));
    executioner.exec(op("subtract", List.of(ct, x), List.of(x)));
    executioner.exec(new BroadcastMulOp(x, scale.mul(deviation), x, 1));
  }

  @Override
  public void update(double learningRate) {
    scale.subi(scaleGradient.muli(learningRate));
    shift.subi(shiftGradient.muli(learningRate));
  }
}
