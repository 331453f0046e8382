package org.normscape.bench.trainer.nd4j;

import static org.normscape.bench.trainer.nd4j.RawNd4jLayer.like;
import static org.normscape.bench.trainer.nd4j.RawNd4jLayer.op;
import static org.normscape.bench.trainer.nd4j.RawNd4jLayer.rows;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.executioner.OpExecutioner;
import org.nd4j.linalg.api.ops.impl.broadcast.BroadcastAddOp;
import org.nd4j.linalg.api.ops.impl.broadcast.BroadcastMulOp;
import org.nd4j.linalg.factory.Nd4j;

/** The scale and the shift of each channel, which follow a standardization. */
final class RawNd4jAffine {

  private final OpExecutioner executioner = Nd4j.getExecutioner();
  private final INDArray scale;
  private final INDArray shift;
  private final INDArray scaleGradient;
  private final INDArray shiftGradient;

  RawNd4jAffine(INDArray scale, INDArray shift) {
    this.scale = scale;
    this.shift = shift;
    this.scaleGradient = like(scale);
    this.shiftGradient = like(shift);
  }

  INDArray scale() {
    return scale;
  }

  /** {@code Σ ct·standardized} of each channel. */
  INDArray scaleGradient() {
    return scaleGradient;
  }

  /** {@code Σ ct} of each channel. */
  INDArray shiftGradient() {
    return shiftGradient;
  }

  void forward(INDArray standardized, INDArray output) {
    INDArray y = rows(output);
    executioner.exec(new BroadcastMulOp(rows(standardized), scale, y, 1));
    executioner.exec(new BroadcastAddOp(y, shift, y, 1));
  }

  /** Fills the gradients, and {@code products} with {@code ct·standardized}. */
  void backward(INDArray cotangent, INDArray standardized, INDArray products) {
    RawNd4jGroups channels = RawNd4jGroups.CHANNELS;
    executioner.exec(channels.sum(rows(cotangent), shiftGradient));
    executioner.exec(
        op("multiply", List.of(rows(cotangent), rows(standardized)), List.of(rows(products))));
    executioner.exec(channels.sum(rows(products), scaleGradient));
  }

  void update(double learningRate) {
    scale.subi(scaleGradient.muli(learningRate));
    shift.subi(shiftGradient.muli(learningRate));
  }
}
