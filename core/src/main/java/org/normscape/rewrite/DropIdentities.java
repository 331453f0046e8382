package org.normscape.rewrite;

import java.util.List;
import java.util.Optional;
import org.normscape.ir.Elementwise;
import org.normscape.ir.Operation;
import org.normscape.ir.Tensor;
import org.normscape.ir.Trace;

/**
 * {@code x · 1 → x}, {@code x / 1 → x}, {@code x − 0 → x}, {@code x + (−0) → x}, {@code −(−x) → x},
 * {@code select(m, x, x) → x}, {@code stop_gradient(x) → x}.
 *
 * <p>{@code x + 0} is not among them: it turns −0 into +0.
 */
final class DropIdentities implements Rewrite {

  @Override
  public Optional<List<Tensor>> apply(Trace trace, Operation operation, List<Tensor> inputs) {
    return remaining(operation, inputs).map(List::of);
  }

  private static Optional<Tensor> remaining(Operation operation, List<Tensor> in) {
    if (operation instanceof Elementwise.StopGradient) {
      return Optional.of(in.get(0));
    }
    if (operation instanceof Elementwise.Negate negate) {
      return in.get(0)
          .definition()
          .filter(e -> e.operation().equals(negate))
          .map(e -> in.get(0).trace().tensor(e.inputs().get(0)));
    }
    if (operation instanceof Elementwise.Select && in.get(1).var().equals(in.get(2).var())) {
      return Optional.of(in.get(1));
    }
    return in.size() == 2 ? binary(operation, in.get(0), in.get(1)) : Optional.empty();
  }

  private static Optional<Tensor> binary(Operation operation, Tensor x, Tensor y) {
    if (operation instanceof Elementwise.Multiply) {
      return neutral(x, y, 1).or(() -> neutral(y, x, 1));
    }
    if (operation instanceof Elementwise.Add) {
      return neutral(x, y, -0.0).or(() -> neutral(y, x, -0.0));
    }
    if (operation instanceof Elementwise.Divide) {
      return neutral(x, y, 1);
    }
    return operation instanceof Elementwise.Subtract ? neutral(x, y, 0) : Optional.empty();
  }

  private static Optional<Tensor> neutral(Tensor kept, Tensor dropped, double value) {
    return Constants.is(dropped, value) ? Optional.of(kept) : Optional.empty();
  }
}
