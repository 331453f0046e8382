package org.normscape.contract.cases;

import static org.normscape.contract.cases.Case.program;
import static org.normscape.contract.cases.Derivatives.NONE;
import static org.normscape.contract.cases.Sampler.normal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.normscape.composite.CrossEntropy;
import org.normscape.composite.Standardization;
import org.normscape.grad.Gradients;
import org.normscape.ir.Composite;
import org.normscape.ir.Contraction.BatchMatMul;
import org.normscape.ir.Contraction.Convolution;
import org.normscape.ir.Contraction.MatMul;
import org.normscape.ir.DType;
import org.normscape.ir.Operation;
import org.normscape.ir.Padding;
import org.normscape.ir.Reduction.Sum;
import org.normscape.ir.Stride;
import org.normscape.ir.Tensor;

/** The rows for numbers at the ends: zeros, tails, overflow, labels of no class, long sums. */
final class ExtremeCases {

  private static final Tolerance TAIL = Tolerance.relative(1e-5, 1e-13);

  private ExtremeCases() {}

  static Stream<Case> all() {
    return Stream.of(derivatives(), labels(), overflow(), constant(), longSums(), padding())
        .flatMap(x -> x)
        .map(row -> row.with(NONE));
  }

  private static Stream<Case> derivatives() {
    Sampler tails = Sampler.of(-40, -20, -10, -3, -0.3, 0.3, 3, 10, 20, 40);
    Stream<Case> powers =
        DoubleStream.of(0, 1, 2, 3)
            .mapToObj(n -> orders("power " + n, 4, x -> x.power(n), Sampler.of(0, 2, -1.5)));
    return Stream.concat(
        powers,
        Stream.of(
            orders("power 2.5", 2, x -> x.power(2.5), Sampler.of(0, 2)),
            orders("tanh", 2, Tensor::tanh, tails),
            orders("sigmoid", 2, Tensor::sigmoid, tails),
            orders("erf", 2, Tensor::erf, Sampler.of(-6, -3, -1, -0.3, 0.3, 1, 3, 6, 20, -20)),
            orders("softplus", 2, Tensor::softplus, tails),
            orders("root chosen safely", 1, ExtremeCases::rootOrZero, Sampler.of(0, 4, -1))));
  }

  /** A function and its derivatives up to an order. */
  private static Case orders(
      String name, int order, UnaryOperator<Tensor> function, Sampler points) {
    return program(
        "derivatives at the ends: " + name,
        TAIL.orFlushed(),
        in -> towers(function.apply(in.get(0)), in.get(0), order),
        Input.of(points, 10));
  }

  private static List<Tensor> towers(Tensor y, Tensor x, int order) {
    List<Tensor> all = new ArrayList<>(List.of(y));
    for (int k = 0; k < order; k++) {
      all.add(Gradients.of(all.get(k).sum(), List.of(x)).get(0));
    }
    return all;
  }

  private static Tensor rootOrZero(Tensor x) {
    Tensor positive = x.greater(x.zeros());
    return positive.select(positive.select(x, x.filled(1)).sqrt(), x.zeros());
  }

  private static Stream<Case> labels() {
    return Stream.of(
        program(
            "labels of no class make loss and gradient NaN",
            Tolerances.DERIVATIVE,
            in -> {
              Tensor terms = in.get(0).trace().apply(new CrossEntropy(), in).get(0);
              return List.of(terms, Gradients.of(terms.sum(), in.subList(0, 1)).get(0));
            },
            Input.of(normal(), 5, 3),
            Input.int32(Sampler.of(0, 3, -1, 2, 1e9), 5)));
  }

  /** In float32 the variance overflows, in float64 it does not. */
  private static Stream<Case> overflow() {
    Input huge = Input.of((random, count) -> random.normal(count, 1e30), 2, 4, 4, 3);
    return Stream.of(
        norm("batch, a variance that overflows", Standardization.ofChannels(3, 1e-5), huge),
        norm("layer, a variance that overflows", Standardization.ofExamples(4, 1e-5), huge),
        norm("instance, a variance that overflows", Standardization.ofInstances(4, 1e-5), huge),
        norm(
            "places, a square that overflows",
            Standardization.ofPlaces(4, 1e-5).aroundZero(),
            huge));
  }

