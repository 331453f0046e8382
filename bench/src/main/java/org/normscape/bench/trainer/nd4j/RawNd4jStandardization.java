package org.normscape.bench.trainer.nd4j;

import static org.normscape.bench.trainer.nd4j.RawNd4jLayer.like;
import static org.normscape.bench.trainer.nd4j.RawNd4jLayer.op;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.executioner.OpExecutioner;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** The standardization of groups of m elements, each by its own mean and variance. */
final class RawNd4jStandardization {

  private final OpExecutioner executioner = Nd4j.getExecutioner();
  private final RawNd4jGroups groups;
  private final double epsilon;
  private final INDArray input;
  private final INDArray mean;
  private final INDArray variance;
  private final INDArray inverseDeviation;
  private final INDArray standardized;
  private final INDArray scratch;

  RawNd4jStandardization(RawNd4jGroups groups, double epsilon, INDArray input) {
    this.groups = groups;
    this.epsilon = epsilon;
    this.input = input;
    this.mean = groups.numbers(input);
    this.variance = like(mean);
    this.inverseDeviation = like(mean);
    this.standardized = like(input);
    this.scratch = like(input);
  }

  INDArray mean() {
    return mean;
  }

  /** The biased one. */
  INDArray variance() {
    return variance;
  }

  INDArray inverseDeviation() {
    return inverseDeviation;
  }

  INDArray standardized() {
    return standardized;
  }

  /** An array like the input, for whoever needs one between forward and backward. */
  INDArray scratch() {
    return scratch;
  }

  /** m. */
  double count() {
    return (double) input.length() / mean.length();
  }

  void forward() {
    INDArray x = groups.matrix(input);
    INDArray centered = groups.matrix(standardized);
    INDArray squares = groups.matrix(scratch);
    executioner.exec(groups.sum(x, mean));
    mean.divi(count());
    executioner.exec(groups.subtract(x, mean, centered));
    executioner.exec(op("multiply", List.of(centered, centered), List.of(squares)));
    executioner.exec(groups.sum(squares, variance));
    variance.divi(count());
    inverseDeviation.assign(variance).addi(epsilon);
    Transforms.sqrt(inverseDeviation, false).rdivi(1);
    executioner.exec(groups.multiply(centered, inverseDeviation, centered));
  }

  /**
   * From {@code sum = Σct} and {@code products = Σ ct·standardized} of each group: {@code (factor /
   * m) (m·ct − sum − standardized · products)}.
   */
  void backward(
      INDArray cotangent,
      INDArray sum,
      INDArray products,
      INDArray factor,
      INDArray inputGradient) {
    INDArray ct = groups.matrix(cotangent);
    INDArray x = groups.matrix(inputGradient);
    INDArray xHat = groups.matrix(standardized);
    executioner.exec(groups.multiply(xHat, products.div(count()), x));
    executioner.exec(groups.add(x, sum.div(count()), x));
    executioner.exec(op("subtract", List.of(ct, x), List.of(x)));
    executioner.exec(groups.multiply(x, factor, x));
  }
}
