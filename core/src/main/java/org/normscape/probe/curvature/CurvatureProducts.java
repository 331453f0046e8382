package org.normscape.probe.curvature;

import java.util.List;
import java.util.Set;
import org.normscape.backend.Array;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.linalg.LinearOperator;
import org.normscape.linalg.VectorSpace;
import org.normscape.objective.Arguments;
import org.normscape.objective.Evaluation;
import org.normscape.objective.Objective;
import org.normscape.objective.Point;
import org.normscape.params.NamedExecutable;
import org.normscape.params.NamedProgram;
import org.normscape.params.Parameters;
import org.normscape.probe.Site;
import org.normscape.probe.Situation;

/**
 * The products of a {@link Curvature} with vectors, compiled for one site. A product with a Hessian
 * costs about three gradients.
 *
 * <pre>
 * try (CurvatureProducts products = new CurvatureProducts(new Curvature(), site);
 *     LinearOperator hessian = products.at(situation);
 *     Owner owner = new Owner()) {
 *   Eigenpairs top = new Lanczos(1, 0, 30, 1e-3)
 *       .solve(hessian, products.space(), List.of(), RandomStream.of(7, "start"), owner);
 *   System.out.println(top.largestValue());
 * }
 * </pre>
 */
public final class CurvatureProducts implements AutoCloseable {

  private static final String VECTOR = "vector";

  private final Curvature of;
  private final Set<String> paths;
  private final VectorSpace space;
  private final NamedExecutable product;

  /**
   * Compiles the products.
   *
   * @throws IllegalArgumentException when no parameter is chosen
   */
  public CurvatureProducts(Curvature of, Site site) {
    Objective objective = of.objective(site);
    NamedProgram written = program(of, objective);
    this.of = of;
    this.paths = of.paths(objective);
    this.product = written.compile(site.backend(), site.numerics());
    this.space = new VectorSpace(site.backend(), site.numerics(), written.results());
  }

  /** A product as a program on a point, a batch and a vector. */
  static NamedProgram program(Curvature of, Objective objective) {
    Set<String> paths = of.paths(objective);
    Parameters<TensorType> rows = chosen(objective.types().parameters(), paths);
    return NamedProgram.trace(
        objective.types().with(objective.arguments(of.statistics())).and(rows.within(VECTOR)),
        arguments -> {
          Arguments<Tensor> at = Arguments.of(arguments);
          Evaluation evaluation = objective.evaluate(at.point(), at.batch(), of.statistics());
          Parameters<Tensor> in = chosen(at.point().parameters(), paths);
          List<Tensor> vector = arguments.under(VECTOR).values();
          return Parameters.like(in, of.matrix().product(evaluation, in.values(), vector));
        });
  }

  private static <T> Parameters<T> chosen(Parameters<T> all, Set<String> paths) {
    return all.where((path, value) -> paths.contains(path));
  }

  /** What belongs to the parameters that the matrix has rows for. */
  public <T> Parameters<T> chosen(Parameters<T> all) {
    return chosen(all, paths);
  }

  /** The vectors that the matrix is multiplied with. */
  public VectorSpace space() {
    return space;
  }

  /** The matrix at a point. It lends what the situation lends; closing it closes nothing else. */
  public LinearOperator at(Situation situation) {
    return new CurvatureOperator(this, of, situation);
  }

  /** One product, on one batch. */
  Parameters<Array> run(Point<Array> point, Parameters<Array> batch, Parameters<Array> vector) {
    return product.run(point.with(batch).and(vector.within(VECTOR)));
  }

  @Override
  public void close() {
    product.close();
    space.close();
  }
}
