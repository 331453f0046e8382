package org.normscape.objective;

import java.util.Set;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.ir.DType;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.nn.Initialization;
import org.normscape.nn.ParameterSpec;
import org.normscape.nn.Statistics;
import org.normscape.objective.Need.Part;
import org.normscape.params.NamedProgram;
import org.normscape.params.Parameters;

/** A loss as a function of parameters, state and batch. Implementations are records. */
public interface Objective {

  /** The floating-point type in which parameters and losses are carried. */
  DType dtype();

  /** What is learned. */
  Parameters<ParameterSpec> parameters();

  /** What normalizations remember. */
  Parameters<ParameterSpec> state();

  /** The types of the tensors that make up a batch, such as {@code input} and {@code target}. */
  Parameters<TensorType> batch();

  /** Writes the objective into the program of its arguments. */
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
   * {@code loss}, {@code metrics.<name>}, {@code gradient.<path>} for each parameter, and, where
   * the statistics are those that change it, {@code state.<path>} as it is afterwards.
   */
  default NamedProgram lossAndGradient(Statistics statistics) {
    Set<Part> parts =
        statistics == Statistics.BATCH ? Set.of(Part.STATE, Part.GRADIENT) : Set.of(Part.GRADIENT);
    Need need = new Need(statistics, Penalty.INCLUDED, parts);
    return NamedProgram.trace(
        types().with(batch()),
        arguments -> Results.write(this, Arguments.of(arguments), need).named());
  }
}
