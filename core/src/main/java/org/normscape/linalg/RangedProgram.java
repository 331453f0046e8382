package org.normscape.linalg;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.Numerics;
import org.normscape.grad.Products;
import org.normscape.ir.Tensor;
import org.normscape.params.NamedExecutable;
import org.normscape.params.NamedProgram;
import org.normscape.params.Parameters;

/**
 * A program whose results are scalars, sums of squares among them, compiled for ordinary elements
 * and, when it is first needed, for any elements. So a norm comes out right whatever the size of
 * its elements, and costs a second run only where they are extreme.
 */
public final class RangedProgram implements AutoCloseable {

  private static final String SQUARE = ".square";

  private final Backend backend;
  private final Numerics numerics;
  private final Function<Range, NamedProgram> written;
  private final NamedExecutable ordinary;
  private @Nullable NamedExecutable whole;

  /**
   * Compiles the program for ordinary elements.
   *
   * @param written the program for a range of elements; its sums of squares are written by {@link
   *     #square}
   */
  public RangedProgram(Backend backend, Numerics numerics, Function<Range, NamedProgram> written) {
    this.backend = backend;
    this.numerics = numerics;
    this.written = written;
    this.ordinary = compile(Range.ORDINARY);
  }

  private NamedExecutable compile(Range range) {
    return written.apply(range).compile(backend, numerics);
  }

  /** Writes the sum of the squares of a vector's elements, for {@link #norm} to read. */
  public static Parameters<Tensor> square(Range range, String vector, List<Tensor> elements) {
    Range.Scaled scaled = range.scaled(elements);
    return Parameters.of("square", Products.dot(scaled.elements(), scaled.elements()))
        .and(scaled.scale())
        .within(vector);
  }

  /** The norm of a vector whose sum of squares is among the results. */
  public static double norm(Parameters<Double> results, String vector) {
    return Range.scale(results, vector) * Math.sqrt(results.get(vector + SQUARE));
  }

  /** The results, by path. */
  public Parameters<Double> run(Parameters<Array> arguments) {
    Parameters<Double> results = Range.read(ordinary.run(arguments));
    return results.where((path, value) -> isExtreme(path, value)).size() == 0
        ? results
        : Range.read(whole().run(arguments));
  }

  private boolean isExtreme(String path, double value) {
    return path.endsWith(SQUARE) && !Range.isOrdinary(numerics.dtype(), value);
  }

  private synchronized NamedExecutable whole() {
    if (whole == null) {
      whole = compile(Range.WHOLE);
    }
    return whole;
  }

  @Override
  public synchronized void close() {
    ordinary.close();
    if (whole != null) {
      whole.close();
    }
  }
}
