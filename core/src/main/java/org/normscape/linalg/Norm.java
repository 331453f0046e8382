package org.normscape.linalg;

import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.Numerics;
import org.normscape.ir.TensorType;
import org.normscape.params.NamedProgram;
import org.normscape.params.Parameters;

/**
 * The Euclidean norm of a vector that lies in several arrays, whatever the size of its elements.
 */
public final class Norm implements AutoCloseable {

  private static final String VECTOR = "vector";

  private final RangedProgram program;

  /** Compiles it for vectors of these types, at least one. */
  public Norm(Backend backend, Numerics numerics, Parameters<TensorType> types) {
    this.program =
        new RangedProgram(
            backend,
            numerics,
            range ->
                NamedProgram.trace(
                    types, vector -> RangedProgram.square(range, VECTOR, vector.values())));
  }

  /** The norm of a vector, by the paths of the types. */
  public double of(Parameters<Array> vector) {
    return RangedProgram.norm(program.run(vector), VECTOR);
  }

  @Override
  public void close() {
    program.close();
  }
}
