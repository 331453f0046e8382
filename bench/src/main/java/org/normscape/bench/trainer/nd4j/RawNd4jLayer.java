package org.normscape.bench.trainer.nd4j;

import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A layer in calls of ND4J written by hand: every array is made once, channels are last, and sums
 * over examples and places are products with ones, which ND4J does ten times as fast as its own.
 */
interface RawNd4jLayer {

  /** What comes out; always the same array. */
  INDArray output();

  /** Fills the output. */
  void forward();

  /** From the derivative in the output to those in parameters and input. */
  void backward(INDArray cotangent);

  /** The derivative in the input. */
  INDArray inputGradient();

  /** Moves the parameters against their gradients; most layers have none. */
  default void update(double learningRate) {}

  /** An array of the same type, of which nothing is known. */
  static INDArray like(INDArray array) {
    return Nd4j.createUninitialized(array.dataType(), array.shape(), 'c');
  }

  /** As a matrix of as many columns as there are channels. */
  static INDArray rows(INDArray array) {
    return array.reshape('c', -1, array.size(array.rank() - 1));
  }

  /** An operation by its name in ND4J. */
  static CustomOp op(String name, List<INDArray> in, List<INDArray> out, long... options) {
    return DynamicCustomOp.builder(name)
        .addInputs(in.toArray(INDArray[]::new))
        .addOutputs(out.toArray(INDArray[]::new))
        .addIntegerArguments(Arrays.stream(options).mapToInt(Math::toIntExact).toArray())
        .build();
  }

  /** The sums of the columns of a matrix. */
  static CustomOp sum(INDArray matrix, INDArray sums) {
    INDArray ones = Nd4j.ones(matrix.dataType(), 1, matrix.rows());
    return op("matmul", List.of(ones, matrix), List.of(sums.reshape('c', 1, -1)), 0, 0, 0);
  }
}
