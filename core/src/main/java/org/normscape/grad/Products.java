package org.normscape.grad;

import java.util.List;
import java.util.stream.IntStream;
import org.normscape.ir.Tensor;

/** Products of derivative matrices with vectors, written with reverse mode alone. */
public final class Products {

  private Products() {}

  /**
   * The Jacobian-vector product {@code J v} of outputs in inputs, one tensor for each output.
   *
   * <p>{@code u ↦ Jᵀu} is linear, so its own vjp is {@code v ↦ J v}; the point {@code u} at which
   * it is taken plays no part.
   *
   * @param outputs what is differentiated
   * @param inputs with respect to what
   * @param tangents {@code v}: one for each input, of its type
   */
  public static List<Tensor> jvp(List<Tensor> outputs, List<Tensor> inputs, List<Tensor> tangents) {
    // Each u must be a variable of its own, so each gets another value: equal ones would be shared.
    List<Tensor> dual =
        IntStream.range(0, outputs.size())
            .mapToObj(i -> outputs.get(i).filled(i).stopGradient())
            .toList();
    List<Tensor> pulled = Gradients.vjp(outputs, inputs, dual);
    return Gradients.vjp(pulled, dual, tangents);
  }

  /**
   * The Hessian-vector product {@code H v} of a scalar, one tensor for each input (Pearlmutter,
   * 1994): the gradient of {@code ⟨∇L, v⟩}.
   */
  public static List<Tensor> hessianVector(
      Tensor scalar, List<Tensor> inputs, List<Tensor> vector) {
    return Gradients.vjp(Gradients.of(scalar, inputs), inputs, vector);
  }

  /**
   * The Gauss-Newton-vector product {@code Jᵀ H_L J v}, where {@code J} is the Jacobian of {@code
   * outputs} in {@code inputs} and {@code H_L} the Hessian of {@code scalar} in {@code outputs}
   * (Schraudolph, 2002).
   */
  public static List<Tensor> gaussNewtonVector(
      Tensor scalar, List<Tensor> outputs, List<Tensor> inputs, List<Tensor> vector) {
    List<Tensor> pushed = jvp(outputs, inputs, vector);
    return Gradients.vjp(outputs, inputs, hessianVector(scalar, outputs, pushed));
  }

  /** The inner product {@code Σ ⟨x_i, y_i⟩} of two lists of tensors: a scalar. */
  public static Tensor dot(List<Tensor> x, List<Tensor> y) {
    return IntStream.range(0, x.size())
        .mapToObj(i -> x.get(i).dot(y.get(i)))
        .reduce(Tensor::plus)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "dot: needs at least one tensor, but there is none. To fix: pass some."));
  }
}
