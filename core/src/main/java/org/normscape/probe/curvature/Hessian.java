package org.normscape.probe.curvature;

import com.google.auto.service.AutoService;
import java.util.List;
import org.normscape.grad.Products;
import org.normscape.ir.Tensor;
import org.normscape.objective.Evaluation;

/** The matrix {@code H = ∇²L} of the second derivatives of the loss. */
@AutoService(CurvatureMatrix.class)
public record Hessian() implements CurvatureMatrix {

  @Override
  public String title() {
    return "Hessian";
  }

  @Override
  public String prefix() {
    return "hessian";
  }

  @Override
  public String symbol() {
    return "H";
  }

  @Override
  public List<Tensor> product(Evaluation evaluation, List<Tensor> parameters, List<Tensor> vector) {
    return Products.hessianVector(evaluation.loss(), parameters, vector);
  }
}
