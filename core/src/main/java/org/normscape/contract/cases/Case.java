package org.normscape.contract.cases;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.normscape.ir.DType;
import org.normscape.ir.Operation;
import org.normscape.ir.Program;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.ir.Trace;
import org.normscape.random.RandomStream;

/**
 * One row of the contract: what to compute, on what numbers, and how exactly. It is run in float32
 * and in float64.
 *
 * @param name what is special about it
 * @param body what to compute
 * @param inputs the numbers
 * @param tolerance how exactly
 * @param derivatives what is asked of derivatives
 * @param order the highest order of derivatives that is asked for
 */
public record Case(
    String name,
    BiFunction<Trace, List<Tensor>, List<Tensor>> body,
    List<Input> inputs,
    Tolerance tolerance,
    Derivatives derivatives,
    int order) {

  private static final int SECOND = 2;

  public Case {
    inputs = List.copyOf(inputs);
  }

  /** One operation on inputs, held to the tolerance of its kind. */
  public static Case of(String name, Operation operation, Input... inputs) {
    return new Case(
        operation.name() + ": " + name,
        (trace, in) -> trace.apply(operation, in),
        List.of(inputs),
        Tolerances.of(operation),
        Derivatives.SMOOTH,
        SECOND);
  }

  /** This row, of whose results only the first is asked for: kernels may serve just that. */
  public Case first() {
    return new Case(
        name + ", first result",
        (trace, in) -> body.apply(trace, in).subList(0, 1),
        inputs,
        tolerance,
        derivatives,
        order);
  }

  /** This row, of whose results all but the first are asked for. */
  public Case rest() {
    return new Case(
        name + ", without the first result",
        (trace, in) -> {
          List<Tensor> results = body.apply(trace, in);
          return results.subList(1, results.size());
        },
        inputs,
        tolerance,
        derivatives,
        order);
  }

  /** Several operations on inputs. */
  public static Case program(
      String name, Tolerance tolerance, UnaryOperator<List<Tensor>> body, Input... inputs) {
    return new Case(
        name,
        (trace, in) -> body.apply(in),
        List.of(inputs),
        tolerance,
        Derivatives.SMOOTH,
        SECOND);
  }

  /** This row on other numbers, where they are floating-point. */
  public Case on(Sampler sampler) {
    List<Input> others =
        inputs.stream()
            .map(x -> x.type().dtype().isFloating() ? new Input(x.type(), sampler) : x)
            .toList();
    return new Case(name, body, others, tolerance, derivatives, order);
  }

  /** This row with another tolerance. */
  public Case within(Tolerance tolerance) {
    return new Case(name, body, inputs, tolerance, derivatives, order);
  }

  /** This row, asking this of the derivatives. */
  public Case with(Derivatives derivatives) {
    return new Case(name, body, inputs, tolerance, derivatives, order);
  }

  /** This row, asking for derivatives up to this order. */
  public Case upTo(int order) {
    return new Case(name, body, inputs, tolerance, derivatives, order);
  }

  /** The types of the inputs in {@code dtype}. */
  public List<TensorType> types(DType dtype) {
    return inputs.stream().map(input -> input.type(dtype)).toList();
  }

  /** What is to be computed, in {@code dtype}. */
  public Program program(DType dtype) {
    return Trace.program(types(dtype), body);
  }

  /** The numbers: always the same for a row of this name. */
  public List<double[]> draw() {
    RandomStream random = RandomStream.of(1, name);
    return inputs.stream().map(input -> input.draw(random)).toList();
  }
}
