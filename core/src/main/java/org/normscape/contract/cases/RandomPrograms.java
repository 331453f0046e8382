package org.normscape.contract.cases;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.random.RandomStream;

/**
 * Programs nobody thought of: chains of elementwise operations, reductions and rearrangements, of
 * values that stay moderate and functions that are continuous.
 */
public final class RandomPrograms {

  private static final int STEPS = 25;

  private RandomPrograms() {}

  /** Rows with random bodies. */
  public static List<Case> all() {
    return IntStream.range(0, 30).mapToObj(RandomPrograms::row).toList();
  }

  /** The row of a seed. */
  public static Case row(long seed) {
    return Case.program(
            "random program " + seed,
            Tolerance.overall(1e-4, 1e-11),
            in -> write(RandomStream.of(seed, "random program"), in),
            Input.of(Sampler.normal(), 2, 3, 4),
            Input.of(Sampler.normal(), 4, 3),
            Input.of(Sampler.normal()))
        .with(Derivatives.CHOSEN);
  }

  private static List<Tensor> write(RandomStream random, List<Tensor> parameters) {
    List<Tensor> known = new ArrayList<>(parameters);
    for (int step = 0; step < STEPS; step++) {
      Tensor x = known.get(random.nextInt(known.size()));
      known.add(
          switch (random.nextInt(3)) {
            case 0 -> unary(random, x);
            case 1 -> binary(random, x, known);
            default -> rearranged(random, x);
          });
    }
    return known.subList(known.size() - 4, known.size());
  }

  private static Tensor unary(RandomStream random, Tensor x) {
    return switch (random.nextInt(8)) {
      case 0 -> x.tanh();
      case 1 -> x.sigmoid();
      case 2 -> x.negate();
      case 3 -> x.absolute();
      case 4 -> x.times(x).plus(0.5).sqrt();
      case 5 -> x.tanh().exp();
      case 6 -> x.times(x).plus(1).reciprocalSqrt();
      default -> x.softplus();
    };
  }

  private static Tensor binary(RandomStream random, Tensor x, List<Tensor> known) {
    List<Tensor> alike = known.stream().filter(t -> t.type().equals(x.type())).toList();
    Tensor y = alike.get(random.nextInt(alike.size()));
    return switch (random.nextInt(6)) {
      case 0 -> x.plus(y);
      case 1 -> x.minus(y);
      case 2 -> x.tanh().times(y);
      case 3 -> x.maximum(y);
      case 4 -> x.minimum(y);
      default -> x.dividedBy(y.times(y).plus(1));
    };
  }

  private static Tensor rearranged(RandomStream random, Tensor x) {
    Shape shape = x.shape();
    return switch (random.nextInt(6)) {
      case 0 -> x.mean(some(random, shape));
      case 1 -> x.max(some(random, shape));
      case 2 -> x.transpose(permutation(random, shape.rank()));
      case 3 -> x.reshape(Shape.of(shape.size()));
      case 4 -> shape.size() > 100 ? x.mean() : repeated(random, x);
      default -> shape.rank() == 0 ? x.reshape(Shape.of(1)) : everySecond(x);
    };
  }

  private static Tensor repeated(RandomStream random, Tensor x) {
    int axis = random.nextInt(x.shape().rank() + 1);
    List<Integer> dims = new ArrayList<>(x.shape().dims());
    dims.add(axis, 1 + random.nextInt(3));
    return x.broadcast(new Shape(dims), List.of(axis));
  }

  private static Tensor everySecond(Tensor x) {
    int rank = x.shape().rank();
    List<Integer> zeros = Collections.nCopies(rank, 0);
    List<Integer> twos = Collections.nCopies(rank, 2);
    return x.pad(zeros, Collections.nCopies(rank, 1), zeros)
        .slice(zeros, x.shape().dims().stream().map(d -> d + 1).toList(), twos);
  }

  private static List<Integer> some(RandomStream random, Shape shape) {
    return shape.axes().stream().filter(axis -> random.nextInt(2) == 0).toList();
  }

  private static List<Integer> permutation(RandomStream random, int rank) {
    return IntStream.of(random.permutation(rank)).boxed().toList();
  }
}
