package org.normscape.linalg;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.Numerics;
import org.normscape.grad.Products;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.params.NamedExecutable;
import org.normscape.params.NamedProgram;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;

/**
 * One vector against several at once: inner products, and sums with coefficients, both in float64.
 * Several are taken in blocks of 8, 4, 2 and 1, each size compiled when it is first met.
 */
final class BlockPrograms implements AutoCloseable {

  private static final int LARGEST = 8;
  private static final String X = "x";
  private static final String COEFFICIENTS = "coefficients";

  private final Backend backend;
  private final Numerics numerics;
  private final Parameters<TensorType> types;
  private final Map<Integer, NamedExecutable> dots = new HashMap<>();
  private final Map<Integer, NamedExecutable> sums = new HashMap<>();

  BlockPrograms(Backend backend, Numerics numerics, Parameters<TensorType> types) {
    this.backend = backend;
    this.numerics = numerics;
    this.types = types;
  }

  /** {@code ⟨x, y_i⟩} for each i. */
  double[] dots(Parameters<Array> x, List<Parameters<Array>> ys) {
    double[] found = new double[ys.size()];
    for (int start = 0, size; start < ys.size(); start += size) {
      size = size(ys.size() - start);
      try (Owner owner = new Owner()) {
        double[] block =
            dots.computeIfAbsent(size, count -> compile(count, this::writeDots))
                .run(arguments(x, ys.subList(start, start + size)), owner)
                .get(X)
                .toDoubles();
        System.arraycopy(block, 0, found, start, size);
      }
    }
    return found;
  }

  /** {@code x + Σ c_i y_i}, the caller's to close; there is at least one i. */
  Parameters<Array> plus(Parameters<Array> x, double[] coefficients, List<Parameters<Array>> ys) {
    Parameters<Array> sum = x;
    for (int start = 0, size; start < ys.size(); start += size) {
      size = size(ys.size() - start);
      double[] block = new double[size];
      System.arraycopy(coefficients, start, block, 0, size);
      Parameters<Array> before = sum;
      try (Owner owner = new Owner();
          Array c = backend.array(coefficients(size), block)) {
        sum =
            sums.computeIfAbsent(size, count -> compile(count, this::writeSum))
                .run(arguments(before, ys.subList(start, start + size)).and(COEFFICIENTS, c));
        if (start > 0) {
          owner.own(before);
        }
      }
    }
    return sum;
  }

  private static int size(int left) {
    return Integer.highestOneBit(Math.min(left, LARGEST));
  }

  private static Parameters<Array> arguments(Parameters<Array> x, List<Parameters<Array>> ys) {
    Parameters<Array> all = x.within(X);
    for (int i = 0; i < ys.size(); i++) {
      all = all.and(ys.get(i).within(y(i)));
    }
    return all;
  }

  private NamedExecutable compile(int count, IntFunction<NamedProgram> written) {
    return written.apply(count).compile(backend, numerics);
  }

  private Parameters<TensorType> argumentTypes(int count) {
    Parameters<TensorType> all = types.within(X);
    for (int i = 0; i < count; i++) {
      all = all.and(types.within(y(i)));
    }
    return all;
  }

  private NamedProgram writeDots(int count) {
    return NamedProgram.trace(
        argumentTypes(count),
        arguments -> {
          List<Tensor> x = wide(arguments.under(X));
          Shape one = Shape.of(1);
          Tensor all = Products.dot(x, wide(arguments.under(y(0)))).reshape(one);
          for (int i = 1; i < count; i++) {
            Tensor next = Products.dot(x, wide(arguments.under(y(i)))).reshape(one);
            all = all.concatenate(next, 0);
          }
          return Parameters.of(X, all);
        });
  }

  private NamedProgram writeSum(int count) {
    return NamedProgram.trace(
        argumentTypes(count).and(COEFFICIENTS, coefficients(count)),
        arguments -> {
          Tensor c = arguments.get(COEFFICIENTS);
          Parameters<Tensor> sum = arguments.under(X).map(BlockPrograms::wide);
          for (int i = 0; i < count; i++) {
            Tensor factor = c.slice(0, i, i + 1).reshape(Shape.SCALAR);
            sum = sum.zip(arguments.under(y(i)), (s, y) -> s.plus(wide(y).scaledBy(factor)));
          }
          return sum.zip(types, (s, type) -> s.cast(type.dtype()));
        });
  }

  private static TensorType coefficients(int count) {
    return new TensorType(DType.FLOAT64, Shape.of(count));
  }

  private static String y(int i) {
    return "y" + i;
  }

  private static Tensor wide(Tensor x) {
    return x.cast(DType.FLOAT64);
  }

  private static List<Tensor> wide(Parameters<Tensor> x) {
    return x.map(BlockPrograms::wide).values();
  }

  @Override
  public void close() {
    dots.values().forEach(NamedExecutable::close);
    sums.values().forEach(NamedExecutable::close);
  }
}
