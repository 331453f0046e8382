package org.normscape.rewrite.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.normscape.backend.Compilation;
import org.normscape.backend.Numerics;
import org.normscape.composite.Relu;
import org.normscape.contract.Bits;
import org.normscape.contract.Runs;
import org.normscape.contract.Vectors;
import org.normscape.contract.cases.RandomPrograms;
import org.normscape.ir.DType;
import org.normscape.ir.Padding;
import org.normscape.ir.Program;
import org.normscape.ir.Shape;
import org.normscape.ir.Stride;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.ir.Trace;
import org.normscape.ir.WindowShape;
import org.normscape.random.RandomStream;
import org.normscape.reference.Adversary;
import org.normscape.reference.ReferenceBackend;

/** Exact programs are right, and the same whatever a backend does that it may do. */
final class ExactArithmeticTest {

  private static final Padding SAME = new Padding(1, 1, 1, 1);

  private record Row(String name, Program program) {

    static Row of(String name, Function<List<Tensor>, List<Tensor>> body, int[]... shapes) {
      List<TensorType> types =
          Stream.of(shapes).map(dims -> new TensorType(DType.FLOAT64, Shape.of(dims))).toList();
      return new Row(name, Trace.program(types, body));
    }

    List<double[]> arguments(DoubleSupplier values) {
      return program.parameterTypes().stream()
          .map(t -> IntStream.range(0, t.shape().size()).mapToDouble(i -> values.getAsDouble()))
          .map(DoubleStream::toArray)
          .toList();
    }

    Program exact(int slices) {
      return new ExactArithmetic(slices).apply(program);
    }
  }

  private static List<Row> rows() {
    return List.of(
        Row.of("sum", in -> List.of(in.get(0).sum(List.of(0, 2))), new int[] {40, 3, 50}),
        Row.of(
            "dot", in -> List.of(in.get(0).dot(in.get(1))), new int[] {30000}, new int[] {30000}),
        Row.of(
            "product",
            in -> List.of(in.get(0).matmul(in.get(1))),
            new int[] {7, 300},
            new int[] {300, 5}),
        Row.of(
            "long product",
            in -> List.of(in.get(0).matmul(in.get(1), true, true)),
            new int[] {20000, 2},
            new int[] {3, 20000}),
        Row.of(
            "convolution",
            in -> List.of(in.get(0).convolution(in.get(1), Stride.of(1), SAME)),
            new int[] {2, 8, 8, 16},
            new int[] {3, 3, 16, 4}),
        Row.of(
            "input gradient",
            in -> List.of(in.get(0).convolutionInputGradient(in.get(1), Stride.of(2), SAME, 8, 8)),
            new int[] {2, 4, 4, 16},
            new int[] {3, 3, 5, 16}),
        Row.of(
            "filter gradient",
            in -> List.of(in.get(0).convolutionFilterGradient(in.get(1), Stride.of(1), SAME, 3, 3)),
            new int[] {12, 32, 32, 2},
            new int[] {12, 32, 32, 3}),
        Row.of(
            "sum pool",
            in -> List.of(in.get(0).sumPool(new WindowShape(3, 3, Stride.of(2), SAME))),
            new int[] {2, 9, 9, 3}));
  }

  @TestFactory
  Stream<DynamicTest> twoSlicesLoseLessThanABillionth() {
    return rows().stream()
        .flatMap(row -> Stream.of(true, false).map(heavy -> accuracy(row, heavy, 2, 1e-9)));
  }

  @TestFactory
  Stream<DynamicTest> threeSlicesLoseNothing() {
    return rows().stream().map(row -> accuracy(row, true, 3, 1e-14));
  }

  @TestFactory
  Stream<DynamicTest> oneSliceIsCoarse() {
    return rows().stream().map(row -> accuracy(row, false, 1, 1e-4));
  }

  private static DynamicTest accuracy(Row row, boolean heavy, int slices, double tolerance) {
    return DynamicTest.dynamicTest(
        "%s, %s, %s slices".formatted(row.name(), heavy ? "heavy-tailed" : "Gaussian", slices),
        () -> {
          RandomStream random = RandomStream.of(7, row.name());
          DoubleSupplier values =
              heavy ? () -> normal(random) * StrictMath.exp(normal(random)) : () -> normal(random);
          List<double[]> arguments = row.arguments(values);
          double error =
              Vectors.relativeError(
                  Adversary.run(row.exact(slices), arguments, 1).get(0),
                  Adversary.run(row.program(), arguments, 1).get(0));
          assertThat(error).isLessThan(tolerance);
        });
  }

  private static double normal(RandomStream random) {
    return random.normal(1, 1)[0];
  }

  @TestFactory
  Stream<DynamicTest> noOrderAndNoTreatmentOfDenormalsCanBeSeen() {
    Stream<Row> random =
        LongStream.range(0, 40)
            .mapToObj(RandomPrograms::row)
            .map(row -> new Row(row.name(), row.program(DType.FLOAT64)));
    return Stream.concat(rows().stream(), random)
        .flatMap(
            row ->
                Stream.of(-460, -400, 0, 400, 520)
                    .map(
                        exponent ->
                            DynamicTest.dynamicTest(
                                row.name() + " at 2^" + exponent, () -> sameBits(row, exponent))));
  }

