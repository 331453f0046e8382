package org.normscape.nn.loss;

import com.google.auto.service.AutoService;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.params.Parameters;

/**
 * The squared difference between outputs and targets of the same type: one term {@code (output −
 * target)²} for each element.
 *
 * <p>{@link LossReduction#MEAN} is over all elements, not over examples: {@code MSELoss} in PyTorch
 * and {@code MeanSquaredError} in Keras. {@link LossReduction#HALF_SUM} is {@code ½‖output −
 * target‖²}, the convention of {@code tf.nn.l2_loss}.
 *
 * @param reduction how the terms of the elements become one number
 */
@AutoService(Loss.class)
public record SquaredError(LossReduction reduction) implements Loss {

  /** The mean over all elements. */
  public SquaredError() {
    this(LossReduction.MEAN);
  }

  @Override
  public TensorType target(Shape output, DType dtype) {
    return new TensorType(dtype, output);
  }

  @Override
  public Tensor loss(Tensor output, Tensor target) {
    Tensor difference = output.minus(target);
    return reduction.of(difference.times(difference));
  }

  @Override
  public Parameters<Tensor> metrics(Tensor output, Tensor target) {
    return Parameters.none();
  }
}
