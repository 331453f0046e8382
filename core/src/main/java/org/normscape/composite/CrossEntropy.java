package org.normscape.composite;

import static org.normscape.ir.ShapeException.unless;

import java.util.List;
import org.normscape.ir.Composite;
import org.normscape.ir.DType;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;

/**
 * The softmax cross-entropy of each example: {@code log Σ_j e^{x_j} − x_label}.
 *
 * <p>Inputs: logits {@code [n, classes]}, floating-point, and labels {@code [n]}, int32, each in
 * {@code [0, classes)}. Results: {@code [n]}, in the logits' dtype. Nothing flows to the labels.
 * Where a label lies outside, the result is NaN, and so is what flows to the logits of that
 * example.
 *
 * <p>The logits are shifted by their maximum, so that no exponential overflows. The result does not
 * depend on the shift at all, so the shift may be held constant under differentiation. The last
 * factor is 1 / 1, or 0 / 0 where no class is that of the label.
 */
public record CrossEntropy() implements Composite {

  private static final List<Integer> CLASSES = List.of(1);

  @Override
  public List<Tensor> body(List<Tensor> inputs) {
    check(inputs.stream().map(Tensor::type).toList());
    Tensor logits = inputs.get(0);
    Tensor shift = logits.max(CLASSES).stopGradient().broadcast(logits.shape(), CLASSES);
    Tensor shifted = logits.minus(shift);
    Tensor label = inputs.get(1).oneHot(logits.shape().dim(1), logits.type().dtype());
    Tensor chosen = label.select(shifted, shifted.zeros()).sum(CLASSES);
    Tensor entropy = shifted.exp().sum(CLASSES).log().minus(chosen);
    Tensor found = label.max(CLASSES);
    return List.of(entropy.times(found.dividedBy(found)));
  }

  private void check(List<TensorType> in) {
    unless(
        in.size() == 2
            && in.get(0).shape().rank() == 2
            && in.get(0).dtype().isFloating()
            && in.get(1).equals(TensorType.int32(in.get(0).shape().dim(0))),
        this,
        in,
        "inputs must be floating-point logits [n, classes] and labels %s[n]".formatted(DType.INT32),
        "reshape the logits, pass one label for each example");
  }
}
