package org.normscape.probe.theory;

import java.util.List;
import org.normscape.backend.Array;
import org.normscape.grad.Gradients;
import org.normscape.grad.Products;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.nn.Statistics;
import org.normscape.objective.Objective;
import org.normscape.objective.Penalty;
import org.normscape.params.NamedExecutable;
import org.normscape.params.NamedProgram;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;
import org.normscape.probe.Site;
import org.normscape.probe.structure.BatchNormUse;
import org.normscape.probe.structure.Written;

/**
 * Both sides of Theorem 4.2 for some batch normalizations at once, along the gradient in those
 * channels of each that a mask of ones and zeros leaves.
 */
final class SmoothnessProgram implements AutoCloseable {

  static final String LEFT = "left";
  static final String CURVATURE = "curvature";
  static final String PLAIN = "plain";
  static final String SQUARE = "square";
  static final String GRADIENT = "gradient";
  static final String CORRELATION = "correlation";
  static final String LEAK = "leak";
  static final String SCALE = "scale";
  static final String DEVIATION = "deviation";

  private static final Statistics BATCH = Statistics.BATCH_FROZEN_RUNNING;
  private static final String MASK = "mask";

  private final Objective objective;
  private final Parameters<TensorType> masks;
  private final NamedExecutable program;

  /**
   * Compiles it.
   *
   * @param masks the types of the masks, by the path of the normalization
   */
  SmoothnessProgram(Site site, Parameters<TensorType> masks) {
    this.objective = site.objective(Penalty.EXCLUDED);
    this.masks = masks;
    this.program =
        NamedProgram.trace(Written.arguments(objective, BATCH).and(masks.within(MASK)), this::write)
            .compile(site.backend(), site.numerics());
  }

  private Parameters<Tensor> write(Parameters<Tensor> arguments) {
    Written written = Written.of(objective, arguments, BATCH);
    Parameters<BatchNormUse> norms =
        written.batchNorms().where((path, use) -> masks.find(path).isPresent());
    Parameters<Tensor> flowing =
        Parameters.like(
            norms,
            Gradients.of(
                written.evaluation().loss(),
                norms.values().stream().map(BatchNormUse::output).toList()));
    Parameters<Tensor> given = arguments.under(MASK);
    Parameters<Tensor> results = Parameters.none();
    for (String path : norms.paths()) {
      results =
          results.and(write(norms.get(path), flowing.get(path), given.get(path)).within(path));
    }
    return results;
  }

  private static Parameters<Tensor> write(BatchNormUse norm, Tensor g, Tensor channels) {
    List<Tensor> y = List.of(norm.input());
    List<Tensor> z = List.of(norm.output());
    Tensor mask = norm.spread(channels);
    Tensor pulled = Gradients.vjp(z, y, List.of(g.stopGradient())).get(0);
    Tensor u = pulled.times(mask);
    Tensor v = Products.jvp(z, y, List.of(u)).get(0);
    Tensor inside = u.dot(Gradients.vjp(List.of(pulled), y, List.of(u)).get(0));
    Tensor curvature = bent(g, norm.output(), v);
    return Parameters.of(LEFT, inside.plus(curvature))
        .and(CURVATURE, curvature)
        .and(PLAIN, bent(g, norm.output(), g.times(mask)))
        .and(SQUARE, norm.inner(u, u))
        .and(GRADIENT, norm.inner(g, g))
        .and(CORRELATION, norm.inner(g, norm.normalized()))
        .and(LEAK, norm.inner(u, norm.normalized()))
        .and(SCALE, norm.scale())
        .and(DEVIATION, norm.squaredDeviation());
  }

  /** {@code vᵀHv} with the Hessian in z. */
  private static Tensor bent(Tensor g, Tensor z, Tensor v) {
    return v.dot(Gradients.vjp(List.of(g), List.of(z), List.of(v)).get(0));
  }

  /**
   * Runs it.
   *
   * @param arguments a point with a batch
   * @param given the masks, by the paths of their types
   */
  Parameters<double[]> run(Parameters<Array> arguments, Parameters<Array> given) {
    try (Owner owner = new Owner()) {
      return program.run(arguments.and(given.within(MASK)), owner).map(Array::toDoubles);
    }
  }

  @Override
  public void close() {
    program.close();
  }
}
