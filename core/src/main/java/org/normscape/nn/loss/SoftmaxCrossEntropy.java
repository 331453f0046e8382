package org.normscape.nn.loss;

import com.google.auto.service.AutoService;
import java.util.List;
import org.normscape.composite.CrossEntropy;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.params.Parameters;

/**
 * The cross-entropy of the softmax of logits {@code [n, classes]} with labels {@code [n]}, int32 in
 * {@code [0, classes)}: one term {@code log Σ_j e^{x_j} − x_label}, in nats, for each example.
 *
 * <p>{@link LossReduction#MEAN}, the usual choice, is over the n examples: {@code CrossEntropyLoss}
 * in PyTorch, {@code SparseCategoricalCrossentropy(from_logits=True)} in Keras. The gradient in the
 * logits is then {@code (softmax − onehot) / n}. Where a label lies outside {@code [0, classes)},
 * the loss and the gradient in that example's logits are NaN; {@link Labels#check} says so before.
 *
 * <p>The metric {@code accuracy} is the fraction of examples whose largest logit, the first of
 * equal ones, is that of the label; a label outside is that of no logit. It is NaN where the
 * largest logit of an example is NaN or infinite: such a network chooses nothing.
 *
 * @param reduction how the terms of the examples become one number
 */
@AutoService(Loss.class)
public record SoftmaxCrossEntropy(LossReduction reduction) implements Loss {

  /** The mean over the examples. */
  public SoftmaxCrossEntropy() {
    this(LossReduction.MEAN);
  }

  @Override
  public TensorType target(Shape output, DType dtype) {
    if (output.rank() != 2) {
      throw new IllegalArgumentException(
          "SoftmaxCrossEntropy: the output must be logits [n, classes], but it is %s. To fix: end the network with Dense."
              .formatted(output));
    }
    return TensorType.int32(output.dim(0));
  }

  @Override
  public Tensor loss(Tensor output, Tensor target) {
    return reduction.of(output.trace().apply(new CrossEntropy(), List.of(output, target)).get(0));
  }

  @Override
  public Parameters<Tensor> metrics(Tensor output, Tensor target) {
    return Accuracy.of(output, target);
  }
}
