package org.normscape.objective;

import java.util.List;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.grad.Gradients;
import org.normscape.ir.DType;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.nn.Initialization;
import org.normscape.nn.NoiseSpec;
import org.normscape.nn.ParameterSpec;
import org.normscape.nn.Statistics;
import org.normscape.params.NamedProgram;
import org.normscape.params.Parameters;

/** A loss as a function of parameters, state and batch. Implementations are records. */
public interface Objective {

  /** Under which path a batch holds the noise of a step. */
  String NOISE = "noise";

  /** Under which path a batch holds frozen values. */
  String FROZEN = "frozen";

  /** The floating-point type in which parameters and losses are carried. */
  DType dtype();

  /** What is learned. */
  Parameters<ParameterSpec> parameters();

  /** What normalizations remember. */
  Parameters<ParameterSpec> state();

  /** The types of the tensors that make up a batch, such as {@code input} and {@code target}. */
  Parameters<TensorType> batch();

  /** What is drawn anew at each step, by path, but for {@link Statistics#RUNNING}. */
  default Parameters<NoiseSpec> noise() {
    return Parameters.none();
  }

  /**
   * The values that are computed at a point and held constant under differentiation, by path.
   * {@link FrozenInputs} makes them part of the batch.
   */
  default Parameters<TensorType> frozen() {
    return Parameters.none();
  }

  /** The batch as {@link #evaluate} takes it: with what is drawn for a step under {@code noise}. */
  default Parameters<TensorType> arguments(Statistics statistics) {
    return statistics == Statistics.RUNNING
        ? batch()
        : batch().and(noise().map(spec -> spec.type(dtype())).within(NOISE));
  }

  /**
   * Writes the objective into the program of its arguments.
   *
   * @param point parameters and state
   * @param batch tensors by the paths of {@link #arguments}; it may hold frozen values as well,
   *     under {@code frozen}, which are then taken as they are
   * @param statistics which statistics normalizations use
   */
  Evaluation evaluate(Point<Tensor> point, Parameters<Tensor> batch, Statistics statistics);

  /** The types of parameters and state. */
  default Point<TensorType> types() {
    return new Point<>(
        parameters().map(spec -> spec.type(dtype())), state().map(spec -> spec.type(dtype())));
  }

  /** Where training starts: first values drawn from a seed. The caller closes the arrays. */
  default Point<Array> initialPoint(Backend backend, long seed) {
    return new Point<>(
        Initialization.arrays(parameters(), seed, dtype(), backend),
        Initialization.arrays(state(), seed, dtype(), backend));
  }

  /**
   * The loss and its gradient as a program on {@link Point#with a point and a batch}. Results:
   * {@code loss}, {@code metrics.<name>}, {@code state.<path>} as it is afterwards, and {@code
   * gradient.<path>} for each parameter.
   */
  default NamedProgram lossAndGradient(Statistics statistics) {
    return NamedProgram.trace(
        types().with(arguments(statistics)),
        arguments -> {
          Parameters<Tensor> parameters = arguments.under("parameters");
          Point<Tensor> point = new Point<>(parameters, arguments.under("state"));
          Evaluation evaluation = evaluate(point, arguments.under("batch"), statistics);
          List<Tensor> gradient = Gradients.of(evaluation.loss(), parameters.values());
          return Parameters.of("loss", evaluation.loss())
              .and(evaluation.metrics().within("metrics"))
              .and(evaluation.state().within("state"))
              .and(Parameters.like(parameters, gradient).within("gradient"));
        });
  }
}
