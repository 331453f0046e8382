package org.normscape.nn.loss;

import java.util.List;
import org.normscape.ir.DType;
import org.normscape.ir.Tensor;
import org.normscape.params.Parameters;

/**
 * The metric {@code accuracy}: the fraction of examples whose largest output, the first of equal
 * ones, is that of the label; a label outside is that of no output. It is NaN where the largest
 * output of an example is NaN or infinite: such a network chooses nothing.
 */
final class Accuracy {

  private Accuracy() {}

  /**
   * The metric.
   *
   * @param output {@code [n, classes]}
   * @param labels {@code [n]}, int32
   */
  static Parameters<Tensor> of(Tensor output, Tensor labels) {
    int classes = output.shape().dim(1);
    DType dtype = output.type().dtype();
    Tensor chosen = output.argMax().oneHot(classes, dtype);
    Tensor correct = chosen.dot(labels.oneHot(classes, dtype));
    Tensor largest = output.max(List.of(1));
    Tensor zeroWhereFinite = largest.minus(largest).sum();
    return Parameters.of(
        "accuracy", correct.plus(zeroWhereFinite).dividedBy(output.shape().dim(0)));
  }
}
