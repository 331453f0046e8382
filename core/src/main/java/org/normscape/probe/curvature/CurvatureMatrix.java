package org.normscape.probe.curvature;

import java.util.List;
import org.normscape.ir.Tensor;
import org.normscape.objective.Evaluation;

/**
 * A symmetric matrix that says how a loss bends around a point, known by its products with vectors.
 * Implementations are records.
 */
public interface CurvatureMatrix {

  /** What it is called in sentences, such as {@code Hessian}. */
  String title();

  /** What the names of its quantities start with, such as {@code hessian}. */
  String prefix();

  /** How formulas write it. */
  String symbol();

  /**
   * Writes its product with a vector into the program of an evaluation. What layers hold constant
   * under differentiation stays constant under the second one too, so that the matrix is symmetric.
   *
   * @param evaluation what the objective gives at the point
   * @param parameters those that the matrix has rows for
   * @param vector one tensor for each, of its type
   * @return one tensor for each
   */
  List<Tensor> product(Evaluation evaluation, List<Tensor> parameters, List<Tensor> vector);
}
