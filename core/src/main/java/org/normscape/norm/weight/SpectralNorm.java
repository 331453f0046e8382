package org.normscape.norm.weight;

import com.google.auto.service.AutoService;
import org.normscape.component.Components;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.nn.Applied;
import org.normscape.nn.Call;
import org.normscape.nn.Linear;
import org.normscape.nn.ParameterSpec;
import org.normscape.nn.Role;
import org.normscape.nn.Statistics;
import org.normscape.norm.Normalization;
import org.normscape.norm.WeightNormalization;
import org.normscape.params.Parameters;

/**
 * Spectral normalization (Miyato, Kataoka, Koyama and Yoshida, "Spectral normalization for
 * generative adversarial networks", 2018, algorithm 1): weights are divided by an estimate of their
 * largest singular value. With the weights as a matrix {@code W [out, fan-in]},
 *
 * <pre>
 *   v ← Wᵀu / ‖Wᵀu‖      u ← Wv / ‖Wv‖      w = W / (uᵀWv)
 * </pre>
 *
 * <p>The matrix is that of the weights {@code [kH, kW, in, out]} put in rows, as in all libraries;
 * its largest singular value is not that of the convolution.
 *
 * <p>{@code u [out]} and {@code v [fan-in]} are state, and start after 15 iterations, as in
 * PyTorch. {@link Statistics#BATCH} iterates and remembers, {@link Statistics#BATCH_FROZEN_RUNNING}
 * iterates alone, {@link Statistics#RUNNING} takes them as they are remembered. They are held
 * constant under differentiation and are frozen values: where they are given as inputs, the
 * gradient is that of a function and the Hessian is symmetric. The stored weights stay as they are
 * (Keras overwrites them in training). {@link ConvergedSpectralNorm} is a function of the weights
 * alone.
 *
 * @param iterations how many power iterations each step makes, at least 1
 * @param epsilon the least norm by which u and v are divided; at least 0
 * @see "PyTorch: nn.utils.parametrizations.spectral_norm(layer, n_power_iterations, eps)"
 * @see "Keras 3: SpectralNormalization(layer, power_iterations = iterations)"
 * @see "Flax: SpectralNorm(layer, n_steps = iterations, epsilon)"
 */
@AutoService(Normalization.class)
public record SpectralNorm(int iterations, double epsilon) implements WeightNormalization {

  private static final String U = "u";
  private static final String V = "v";

  public SpectralNorm {
    Components.count(SpectralNorm.class, "iterations", iterations);
    Components.notNegative(SpectralNorm.class, "epsilon", epsilon);
  }

  /** The usual one, as in PyTorch: one iteration, epsilon 1e-12. */
  public SpectralNorm() {
    this(1, 1e-12);
  }

  @Override
  public Parameters<ParameterSpec> state(ParameterSpec weight) {
    return Parameters.of(U, start(weight, SingularVector.Side.OUTPUT, features(weight.shape())))
        .and(V, start(weight, SingularVector.Side.INPUT, fanIn(weight.shape())));
  }

  private static ParameterSpec start(ParameterSpec weight, SingularVector.Side side, int extent) {
    SingularVector vector = new SingularVector(weight.initializer(), weight.shape(), side);
    return new ParameterSpec(Shape.of(extent), Role.STATISTIC, vector).drawnWith(Linear.WEIGHT);
  }

  @Override
  public Parameters<Shape> frozen(ParameterSpec weight) {
    return state(weight).map(ParameterSpec::shape);
  }

  @Override
  public Applied apply(Call call, Tensor w) {
    Tensor matrix = w.reshape(Shape.of(fanIn(w.shape()), features(w.shape())));
    Parameters<Tensor> vectors =
        call.statistics() == Statistics.RUNNING ? call.state() : iterated(matrix, call.state());
    Tensor u = call.frozen(U, () -> vectors.get(U));
    Tensor v = call.frozen(V, () -> vectors.get(V));
    Parameters<Tensor> held = Parameters.of(U, u).and(V, v);
    Tensor sigma = matrix.matmul(column(u)).dot(column(v));
    Tensor divided = w.dividedBy(sigma.broadcast(w.shape(), w.shape().axes()));
    return Applied.of(divided, call.statistics() == Statistics.BATCH ? held : call.state())
        .withFrozen(held);
  }

  private Parameters<Tensor> iterated(Tensor matrix, Parameters<Tensor> vectors) {
    Tensor u = column(vectors.get(U));
    Tensor v = column(vectors.get(V));
    for (int i = 0; i < iterations; i++) {
      v = unit(matrix.matmul(u));
      u = unit(matrix.matmul(v, true, false));
    }
    return Parameters.of(U, row(u)).and(V, row(v));
  }

  private Tensor unit(Tensor column) {
    Tensor length = column.dot(column).sqrt();
    Tensor least = length.maximum(length.filled(epsilon));
    return column.dividedBy(least.broadcast(column.shape(), column.shape().axes()));
  }

  private static Tensor column(Tensor vector) {
    return vector.reshape(Shape.of(vector.shape().size(), 1));
  }

  private static Tensor row(Tensor column) {
    return column.reshape(Shape.of(column.shape().size()));
  }

  private static int features(Shape weight) {
    return weight.dim(-1);
  }

  private static int fanIn(Shape weight) {
    return weight.size() / weight.dim(-1);
  }
}
