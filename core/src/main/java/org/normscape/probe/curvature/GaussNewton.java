package org.normscape.probe.curvature;

import com.google.auto.service.AutoService;
import java.util.List;
import org.normscape.grad.Products;
import org.normscape.ir.Tensor;
import org.normscape.objective.Evaluation;

/**
 * The generalized Gauss-Newton matrix {@code G = Jᵀ H_L J} (Schraudolph, 2002), where J is the
 * Jacobian of the network's output in the parameters and {@code H_L} the Hessian of the loss in the
 * output: the Hessian as if the network were linear in its parameters. For a softmax with
 * cross-entropy it is the Fisher matrix over the classes that the network itself predicts. A
 * penalty that does not go through the output adds nothing to it.
 */
@AutoService(CurvatureMatrix.class)
public record GaussNewton() implements CurvatureMatrix {

  @Override
  public String title() {
    return "Gauss-Newton matrix";
  }

  @Override
  public String prefix() {
    return "gauss_newton";
  }

  @Override
  public String symbol() {
    return "G";
  }

  @Override
  public List<Tensor> product(Evaluation evaluation, List<Tensor> parameters, List<Tensor> vector) {
    return Products.gaussNewtonVector(
        evaluation.loss(), List.of(evaluation.output()), parameters, vector);
  }
}
