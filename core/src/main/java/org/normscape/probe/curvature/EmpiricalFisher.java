package org.normscape.probe.curvature;

import com.google.auto.service.AutoService;
import java.util.List;
import org.normscape.grad.Gradients;
import org.normscape.grad.Products;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.objective.Evaluation;

/**
 * The empirical Fisher matrix {@code F = n Σ g_i g_iᵀ} of a batch of n examples, where {@code g_i}
 * is the part of the gradient of the loss that goes through the output of example i, so that {@code
 * Σ g_i} is the gradient. For a loss that is a mean over examples, {@code F = (1/n) Σ ∇ℓ_i ∇ℓ_iᵀ}.
 * It takes the labels of the data, not those that the network predicts: it is not the Fisher matrix
 * (Kunstner, Balles and Hennig, 2019). Where a normalization shares statistics among examples, the
 * whole batch is held and {@code ∇ℓ_i} is the gradient of the loss of example i in that batch. A
 * penalty that does not go through the output adds nothing to it.
 */
@AutoService(CurvatureMatrix.class)
public record EmpiricalFisher() implements CurvatureMatrix {

  @Override
  public String title() {
    return "empirical Fisher matrix";
  }

  @Override
  public String prefix() {
    return "empirical_fisher";
  }

  @Override
  public String symbol() {
    return "F";
  }

  /** With {@code z_i} the output of an example, {@code g_iᵀv = ⟨∂L/∂z_i, (Jv)_i⟩}. */
  @Override
  public List<Tensor> product(Evaluation evaluation, List<Tensor> parameters, List<Tensor> vector) {
    Tensor output = evaluation.output();
    Shape shape = output.shape();
    if (shape.rank() == 0) {
      throw new IllegalArgumentException(
          "EmpiricalFisher: the output must have an axis of examples, but it is a scalar. To fix: choose another matrix.");
    }
    List<Integer> within = shape.axesExcept(0);
    Tensor slope = Gradients.of(evaluation.loss(), List.of(output)).get(0);
    Tensor pushed = Products.jvp(List.of(output), parameters, vector).get(0);
    Tensor along = slope.times(pushed).sum(within).times(shape.dim(0));
    Tensor pulled = slope.times(along.broadcast(shape, within));
    return Gradients.vjp(List.of(output), parameters, List.of(pulled));
  }
}
