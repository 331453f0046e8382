package org.normscape.bench.deeplinear;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Calls of ND4J written by hand: every array is made once, in the order of columns that its
 * products write, and a product moves its matrix by itself, {@code W ← W − rate · xᵀ c}.
 */
final class RawNd4jDeepLinear implements DeepLinearStep {

  private final List<INDArray> matrices =
      DeepLinearTask.matrices().stream()
          .map(m -> columns(m, DeepLinearTask.SIZE, DeepLinearTask.SIZE))
          .toList();
  private final INDArray target = rows("target");
  private final List<INDArray> activations = new ArrayList<>(List.of(rows("input")));
  private final List<INDArray> cotangents = new ArrayList<>();
  private double loss = Double.NaN;

  RawNd4jDeepLinear() {
    for (int layer = 0; layer < DeepLinearTask.LAYERS; layer++) {
      activations.add(empty());
      cotangents.add(empty());
    }
  }

  private static INDArray rows(String part) {
    return columns(DeepLinearTask.rows(part), DeepLinearTask.EXAMPLES, DeepLinearTask.SIZE);
  }

  private static INDArray columns(float[] rowMajor, int rows, int columns) {
    return Nd4j.createFromArray(rowMajor).reshape('c', rows, columns).dup('f');
  }

  private static INDArray empty() {
    return Nd4j.createUninitialized(
        DataType.FLOAT, new long[] {DeepLinearTask.EXAMPLES, DeepLinearTask.SIZE}, 'f');
  }

  @Override
  public void run() {
    int last = matrices.size() - 1;
    for (int i = 0; i <= last; i++) {
      Nd4j.gemm(activations.get(i), matrices.get(i), activations.get(i + 1), false, false, 1, 0);
    }
    INDArray cotangent = cotangents.get(last);
    activations.get(last + 1).subi(target, cotangent);
    double norm = cotangent.norm2Number().doubleValue();
    loss = norm * norm / cotangent.length();
    cotangent.muli(2.0 / cotangent.length());
    for (int i = last; i >= 0; i--) {
      if (i > 0) {
        Nd4j.gemm(cotangents.get(i), matrices.get(i), cotangents.get(i - 1), false, true, 1, 0);
      }
      Nd4j.gemm(
          activations.get(i),
          cotangents.get(i),
          matrices.get(i),
          true,
          false,
          -DeepLinearTask.LEARNING_RATE,
          1);
    }
  }

  @Override
  public double loss() {
    return loss;
  }

  @Override
  public void close() {
    matrices.forEach(INDArray::close);
    activations.forEach(INDArray::close);
    cotangents.forEach(INDArray::close);
    target.close();
  }
}