  @TestFactory
  Stream<DynamicTest> theOrderIsSeenWithoutIt() {
    return rows().stream()
        .filter(row -> !row.name().equals("sum pool"))
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.name(),
                    () -> {
                      RandomStream random = RandomStream.of(1, row.name());
                      List<double[]> arguments = row.arguments(() -> normal(random));
                      List<double[]> other = Adversary.run(row.program(), arguments, 2);
                      assertThat(Adversary.run(row.program(), arguments, 1).get(0))
                          .isNotEqualTo(other.get(0));
                    }));
  }

  private static void sameBits(Row row, int exponent) {
    RandomStream random = RandomStream.of(exponent, row.name());
    DoubleSupplier values =
        () ->
            switch (random.nextInt(12)) {
              case 0 -> 0.0;
              case 1 -> -0.0;
              case 2 -> Double.MIN_VALUE * random.nextInt(1000);
              case 3 -> -Double.MIN_NORMAL;
              case 4 -> Math.scalb(1.0, exponent);
              case 5 -> Math.scalb(normal(random), -969 + random.nextInt(20));
              default -> Math.scalb(normal(random), exponent - random.nextInt(60));
            };
    List<double[]> arguments = row.arguments(values);
    Program exact = exact(row.program());
    List<double[]> honest = honest(row.program(), arguments);
    Bits.check(row.name(), Adversary.run(exact, arguments, 1), honest);
    Bits.check(row.name(), Adversary.run(exact, arguments, 2), honest);
  }

  private static Program exact(Program program) {
    return ExactArithmetic.DEFAULT.apply(program);
  }

  private static List<double[]> honest(Program program, List<double[]> arguments) {
    return Runs.once(new ReferenceBackend(), program, Compilation.of(Numerics.EXACT), arguments);
  }

  @Test
  void whatIsTooLargeOrNotANumberMakesASumNotANumber() {
    Program sum = exact(rows().get(0).program());
    for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, 0x1p451}) {
      double[] x = new double[6000];
      x[17] = bad;
      assertThat(Adversary.run(sum, List.of(x), 1).get(0)).containsExactly(Double.NaN, 0, 0);
    }
  }

  /** Numbers of one column share a grid, those of two do not. */
  @Test
  void aSmallSumBesideALargeOneKeepsItsDigits() {
    Row columns = Row.of("columns", in -> List.of(in.get(0).sum(List.of(0))), new int[] {500, 3});
    double[] scales = {1e12, 1, 1e-12};
    double[] x = scaled(RandomStream.of(3, "columns").normal(1500, 1), scales, 1);
    double[] exact = Adversary.run(columns.exact(2), List.of(x), 1).get(0);
    double[] right = Adversary.run(columns.program(), List.of(x), 1).get(0);
    for (int i = 0; i < scales.length; i++) {
      assertThat(exact[i]).isCloseTo(right[i], within(1e-12 * scales[i] * 500));
    }
  }

  /**
   * A contraction has one grid for each operand: its error is bounded by the largest elements of
   * both, t L L′ 2<sup>−2b</sup>, in every element of the result, however small that is.
   */
  @Test
  void theErrorOfAProductIsBoundedByTheLargestElements() {
    int terms = 300;
    Row product =
        Row.of(
            "product",
            in -> List.of(in.get(0).matmul(in.get(1))),
            new int[] {2, terms},
            new int[] {terms, 5});
    double[] left =
        scaled(RandomStream.of(4, "left").uniform(2 * terms, -1, 1), new double[] {1e9, 1}, terms);
    double[] right = RandomStream.of(4, "right").uniform(5 * terms, -1, 1);
    double[] exact = Adversary.run(product.exact(2), List.of(left, right), 1).get(0);
    double[] plain = Adversary.run(product.program(), List.of(left, right), 1).get(0);
    double bound = terms * Math.scalb(1.0, 30 - 2 * Contractions.BITS);
    for (int i = 0; i < plain.length; i++) {
      assertThat(exact[i]).isCloseTo(plain[i], within(bound));
    }
    assertThat(Math.abs(exact[7] - plain[7]))
        .as("the small row has lost digits")
        .isGreaterThan(1e-9 * Math.abs(plain[7]));
  }

  /** The numbers, each run of so many times the next of some scales, again and again. */
  private static double[] scaled(double[] values, double[] scales, int run) {
    Arrays.setAll(values, i -> values[i] * scales[i / run % scales.length]);
    return values;
  }

  @Test
  void tinyNumbersAreRoundedOnAGridOfTheirOwn() {
    double[] x = new double[6000];
    x[0] = 0x1p-500;
    x[1] = 0x1p-520;
    double[] sum = Adversary.run(exact(rows().get(0).program()), List.of(x), 1).get(0);
    assertThat(sum[0]).isEqualTo(0x1p-500 + 0x1p-520);
  }

  @Test
  void refusesWhatItCannotMakeExact() {
    assertThatThrownBy(() -> new ExactArithmetic(4))
        .hasMessage(
            "ExactArithmetic: there must be 1, 2 or 3 slices, but there are 4. To fix: use 2.");
    Program narrow =
        Trace.program(
            List.of(new TensorType(DType.FLOAT32, Shape.of(2))), in -> List.of(in.get(0).sum()));
    assertThatThrownBy(() -> exact(narrow))
        .hasMessage(
            "exact numerics: floating-point values must be float64, but v0:f32[2] is not. To fix: build the program in Numerics.EXACT.dtype().");
    Program composite =
        Trace.program(
            List.of(new TensorType(DType.FLOAT64, Shape.of(2))),
            in -> in.get(0).trace().apply(new Relu(), in));
    assertThatThrownBy(() -> exact(composite)).hasMessageContaining("inline it first");
  }
}
