package org.normscape.grad;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.normscape.ir.Composite;
import org.normscape.ir.Equation;
import org.normscape.ir.Primitive;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.ir.Trace;
import org.normscape.ir.Var;

/**
 * Reverse-mode differentiation inside a program being written: derivatives are more equations of
 * the same program, so they can be differentiated again.
 */
public final class Gradients {

  private final Trace trace;
  private final List<Equation> equations;
  private final Set<Var> active;
  private final Map<Var, Tensor> cotangents = new HashMap<>();

  private Gradients(Trace trace, List<Tensor> inputs) {
    this.trace = trace;
    this.equations = trace.equations();
    this.active = new HashSet<>(inputs.stream().map(Tensor::var).toList());
    for (Equation e : equations) {
      if (e.inputs().stream().anyMatch(active::contains)) {
        active.addAll(e.outputs());
      }
    }
  }

  /**
   * The gradient of a scalar with respect to each of {@code inputs}, in their types.
   *
   * @throws IllegalArgumentException when {@code scalar} is not one
   */
  public static List<Tensor> of(Tensor scalar, List<Tensor> inputs) {
    if (!scalar.shape().equals(Shape.SCALAR)) {
      throw new IllegalArgumentException(
          "gradient: only a scalar has one, but the type is %s. To fix: sum() it first."
              .formatted(scalar.type()));
    }
    return vjp(List.of(scalar), inputs, List.of(scalar.filled(1)));
  }

  /**
   * The vector-Jacobian product: for each input, the sum over outputs of its cotangent times the
   * Jacobian; zeros where nothing flows.
   *
   * @param outputs tensors of one program
   * @param inputs tensors of that program, on which the outputs may depend
   * @param cotangents one for each output, of its type
   */
  public static List<Tensor> vjp(
      List<Tensor> outputs, List<Tensor> inputs, List<Tensor> cotangents) {
    if (inputs.isEmpty()) {
      return List.of();
    }
    Gradients sweep = new Gradients(inputs.get(0).trace(), inputs);
    for (int i = 0; i < outputs.size(); i++) {
      sweep.flow(outputs.get(i).var(), cotangents.get(i));
    }
    sweep.backward();
    return inputs.stream().map(t -> sweep.cotangents.getOrDefault(t.var(), t.zeros())).toList();
  }

  private void backward() {
    for (int i = equations.size() - 1; i >= 0; i--) {
      Equation e = equations.get(i);
      if (e.outputs().stream().anyMatch(v -> active.contains(v) && cotangents.containsKey(v))) {
        List<Optional<Tensor>> flows = rule(e);
        for (int k = 0; k < flows.size(); k++) {
          Var input = e.inputs().get(k);
          flows.get(k).ifPresent(ct -> flow(input, ct));
        }
      }
    }
  }

  private void flow(Var var, Tensor cotangent) {
    if (active.contains(var)) {
      cotangents.merge(var, cotangent, Tensor::plus);
    }
  }

  private List<Optional<Tensor>> rule(Equation e) {
    List<Tensor> inputs = e.inputs().stream().map(trace::tensor).toList();
    List<Tensor> outputs = e.outputs().stream().map(trace::tensor).toList();
    if (e.operation() instanceof Primitive primitive) {
      Tensor cotangent = Objects.requireNonNull(cotangents.get(e.outputs().get(0)));
      return primitive.vjp(outputs.get(0), inputs, cotangent);
    }
    return rule((Composite) e.operation(), inputs, outputs);
  }

  private List<Optional<Tensor>> rule(
      Composite composite, List<Tensor> inputs, List<Tensor> outputs) {
    List<Integer> flowing =
        IntStream.range(0, outputs.size())
            .filter(i -> cotangents.containsKey(outputs.get(i).var()))
            .boxed()
            .toList();
    List<Tensor> given =
        flowing.stream()
            .map(i -> Objects.requireNonNull(cotangents.get(outputs.get(i).var())))
            .toList();
    List<Tensor> all = Stream.of(inputs, outputs, given).flatMap(List::stream).toList();
    List<Tensor> flows = trace.apply(new Vjp(composite, inputs.size(), flowing), all);
    List<Optional<Tensor>> byInput = new ArrayList<>();
    int next = 0;
    for (Tensor input : inputs) {
      @Nullable Tensor flow = input.type().dtype().isFloating() ? flows.get(next++) : null;
      byInput.add(Optional.ofNullable(flow));
    }
    return byInput;
  }
}
