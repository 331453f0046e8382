package org.normscape.linalg;

import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.Numerics;
import org.normscape.grad.Products;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.params.NamedProgram;
import org.normscape.params.Parameters;

/**
 * How far apart two vectors are that lie in several arrays each: the norm of their difference and
 * the angle between them, whatever the size of their elements.
 */
public final class Comparison implements AutoCloseable {

  private static final String ONE = "one";
  private static final String OTHER = "other";
  private static final String DIFFERENCE = "difference";
  private static final String INNER = "inner";

  private final Parameters<TensorType> types;
  private final RangedProgram program;

  /**
   * What was found of two vectors.
   *
   * @param norm {@code ‖u‖₂}
   * @param otherNorm {@code ‖v‖₂}
   * @param difference {@code ‖v − u‖₂}
   * @param cosine of the angle between them; NaN where one of them is 0
   */
  public record Compared(double norm, double otherNorm, double difference, double cosine) {

    /** {@code ‖v − u‖₂ / ‖u‖₂}: free of scale; NaN where the norm is not finite. */
    public double relativeDifference() {
      return difference / (Double.isInfinite(norm) ? Double.NaN : norm);
    }
  }

  /** Compiles it for vectors of these types, at least one. */
  public Comparison(Backend backend, Numerics numerics, Parameters<TensorType> types) {
    this.types = types;
    this.program = new RangedProgram(backend, numerics, this::written);
  }

  private NamedProgram written(Range range) {
    return NamedProgram.trace(
        types.within(ONE).and(types.within(OTHER)),
        vectors -> {
          Parameters<Tensor> one = vectors.under(ONE);
          Parameters<Tensor> other = vectors.under(OTHER);
          Range.Scaled u = range.scaled(one.values());
          Range.Scaled v = range.scaled(other.values());
          return RangedProgram.square(range, ONE, one.values())
              .and(RangedProgram.square(range, OTHER, other.values()))
              .and(RangedProgram.square(range, DIFFERENCE, other.zip(one, Tensor::minus).values()))
              .and(INNER, Products.dot(u.elements(), v.elements()));
        });
  }

  /** Compares {@code u} with {@code v}, each by the paths of the types. */
  public Compared of(Parameters<Array> u, Parameters<Array> v) {
    Parameters<Double> found = program.run(u.within(ONE).and(v.within(OTHER)));
    return new Compared(
        RangedProgram.norm(found, ONE),
        RangedProgram.norm(found, OTHER),
        RangedProgram.norm(found, DIFFERENCE),
        found.get(INNER)
            / (Math.sqrt(found.get(ONE + ".square")) * Math.sqrt(found.get(OTHER + ".square"))));
  }

  @Override
  public void close() {
    program.close();
  }
}
