package org.normscape.probe.weight;

import java.util.List;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.Numerics;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.linalg.Range;
import org.normscape.params.NamedExecutable;
import org.normscape.params.NamedProgram;
import org.normscape.params.Parameters;
import org.normscape.probe.weight.GradientProfile.Tails;

/**
 * {@code g ↦} the second and fourth moments of {@code g / max |g|} and the maximum, for several
 * vectors at once.
 */
final class TailsProgram implements AutoCloseable {

  private static final String SECOND = "second";
  private static final String FOURTH = "fourth";

  private final Parameters<TensorType> types;
  private final NamedExecutable program;

  TailsProgram(Parameters<TensorType> types, Backend backend, Numerics numerics) {
    this.types = types;
    this.program = NamedProgram.trace(types, TailsProgram::write).compile(backend, numerics);
  }

  private static Parameters<Tensor> write(Parameters<Tensor> gradients) {
    Parameters<Tensor> results = Parameters.none();
    for (String path : gradients.paths()) {
      Range.Scaled scaled = Range.WHOLE.scaled(List.of(gradients.get(path)));
      Tensor g = scaled.elements().get(0);
      Tensor square = g.times(g);
      results =
          results.and(
              Parameters.of(SECOND, square.mean())
                  .and(FOURTH, square.times(square).mean())
                  .and(scaled.scale())
                  .within(path));
    }
    return results;
  }

  /** Measures gradients, by path. */
  Parameters<Tails> run(Parameters<Array> gradients) {
    Parameters<Double> found = Range.read(program.run(gradients));
    return Parameters.like(
        types,
        types.byPath().entrySet().stream()
            .map(at -> tails(found, at.getKey(), at.getValue().shape().size()))
            .toList());
  }

  private static Tails tails(Parameters<Double> found, String path, int elements) {
    double second = found.get(path + "." + SECOND);
    double root = Math.sqrt(second);
    return new Tails(
        Range.scale(found, path) * root * Math.sqrt(elements),
        found.get(path + "." + FOURTH) / (second * second),
        1 / root);
  }

  @Override
  public void close() {
    program.close();
  }
}
