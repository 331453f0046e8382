package org.normscape.contract.cases;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.normscape.ir.DType;
import org.normscape.ir.Padding;
import org.normscape.ir.Shape;
import org.normscape.ir.Stride;
import org.normscape.ir.Tensor;
import org.normscape.ir.WindowShape;
import org.normscape.random.RandomStream;

/**
 * Programs nobody thought of, of all primitives: unlike those of {@link RandomPrograms} their
 * values may get very large, very small, or no numbers at all.
 */
public final class MixedPrograms {

  private static final int STEPS = 7;
  private static final int WEIGHTS = 4000;
  private static final int LARGE = 400;

  private final RandomStream random;
  private final Tensor weights;

  private MixedPrograms(RandomStream random, Tensor weights) {
    this.random = random;
    this.weights = weights;
  }

  /** The row of a seed: an image of random extents, and numbers to combine it with. */
  public static Case row(long seed) {
    RandomStream extents = RandomStream.of(seed, "extents of a mixed program");
    int[] image = {
      1 + extents.nextInt(3), 1 + extents.nextInt(6), 1 + extents.nextInt(6), 1 + extents.nextInt(4)
    };
    return Case.program(
            "mixed program " + seed,
            Tolerance.exactly(),
            in -> new MixedPrograms(RandomStream.of(seed, "mixed program"), in.get(1)).write(in),
            Input.of(Sampler.normal(), image),
            Input.of(Sampler.normal(), WEIGHTS))
        .with(Derivatives.CHOSEN);
  }

  private List<Tensor> write(List<Tensor> in) {
    List<Tensor> known = new ArrayList<>(in.subList(0, 1));
    for (int step = 0; step < STEPS; step++) {
      Tensor x = known.get(known.size() - 1 - random.nextInt(Math.min(2, known.size())));
      known.add(x.shape().size() > LARGE ? reduced(x) : next(x));
    }
    return known.subList(known.size() - 3, known.size());
  }

  private Tensor next(Tensor x) {
    return switch (random.nextInt(7)) {
      case 0 -> unary(x);
      case 1 -> binary(x, like(x.shape()));
      case 2 -> reduced(x);
      case 3 -> rearranged(x);
      case 4 -> pooled(image(x));
      case 5 -> product(x);
      default -> convolved(image(x));
    };
  }

  /** Numbers of a shape that do not depend on anything else. */
  private Tensor like(Shape shape) {
    int start = random.nextInt(WEIGHTS - shape.size() + 1);
    return weights.slice(0, start, start + shape.size()).reshape(shape);
  }

  private Tensor unary(Tensor x) {
    return switch (random.nextInt(13)) {
      case 0 -> x.exp();
      case 1 -> x.log();
      case 2 -> x.tanh();
      case 3 -> x.sigmoid();
      case 4 -> x.softplus();
      case 5 -> x.reciprocalSqrt();
      case 6 -> x.absolute().power(1.5);
      case 7 -> x.power(-3);
      case 8 -> x.absolute().sqrt();
      case 9 -> x.sign().times(0.3);
      case 10 -> x.negate();
      case 11 -> x.times(x);
      default -> x.power(0.5);
    };
  }

  private Tensor binary(Tensor x, Tensor y) {
    return switch (random.nextInt(8)) {
      case 0 -> x.plus(y);
      case 1 -> x.minus(y);
      case 2 -> x.times(y);
      case 3 -> x.dividedBy(y);
      case 4 -> x.maximum(y);
      case 5 -> x.minimum(y);
      case 6 -> x.greater(y).select(x, y.negate());
      default -> x.equalTo(y).plus(x.greaterOrEqual(y)).times(y);
    };
  }

  private Tensor reduced(Tensor x) {
    List<Integer> axes = x.shape().axes().stream().filter(a -> random.nextInt(2) == 0).toList();
    return switch (random.nextInt(3)) {
      case 0 -> x.max(axes);
      case 1 -> x.sum(axes);
      default -> x.mean(axes);
    };
  }

  private Tensor rearranged(Tensor x) {
    Shape shape = x.shape();
    int rank = shape.rank();
    if (rank == 0) {
      return x.broadcast(Shape.of(2, 3), List.of(0, 1));
    }
    return switch (random.nextInt(5)) {
      case 0 -> x.transpose(IntStream.of(random.permutation(rank)).boxed().toList());
      case 1 -> x.pad(some(rank, 3), some(rank, 2), some(rank, 2));
      case 2 -> x.slice(zeros(rank), shape.dims(), some(rank, 3).stream().map(i -> i + 1).toList());
      case 3 -> x.concatenate(like(shape), random.nextInt(rank));
      default -> x.argMax().oneHot(1 + random.nextInt(4), DType.FLOAT64).times(0.7);
    };
  }

  private List<Integer> some(int count, int bound) {
    return IntStream.range(0, count).mapToObj(i -> random.nextInt(bound)).toList();
  }

  private static List<Integer> zeros(int count) {
    return Collections.nCopies(count, 0);
  }

  private Tensor image(Tensor x) {
    if (x.shape().rank() == 4) {
      return x;
    }
    int size = x.shape().size();
    int height = divisor(size);
    int width = divisor(size / height);
    return x.reshape(Shape.of(1, height, width, size / height / width));
  }

  private int divisor(int size) {
    int[] divisors = IntStream.rangeClosed(1, 6).filter(d -> size % d == 0).toArray();
    return divisors[random.nextInt(divisors.length)];
  }

  private Tensor product(Tensor x) {
    int size = x.shape().size();
    int inner = divisor(size);
    boolean left = random.nextInt(2) == 0;
    boolean right = random.nextInt(2) == 0;
    int outer = 1 + random.nextInt(4);
    Tensor matrix = x.reshape(left ? Shape.of(inner, size / inner) : Shape.of(size / inner, inner));
    return matrix.matmul(
        like(right ? Shape.of(outer, inner) : Shape.of(inner, outer)), left, right);
  }

  /** A window that fits into the image. */
  private WindowShape window(Shape image) {
    int height = 1 + random.nextInt(Math.min(3, image.dim(1)));
    int width = 1 + random.nextInt(Math.min(3, image.dim(2)));
    Padding padding =
        new Padding(
            random.nextInt(height),
            random.nextInt(height),
            random.nextInt(width),
            random.nextInt(width));
    return new WindowShape(
        height, width, new Stride(1 + random.nextInt(3), 1 + random.nextInt(3)), padding);
  }

  private Tensor pooled(Tensor x) {
    Shape image = x.shape();
    WindowShape window = window(image);
    Tensor pooled = x.maxPool(window);
    return switch (random.nextInt(5)) {
      case 0 -> pooled;
      case 1 -> x.maxPoolScatter(like(pooled.shape()), window);
      case 2 -> x.maxPoolGather(like(image), window);
      case 3 -> x.sumPool(window);
      default -> pooled.sumPoolInputGradient(window, image.dim(1), image.dim(2));
    };
  }

  private Tensor convolved(Tensor x) {
    Shape image = x.shape();
    WindowShape w = window(image);
    int channels = 1 + random.nextInt(4);
    Tensor filter = like(Shape.of(w.kernelHeight(), w.kernelWidth(), image.dim(3), channels));
    Tensor y = x.convolution(filter, w.stride(), w.padding());
    return switch (random.nextInt(3)) {
      case 0 -> y;
      case 1 ->
          y.convolutionInputGradient(filter, w.stride(), w.padding(), image.dim(1), image.dim(2));
      default ->
          x.convolutionFilterGradient(
              like(y.shape()), w.stride(), w.padding(), w.kernelHeight(), w.kernelWidth());
    };
  }
}
