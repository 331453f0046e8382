package org.normscape.grad;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.normscape.ir.Composite;
import org.normscape.ir.IndependentAxis;
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

  /** Those of what is differentiated: a cotangent has the axes of what it belongs to. */
  @Override
  public List<IndependentAxis> independentAxes(List<TensorType> all) {
    List<TensorType> primals = all.subList(0, inputs);
    return of.independentAxes(primals).stream().map(axis -> adjoint(axis, primals)).toList();
  }

  private IndependentAxis adjoint(IndependentAxis axis, List<TensorType> primals) {
    List<Integer> given = new ArrayList<>(axis.inputs());
    given.addAll(axis.outputs());
    flowing.forEach(i -> given.add(axis.outputs().get(i)));
    List<Integer> made =
        IntStream.range(0, inputs)
            .filter(i -> primals.get(i).dtype().isFloating())
            .mapToObj(i -> axis.inputs().get(i))
            .toList();
    return new IndependentAxis(given, made);
  }

  /** The outputs of what is differentiated are those of its inputs. */
  @Override
  public List<Tensor> consistent(List<Tensor> all) {
    List<Tensor> primals = of.consistent(all.subList(0, inputs));
    List<Tensor> outputs = of.body(primals);
    List<Tensor> result = new ArrayList<>(primals);
    result.addAll(outputs);
    result.addAll(all.subList(inputs + outputs.size(), all.size()));
    return result;
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
