package org.normscape.contract.cases;

import static org.normscape.contract.cases.Sampler.distinct;
import static org.normscape.contract.cases.Sampler.normal;

import java.util.List;
import java.util.stream.Stream;
import org.normscape.ir.DType;
import org.normscape.ir.Indexing.ArgMax;
import org.normscape.ir.Indexing.OneHot;
import org.normscape.ir.Operation;
import org.normscape.ir.Reduction.Max;
import org.normscape.ir.Reduction.Sum;

/** The rows for reductions and for indices. */
public final class ReductionCases {

  private ReductionCases() {}

  /** All rows. */
  public static List<Case> all() {
    return Stream.of(shapes(), sums(), maxima(), indices()).flatMap(x -> x).toList();
  }

  /** Sums and maxima over all kinds of axes. */
  public static Stream<Case> shapes() {
    return Stream.of(
            List.<Integer>of(),
            List.of(0),
            List.of(1),
            List.of(2),
            List.of(0, 2),
            List.of(0, 1),
            List.of(1, 2),
            List.of(2, 0, 1))
        .flatMap(
            axes ->
                Stream.<Operation>of(new Sum(axes), new Max(axes))
                    .map(op -> Case.of("axes " + axes, op, Input.of(distinct(), 3, 5, 4))));
  }

  private static Stream<Case> sums() {
    return Stream.of(
        Case.of("scalar over no axes", new Sum(List.of()), Input.of(normal())),
        Case.of("extents of one", new Sum(List.of(0, 2)), Input.of(normal(), 1, 5, 1)),
        Case.of("extents of two", new Sum(List.of(0, 2)), Input.of(normal(), 2, 5, 2)),
        Case.of("one element", new Sum(List.of(0)), Input.of(normal(), 1)),
        Case.of("per channel", new Sum(List.of(0, 1, 2)), Input.of(normal(), 3, 5, 7, 6)),
        Case.of("rank five", new Sum(List.of(1, 2, 4)), Input.of(normal(), 2, 3, 4, 2, 3)),
        Case.of("rank five, outer", new Sum(List.of(0, 3)), Input.of(normal(), 2, 3, 4, 2, 3)),
        Case.of("many", new Sum(List.of(0, 1)), Input.of(Sampler.uniform(0, 1), 1000, 301))
            .with(Derivatives.NONE),
        Case.of("not finite", new Sum(List.of(1)), rows()).with(Derivatives.NONE));
  }

  private static Stream<Case> maxima() {
    return Stream.of(
        Case.of("scalar over no axes", new Max(List.of()), Input.of(normal())),
        Case.of("extents of one", new Max(List.of(0, 2)), Input.of(normal(), 1, 5, 1)),
        Case.of("rank five", new Max(List.of(1, 2, 4)), Input.of(distinct(), 2, 3, 4, 2, 3)),
        Case.of("ties go to the first", new Max(List.of(1)), Input.of(Sampler.whole(2), 6, 9))
            .with(Derivatives.CHOSEN),
        Case.of("ties over outer axes", new Max(List.of(0, 2)), Input.of(Sampler.whole(2), 3, 4, 5))
            .with(Derivatives.CHOSEN),
        Case.of("all equal", new Max(List.of(0, 1)), Input.of(Sampler.of(-3), 4, 5))
            .with(Derivatives.CHOSEN),
        Case.of("infinite", new Max(List.of(1)), infinite()).with(Derivatives.NONE),
        Case.of("nan", new Max(List.of(1)), diverged(9, 20)).with(Derivatives.NONE),
        Case.of("nan over outer axes", new Max(List.of(0, 2)), diverged(2, 30, 3))
            .with(Derivatives.NONE),
        Case.of("one nan among many", new Max(List.of(0, 1)), sparse(67, 31))
            .with(Derivatives.NONE));
  }

  private static Stream<Case> indices() {
    return Stream.of(
        Case.of("matrix", new ArgMax(), Input.of(distinct(), 5, 7)),
        Case.of("vector", new ArgMax(), Input.of(distinct(), 7)),
        Case.of("rank three", new ArgMax(), Input.of(distinct(), 2, 3, 4)),
        Case.of("one class", new ArgMax(), Input.of(distinct(), 5, 1)),
        Case.of("ties go to the first", new ArgMax(), Input.of(Sampler.whole(2), 6, 9)),
        Case.of("infinite", new ArgMax(), infinite()),
        Case.of("the first nan is the first maximum", new ArgMax(), diverged(40, 20)),
        Case.of("few nan", new ArgMax(), diverged(60, 3)),
        Case.of("vector to f64", new OneHot(4, DType.FLOAT64), labels(5)),
        Case.of("vector to f32", new OneHot(4, DType.FLOAT32), labels(5)),
        Case.of("matrix", new OneHot(3, DType.FLOAT64), labels(2, 5)),
        Case.of("scalar", new OneHot(3, DType.FLOAT64), labels()),
        Case.of("depth one", new OneHot(1, DType.FLOAT64), labels(6)),
        Case.of(
            "outside is nothing",
            new OneHot(3, DType.FLOAT64),
            Input.int32(Sampler.of(-1, 0, 2, 3, 100, Integer.MIN_VALUE), 6)));
  }

  private static Input labels(int... dims) {
    return Input.int32(Sampler.whole(4), dims);
  }

  private static Input infinite() {
    double infinity = Double.POSITIVE_INFINITY;
    return Input.of(Sampler.of(1, infinity, 2, -infinity, -infinity, -infinity), 2, 3);
  }

  private static Input diverged(int... dims) {
    return Input.of(Sampler.diverged(), dims);
  }

  private static Input sparse(int... dims) {
    return Input.of(
        (random, count) -> {
          double[] values = random.normal(count, 1);
          values[random.nextInt(count)] = Double.NaN;
          return values;
        },
        dims);
  }

  private static Input rows() {
    double infinity = Double.POSITIVE_INFINITY;
    return Input.of(Sampler.of(1, infinity, 2, 1, -infinity, infinity, 4, Double.NaN, 0), 3, 3);
  }
}