  /** Of a constant the mean is the constant and what is normalized the shift, without any error. */
  private static Stream<Case> constant() {
    return Stream.of(new int[] {64, 8, 8, 1}, new int[] {4, 4, 2, 20}, new int[] {512, 17})
        .flatMap(dims -> DoubleStream.of(0, 0.1, 100, 1e10).mapToObj(c -> constant(c, dims)));
  }

  private static Case constant(double value, int... dims) {
    Standardization norm = Standardization.ofChannels(dims.length - 1, 1e-5);
    Input channels = Input.of(normal(), dims[dims.length - 1]);
    Input x = Input.of(Sampler.of(value), dims);
    return program(
        "%s everywhere in %s, normalized".formatted(value, x.type()),
        Tolerance.exactly(),
        in -> in.get(0).trace().apply(norm, in).subList(0, 2),
        x,
        channels,
        channels);
  }

  private static Case norm(String name, Composite norm, Input x) {
    Input channels = Input.of(normal(), x.type().shape().dim(-1));
    return program(
        norm.name() + ": " + name,
        Tolerances.DERIVATIVE,
        in -> {
          List<Tensor> point = in.subList(0, 3);
          List<Tensor> results = in.get(0).trace().apply(norm, point);
          List<Tensor> all = new ArrayList<>(results);
          all.addAll(Gradients.of(results.get(0).dot(in.get(3)), point));
          return all;
        },
        x,
        channels,
        channels,
        new Input(x.type(), normal()));
  }

  /** In float32 alone: in float64 nothing is lost, and exact sums have rows of their own. */
  private static Stream<Case> longSums() {
    Input column = Input.of(Sampler.of(0.1), 1 << 17, 2);
    Input prime = Input.of(Sampler.of(0.1), 65537, 3);
    Input flat = Input.of(Sampler.of(0.1), 1, 1 << 18);
    Input tall = Input.of(Sampler.of(0.1), 1 << 18, 3);
    Input between = Input.of(Sampler.of(0.1), 3, 20011, 2);
    Input some = Input.of(Sampler.of(0.1), 6007, 11);
    Input many = Input.of(Sampler.of(0.1), 1 << 16, 48);
    return Stream.of(
        narrow("all", new Sum(List.of(0, 1)), column),
        narrow("columns", new Sum(List.of(0)), column),
        narrow("columns of a prime", new Sum(List.of(0)), prime),
        narrow("between", new Sum(List.of(1)), between),
        narrow("rows", new Sum(List.of(1)), flat),
        narrow("dot", new MatMul(false, true), flat, flat),
        narrow("inner", new MatMul(true, false), column, column),
        narrow("inner of a prime", new MatMul(true, false), prime, prime),
        narrow("inner of some", new MatMul(true, false), some, some),
        narrow("inner of many", new MatMul(true, false), many, many),
        narrow("inner, in batches", new BatchMatMul(true, false), between, between),
        narrow("vector by matrix", new MatMul(false, false), flat, tall),
        narrow("matrix by vector", new MatMul(true, true), tall, flat));
  }

  private static Case narrow(String name, Operation operation, Input... inputs) {
    return program(
        "long %s: %s".formatted(operation.name(), name),
        Tolerances.SUM,
        in -> {
          List<Tensor> floats = in.stream().map(x -> x.cast(DType.FLOAT32)).toList();
          return in.get(0).trace().apply(operation, floats);
        },
        inputs);
  }

  /** What meets nothing but padding may be left out in float32, and only there. */
  private static Stream<Case> padding() {
    return Stream.of(
        program(
            "infinities that meet padding",
            Tolerances.SUM,
            in -> {
              Tensor y =
                  in.get(0).trace().apply(new Convolution(Stride.of(1), Padding.of(1)), in).get(0);
              boolean isStrict = y.type().dtype() == DType.FLOAT64;
              return List.of(isStrict ? y : y.equalTo(y).select(y, y.filled(1)));
            },
            Input.of(Sampler.of(1), 1, 1, 1, 2),
            Input.of(
                Sampler.of(
                    Double.NaN,
                    1,
                    1,
                    1,
                    Double.POSITIVE_INFINITY,
                    1,
                    1,
                    1,
                    0.5,
                    0.5,
                    1,
                    1,
                    1,
                    1,
                    1,
                    1,
                    1,
                    1),
                3,
                3,
                2,
                1)));
  }
}
