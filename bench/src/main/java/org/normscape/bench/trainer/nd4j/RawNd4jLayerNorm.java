package org.normscape.bench.trainer.nd4j;

import static org.normscape.bench.trainer.nd4j.RawNd4jLayer.like;
import static org.normscape.bench.trainer.nd4j.RawNd4jLayer.op;
import static org.normscape.bench.trainer.nd4j.RawNd4jLayer.rows;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.executioner.OpExecutioner;
import org.nd4j.linalg.api.ops.impl.broadcast.BroadcastMulOp;
import org.nd4j.linalg.factory.Nd4j;
import org.normscape.norm.LayerNorm;

/** Layer normalization of examples, with a scale and a shift for each channel. */
final class RawNd4jLayerNorm implements RawNd4jLayer {

  private final OpExecutioner executioner = Nd4j.getExecutioner();
  private final RawNd4jStandardization examples;
  private final RawNd4jAffine affine;
  private final INDArray output;
  private final INDArray inputGradient;
  private final INDArray places;
  private final INDArray sum;
  private final INDArray products;

  RawNd4jLayerNorm(LayerNorm norm, INDArray input, RawNd4jAffine affine) {
    this.examples = new RawNd4jStandardization(RawNd4jGroups.EXAMPLES, norm.epsilon(), input);
    this.affine = affine;
    this.output = like(input);
    this.inputGradient = like(input);
    this.places =
        Nd4j.createUninitialized(input.dataType(), new long[] {rows(input).rows(), 1}, 'c');
    this.sum = like(examples.mean());
    this.products = like(examples.mean());
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
    examples.forward();
    affine.forward(examples.standardized(), output);
  }

  @Override
  public void backward(INDArray cotangent) {
    INDArray scratch = examples.scratch();
    affine.backward(cotangent, examples.standardized(), scratch);
    sumScaled(scratch, products);
    sumScaled(cotangent, sum);
    executioner.exec(new BroadcastMulOp(rows(cotangent), affine.scale(), rows(scratch), 1));
    examples.backward(scratch, sum, products, examples.inverseDeviation(), inputGradient);
  }

  /** The sums of the examples, each element times the scale of its channel. */
  private void sumScaled(INDArray array, INDArray sums) {
    INDArray scale = affine.scale().reshape('c', -1, 1);
    executioner.exec(op("matmul", List.of(rows(array), scale), List.of(places), 0, 0, 0));
    RawNd4jGroups groups = RawNd4jGroups.EXAMPLES;
    executioner.exec(groups.sum(places.reshape('c', sums.length(), -1), sums));
  }

  @Override
  public void update(double learningRate) {
    affine.update(learningRate);
  }
}
