package org.normscape.nn.loss;

import com.google.auto.service.AutoService;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.params.Parameters;

/**
 * Classification by least squares: the mean over the examples of {@code ½‖output − e‖²}, where e
 * has 1 for the class of the label and 0 for the others. Outputs are {@code [n, classes]}, labels
 * {@code [n]}, int32 in {@code [0, classes)}; a label outside is that of no class, and its e is 0.
 *
 * <p>Studies of the edge of stability train with it, for near its minimum the loss is close to
 * quadratic (Cohen et al., "Gradient descent on neural networks typically occurs at the edge of
 * stability", 2021). The metric {@code accuracy} is that of {@link SoftmaxCrossEntropy}.
 */
@AutoService(Loss.class)
public record OneHotSquaredError() implements Loss {

  @Override
  public TensorType target(Shape output, DType dtype) {
    if (output.rank() != 2) {
      throw new IllegalArgumentException(
          "OneHotSquaredError: the output must be [n, classes], but it is %s. To fix: end the network with Dense."
              .formatted(output));
    }
    return TensorType.int32(output.dim(0));
  }

  @Override
  public Tensor loss(Tensor output, Tensor target) {
    Tensor wanted = target.oneHot(output.shape().dim(1), output.type().dtype());
    Tensor difference = output.minus(wanted);
    return difference.dot(difference).dividedBy(2 * output.shape().dim(0));
  }

  @Override
  public Parameters<Tensor> metrics(Tensor output, Tensor target) {
    return Accuracy.of(output, target);
  }
}
