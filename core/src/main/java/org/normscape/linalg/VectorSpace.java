package org.normscape.linalg;

import java.util.Arrays;
import java.util.List;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.Numerics;
import org.normscape.ir.DType;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.params.NamedExecutable;
import org.normscape.params.NamedProgram;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;
import org.normscape.random.RandomStream;

/**
 * The vectors of one kind on one device, and what can be done with them: compiled programs, which
 * multiply and add in float64 whatever the type of the elements, so that inner products of float32
 * vectors are as good as their elements and no square leaves the range of the type. Every vector
 * that is returned belongs to the caller, who closes it; those that are given stay as they are.
 */
public final class VectorSpace implements AutoCloseable {

  private static final String ONE = "one";
  private static final String OTHER = "other";
  private static final String FACTOR = "factor";

  private final Backend backend;
  private final Parameters<TensorType> types;
  private final int dimension;
  private final BlockPrograms blocks;
  private final NamedExecutable scale;
  private final NamedExecutable product;
  private final NamedExecutable parts;

  /**
   * Compiles what is run.
   *
   * @param types the types of what a vector consists of, by path, all floating
   */
  public VectorSpace(Backend backend, Numerics numerics, Parameters<TensorType> types) {
    this.backend = backend;
    this.types = types;
    this.dimension = types.values().stream().mapToInt(type -> type.shape().size()).sum();
    this.blocks = new BlockPrograms(backend, numerics, types);
    this.scale =
        NamedProgram.trace(
                types.within(ONE).and(FACTOR, TensorType.float64()), VectorSpace::writeScaled)
            .compile(backend, numerics);
    Parameters<TensorType> two = types.within(ONE).and(types.within(OTHER));
    this.product =
        NamedProgram.trace(two, in -> in.under(ONE).zip(in.under(OTHER), (x, y) -> x.times(y)))
            .compile(backend, numerics);
    this.parts =
        NamedProgram.trace(
                two,
                in ->
                    in.under(ONE)
                        .zip(
                            in.under(OTHER),
                            (x, y) -> x.cast(DType.FLOAT64).dot(y.cast(DType.FLOAT64))))
            .compile(backend, numerics);
  }

  private static Parameters<Tensor> writeScaled(Parameters<Tensor> in) {
    Tensor factor = in.get(FACTOR);
    return in.under(ONE).map(x -> x.cast(DType.FLOAT64).scaledBy(factor).cast(x.type().dtype()));
  }

  /** The types of what a vector consists of, by path, in order. */
  public Parameters<TensorType> types() {
    return types;
  }

  /** The number of elements of a vector. */
  public int dimension() {
    return dimension;
  }

  /** How much smaller than a vector what is left of it must be to be rounding alone. */
  public double rounding() {
    boolean narrow = types.values().stream().anyMatch(type -> type.dtype() == DType.FLOAT32);
    return narrow ? 0x1p-19 : 0x1p-45;
  }

  /** A vector of these elements, in the order of paths. */
  public Parameters<Array> array(double... elements) {
    if (elements.length != dimension) {
      throw new IllegalArgumentException(
          "VectorSpace: a vector must have %s elements, but there are %s. To fix: pass one value for each element."
              .formatted(dimension, elements.length));
    }
    int[] next = {0};
    return types.map(
        type -> {
          int start = next[0];
          next[0] += type.shape().size();
          return backend.array(type, Arrays.copyOfRange(elements, start, next[0]));
        });
  }

  /** The elements of a vector, in the order of paths. */
  public double[] toDoubles(Parameters<Array> x) {
    double[] elements = new double[dimension];
    int start = 0;
    for (String path : types.paths()) {
      double[] part = x.get(path).toDoubles();
      System.arraycopy(part, 0, elements, start, part.length);
      start += part.length;
    }
    return elements;
  }

  /** A random vector. */
  public Parameters<Array> random(RandomStream stream, RandomLaw law) {
    return array(law.draw(stream, dimension));
  }

  /** {@code ⟨x, y⟩}. */
  public double dot(Parameters<Array> x, Parameters<Array> y) {
    return blocks.dots(x, List.of(y))[0];
  }

  /** {@code ⟨x, y_i⟩} for each i. */
  public double[] dots(Parameters<Array> x, List<Parameters<Array>> ys) {
    return blocks.dots(x, ys);
  }

  /** The inner products of the parts of two vectors, by path: they add up to {@link #dot}. */
  public Parameters<Double> partDots(Parameters<Array> x, Parameters<Array> y) {
    return Range.read(parts.run(x.within(ONE).and(y.within(OTHER))));
  }

  /** {@code ‖x‖₂}. */
  public double norm(Parameters<Array> x) {
    return Math.sqrt(dot(x, x));
  }

  /** {@code a x}. */
  public Parameters<Array> scaled(double a, Parameters<Array> x) {
    try (Array factor = backend.array(TensorType.float64(), a)) {
      return scale.run(x.within(ONE).and(FACTOR, factor));
    }
  }

  /** {@code x + a y}. */
  public Parameters<Array> plus(Parameters<Array> x, double a, Parameters<Array> y) {
    return blocks.plus(x, new double[] {a}, List.of(y));
  }

  /**
   * {@code x + Σ a_i y_i}.
   *
   * @param ys at least one vector, with a factor for each
   */
  public Parameters<Array> plus(Parameters<Array> x, double[] a, List<Parameters<Array>> ys) {
    return blocks.plus(x, a, ys);
  }

  /** {@code Σ a_i y_i}, of at least one vector. */
  public Parameters<Array> combination(double[] a, List<Parameters<Array>> ys) {
    Parameters<Array> first = scaled(a[0], ys.get(0));
    if (a.length == 1) {
      return first;
    }
    try (Owner owner = new Owner()) {
      return plus(owner.own(first), Arrays.copyOfRange(a, 1, a.length), ys.subList(1, a.length));
    }
  }

  /** The products of elements, {@code x ⊙ y}. */
  public Parameters<Array> product(Parameters<Array> x, Parameters<Array> y) {
    return product.run(x.within(ONE).and(y.within(OTHER)));
  }

  @Override
  public void close() {
    blocks.close();
    scale.close();
    product.close();
    parts.close();
  }
}
