package org.normscape.probe.activation;

import java.util.List;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.Numerics;
import org.normscape.grad.Products;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.linalg.Range;
import org.normscape.params.NamedExecutable;
import org.normscape.params.NamedProgram;
import org.normscape.params.Parameters;
import org.normscape.probe.activation.ActivationProfile.Moments;

/**
 * {@code (a, ∂L/∂a) ↦} mean, deviation and gradient norm, for several activations {@code a} at
 * once. Signals that vanish with depth have squares that are no numbers of their type: elements are
 * divided before they are squared.
 */
final class MomentsProgram implements AutoCloseable {

  private static final String VALUE = "value";
  private static final String GRADIENT = "gradient";
  private static final String MEAN = "mean";
  private static final String DEVIATION = "deviation";
  private static final String SQUARE = "square";

  private final Parameters<TensorType> activations;
  private final NamedExecutable program;

  /** Compiles it for activations of these types. */
  MomentsProgram(Parameters<TensorType> activations, Backend backend, Numerics numerics) {
    this.activations = activations;
    this.program =
        NamedProgram.trace(activations.within(VALUE).and(activations.within(GRADIENT)), this::write)
            .compile(backend, numerics);
  }

  private Parameters<Tensor> write(Parameters<Tensor> arguments) {
    Parameters<Tensor> results = Parameters.none();
    for (String path : activations.paths()) {
      Tensor value = arguments.get(VALUE + "." + path);
      Tensor mean = value.mean();
      Tensor centred = value.minus(mean.broadcast(value.shape(), value.shape().axes()));
      results =
          results
              .and(MEAN + "." + path, mean)
              .and(square(centred).within(DEVIATION + "." + path))
              .and(square(arguments.get(GRADIENT + "." + path)).within(GRADIENT + "." + path));
    }
    return results;
  }

  private static Parameters<Tensor> square(Tensor x) {
    Range.Scaled scaled = Range.WHOLE.scaled(List.of(x));
    return Parameters.of(SQUARE, Products.dot(scaled.elements(), scaled.elements()))
        .and(scaled.scale());
  }

  /** Measures activations and the gradients in them, by path. */
  Parameters<Moments> run(Parameters<Array> values, Parameters<Array> gradients) {
    Parameters<Double> found =
        Range.read(program.run(values.within(VALUE).and(gradients.within(GRADIENT))));
    return Parameters.like(
        activations,
        activations.byPath().entrySet().stream()
            .map(
                at ->
                    new Moments(
                        found.get(MEAN + "." + at.getKey()),
                        norm(found, DEVIATION + "." + at.getKey())
                            / Math.sqrt(at.getValue().shape().size()),
                        norm(found, GRADIENT + "." + at.getKey())))
            .toList());
  }

  private static double norm(Parameters<Double> found, String vector) {
    return Range.scale(found, vector) * Math.sqrt(found.get(vector + "." + SQUARE));
  }

  @Override
  public void close() {
    program.close();
  }
}
