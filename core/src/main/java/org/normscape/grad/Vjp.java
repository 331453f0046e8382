package org.normscape.grad;

import java.util.ArrayList;
import java.util.List;
import org.normscape.ir.Composite;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;

/**
 * The vector-Jacobian product of a composite, as a composite.
 *
 * <p>Inputs: those of {@code of}, then its outputs, then their cotangents. Results: a cotangent for
 * each floating-point input, zeros where nothing flows. The body computes from the inputs alone;
 * the outputs are there for kernels that can use them, so no derivative flows to them.
 */
public record Vjp(Composite of, int inputs) implements Composite {

  @Override
  public String name() {
    return of.name() + "_vjp";
  }

  @Override
  public List<Tensor> body(List<Tensor> all) {
    List<Tensor> primals = all.subList(0, inputs);
    List<Tensor> outputs = of.body(primals);
    List<Tensor> cotangents = all.subList(inputs + outputs.size(), all.size());
    return Gradients.vjp(outputs, floating(primals), cotangents);
  }

  /** The inputs to which a cotangent can flow. */
  static List<Tensor> floating(List<Tensor> inputs) {
    List<Tensor> floating = new ArrayList<>();
    for (Tensor t : inputs) {
      TensorType type = t.type();
      if (type.dtype().isFloating()) {
        floating.add(t);
      }
    }
    return floating;
  }
}
