package org.normscape.contract.cases;

import java.util.List;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.nn.Applied;
import org.normscape.nn.Call;
import org.normscape.nn.Layer;
import org.normscape.nn.ParameterSpec;
import org.normscape.params.Parameters;

/**
 * The smallest layer with a frozen value: each feature of {@code [n, c]} is divided by its root
 * mean square over the batch, which is held constant under differentiation.
 */
public record HeldScale() implements Layer {

  private static final List<Integer> BATCH = List.of(0);
  private static final String ROOT = "root";

  @Override
  public Shape output(Shape input) {
    return input;
  }

  @Override
  public Parameters<ParameterSpec> parameters(Shape input) {
    return Parameters.none();
  }

  @Override
  public Parameters<ParameterSpec> state(Shape input) {
    return Parameters.none();
  }

  @Override
  public Parameters<Shape> frozen(Shape input) {
    return Parameters.of(ROOT, input.without(BATCH));
  }

  @Override
  public Applied apply(Call call, Tensor x) {
    Tensor root = call.frozen(ROOT, () -> x.times(x).mean(BATCH).sqrt());
    return Applied.of(x.dividedBy(root.broadcast(x.shape(), BATCH)))
        .withFrozen(Parameters.of(ROOT, root));
  }
}
