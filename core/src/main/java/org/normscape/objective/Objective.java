package org.normscape.objective;

import java.util.Set;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.ir.DType;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.nn.ParameterSpec;
import org.normscape.nn.Statistics;
import org.normscape.nn.initialization.Initialization;
import org.normscape.nn.noise.NoiseArrays;
import org.normscape.nn.noise.NoiseSpec;
import org.normscape.objective.Need.Part;
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
   * The noise of a step on a device, by the paths that {@link #arguments} name, to be added to the
   * batch; nothing where no layer draws. The caller closes the arrays.
   *
   * @param seed the seed of the run
   * @param step the number of the step
   */
  default Parameters<Array> drawNoise(Backend backend, long seed, int step) {
    return NoiseArrays.draw(noise(), dtype(), backend, seed, step).within(NOISE);
  }

  /**
   * The loss and its gradient as a program on {@link Point#with a point and a batch}. Results:
   * {@code loss}, {@code metrics.<name>}, {@code gradient.<path>} for each parameter, and, where
   * the statistics are those that change it, {@code state.<path>} as it is afterwards.
   */
  default NamedProgram lossAndGradient(Statistics statistics) {
    Set<Part> parts =
        statistics == Statistics.BATCH ? Set.of(Part.STATE, Part.GRADIENT) : Set.of(Part.GRADIENT);
    Need need = new Need(statistics, Penalty.INCLUDED, parts);
    return NamedProgram.trace(
        types().with(arguments(statistics)),
        arguments -> Results.write(this, Arguments.of(arguments), need).named());
  }
}
