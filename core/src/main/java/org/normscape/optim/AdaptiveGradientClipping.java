package org.normscape.optim;

import com.google.auto.service.AutoService;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.normscape.component.Components;
import org.normscape.ir.Tensor;
import org.normscape.params.Parameters;

/**
 * Adaptive gradient clipping (Brock, De, Smith and Simonyan, "High-performance large-scale image
 * recognition without normalization", 2021, equation 3): the gradient of the weights of each output
 * feature is at most a fraction of these weights in norm,
 *
 * <pre>
 *   g ← g · threshold · max(‖w‖, epsilon) / ‖g‖    where ‖g‖ > threshold · max(‖w‖, epsilon)
 * </pre>
 *
 * <p>with norms over all axes but the last. What has fewer than two axes is one unit. As in the
 * authors' code, {@code ‖g‖} is divided by as 1e-6 at least. They leave the last layer unclipped:
 * {@code except} names it.
 *
 * @param rule what moves by the changed gradient
 * @param threshold the largest ratio of both norms; greater than 0
 * @param epsilon the least norm that weights count with, so that those that start at 0 can move;
 *     greater than 0
 * @param except the first names of the paths that are left as they are, such as {@code dense3}
 */
@AutoService(Optimizer.class)
public record AdaptiveGradientClipping(
    Optimizer rule, double threshold, double epsilon, List<String> except) implements GradientRule {

  private static final double FLOOR = 1e-6;

  public AdaptiveGradientClipping {
    Components.positive(AdaptiveGradientClipping.class, "threshold", threshold);
    Components.positive(AdaptiveGradientClipping.class, "epsilon", epsilon);
    except = List.copyOf(except);
  }

  /** Around {@link Nesterov}, as in the paper: threshold 0.01, epsilon 1e-3, nothing left out. */
  public AdaptiveGradientClipping() {
    this(new Nesterov(), 0.01, 1e-3, List.of());
  }

  @Override
  public Parameters<Tensor> changed(Parameters<Tensor> parameters, Parameters<Tensor> gradient) {
    Map<String, Tensor> changed = new LinkedHashMap<>(gradient.byPath());
    changed.replaceAll((path, g) -> isExcepted(path) ? g : clipped(parameters.get(path), g));
    return new Parameters<>(changed);
  }

  private boolean isExcepted(String path) {
    return except.stream().anyMatch(name -> path.equals(name) || path.startsWith(name + "."));
  }

  private Tensor clipped(Tensor w, Tensor g) {
    List<Integer> unit =
        ParameterSubset.WEIGHTS.contains(w) ? w.shape().axesExcept(-1) : w.shape().axes();
    Tensor length = norm(w, unit);
    Tensor allowed = length.maximum(length.filled(epsilon)).times(threshold);
    Tensor slope = norm(g, unit);
    Tensor shortened = allowed.dividedBy(slope.maximum(slope.filled(FLOOR)));
    Tensor factor = slope.greater(allowed).select(shortened, shortened.filled(1));
    return g.times(factor.broadcast(g.shape(), unit));
  }

  private static Tensor norm(Tensor x, List<Integer> axes) {
    return x.times(x).sum(axes).sqrt();
  }
}
