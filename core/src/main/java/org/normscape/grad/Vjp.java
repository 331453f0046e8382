package org.normscape.grad;

import java.util.ArrayList;
import java.util.List;
import org.normscape.ir.Composite;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;

/**
 * The vector-Jacobian product of a composite, as a composite.
 *
 * <p>Inputs: those of {@code of}, then its outputs, then the cotangents of those outputs that have
 * one. Results: a cotangent for each floating-point input, zeros where nothing flows. The body
 * computes from the inputs alone; the outputs are there for kernels that can use them, so no
 * derivative flows to them.
 *
 * @param of what is differentiated
 * @param inputs how many inputs it has
 * @param flowing which of its outputs have a cotangent, in increasing order, from 0: a kernel may
 *     serve the usual case, such as that of a loss which does not see the statistics, alone
 */
public record Vjp(Composite of, int inputs, List<Integer> flowing) implements Composite {

  public Vjp {
    flowing = List.copyOf(flowing);
  }

  @Override
  public String name() {
    return of.name() + "_vjp";
  }

  @Override
  public List<Tensor> body(List<Tensor> all) {
    List<Tensor> primals = all.subList(0, inputs);
    List<Tensor> outputs = of.body(primals);
    List<Tensor> cotangents = all.subList(inputs + outputs.size(), all.size());
    List<Tensor> differentiated = flowing.stream().map(outputs::get).toList();
    return Gradients.vjp(differentiated, floating(primals), cotangents);
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
