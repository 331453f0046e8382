package org.normscape.backend.nd4j.fusion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.Compilation;
import org.normscape.backend.Device;
import org.normscape.backend.Executable;
import org.normscape.backend.Numerics;
import org.normscape.backend.nd4j.Nd4jBackend;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.ir.Trace;

/** Steps that run together compute, to the bit, what Java does one element after the other. */
final class FusionTest {

  private static final Backend BACKEND = new Nd4jBackend(Device.CPU);

  @AfterAll
  static void close() {
    BACKEND.close();
  }

  private static double[] numbers(int count, int seed) {
    Random random = new Random(seed);
    double[] x = new double[count];
    Arrays.setAll(x, i -> random.nextGaussian() * Math.exp(3 * random.nextGaussian()));
    return x;
  }

  private static double[] made(int count, IntToDoubleFunction element) {
    return IntStream.range(0, count).mapToDouble(element).toArray();
  }

  private static List<double[]> run(
      Compilation compilation,
      List<double[]> arguments,
      List<Shape> shapes,
      UnaryOperator<List<Tensor>> body) {
    List<TensorType> types =
        shapes.stream().map(s -> new TensorType(Numerics.PRECISE.dtype(), s)).toList();
    try (Executable executable = BACKEND.compile(Trace.program(types, body), compilation)) {
      List<Array> in =
          IntStream.range(0, types.size())
              .mapToObj(i -> BACKEND.array(types.get(i), arguments.get(i)))
              .toList();
      List<Array> out = executable.run(in);
      List<double[]> values = out.stream().map(Array::toDoubles).toList();
      in.forEach(Array::close);
      out.forEach(Array::close);
      return values;
    }
  }

  private static List<Tensor> slices(Tensor x) {
    Tensor high = x.plus(0x1.8p40).minus(0x1.8p40);
    Tensor low = x.minus(high).plus(0x1.8p20).minus(0x1.8p20);
    return List.of(high, low);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 1023, 1024, 1025, 100_000, 400_001})
  void slicesAreThoseOfJava(int count) {
    double[] x = numbers(count, 1);

    List<double[]> slices =
        run(
            Compilation.of(Numerics.PRECISE),
            List.of(x),
            List.of(Shape.of(count)),
            in -> slices(in.get(0)));

    double[] high = made(count, i -> (x[i] + 0x1.8p40) - 0x1.8p40);
    double[] low = made(count, i -> ((x[i] - high[i]) + 0x1.8p20) - 0x1.8p20);
    assertThat(slices.get(0)).isEqualTo(high);
    assertThat(slices.get(1)).isEqualTo(low);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 64, 1000, 3000})
  void vectorsAreRepeatedAlongEitherAxis(int width) {
    int rows = 300_000 / width;
    double[] x = numbers(rows * width, 1);
    double[] perColumn = numbers(width, 2);
    double[] perRow = numbers(rows, 3);
    Shape shape = Shape.of(rows, width);

    double[] z =
        run(
                Compilation.of(Numerics.PRECISE),
                List.of(x, perColumn, perRow),
                List.of(shape, Shape.of(width), Shape.of(rows)),
                in ->
                    List.of(
                        in.get(0)
                            .minus(in.get(1).broadcast(shape, List.of(0)))
                            .times(in.get(2).broadcast(shape, List.of(1)))))
            .get(0);

    assertThat(z).isEqualTo(made(z.length, i -> (x[i] - perColumn[i % width]) * perRow[i / width]));
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 500_000})
  void everyOperatorIsThatOfJava(int count) {
    double[] x = numbers(count, 1);
    double[] y = numbers(count, 2);
    x[0] = Double.NaN;
    x[1] = Double.NEGATIVE_INFINITY;
    y[2] = x[2];

    double[] z =
        run(
                Compilation.of(Numerics.PRECISE),
                List.of(x, y),
                List.of(Shape.of(count), Shape.of(count)),
                in -> List.of(every(in.get(0), in.get(1))))
            .get(0);

    assertThat(z).isEqualTo(made(count, i -> every(x[i], y[i])));
  }

  private static Tensor every(Tensor x, Tensor y) {
    Tensor sum = x.absolute().sqrt().plus(y.negate().minimum(x)).dividedBy(y.maximum(x));
    Tensor signs = x.sign().plus(x.greater(y)).plus(x.greaterOrEqual(y).times(2));
    return x.equalTo(y).select(sum, signs.greater(signs.filled(1)).select(sum.times(3), signs));
  }

  private static double every(double x, double y) {
    double sum = (Math.sqrt(Math.abs(x)) + Math.min(-y, x)) / Math.max(y, x);
    double signs = Math.signum(x) + (x > y ? 1 : 0) + (x >= y ? 2 : 0);
    return x == y ? sum : signs > 1 ? sum * 3 : signs;
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 1024, 300_000})
  void theLargestMagnitudeIsFoundOnTheWay(int count) {
    double[] x = numbers(count, 4);

    List<double[]> found =
        run(
            Compilation.of(Numerics.PRECISE),
            List.of(x),
            List.of(Shape.of(count)),
            in -> {
              Tensor doubled = in.get(0).times(2);
              Tensor largest = doubled.absolute().max(List.of(0));
              Shape shape = in.get(0).shape();
              return List.of(largest, doubled.dividedBy(largest.broadcast(shape, List.of(0))));
            });

    double largest = Arrays.stream(x).map(v -> Math.abs(2 * v)).max().orElseThrow();
    assertThat(found.get(0)).containsExactly(largest);
    assertThat(found.get(1)).isEqualTo(made(count, i -> 2 * x[i] / largest));
  }

  @ParameterizedTest
  @CsvSource({"1,3000,7", "5,3000,7", "3,70001,2", "2,200000,1", "300,4,1024", "2,5,1025"})
  void eachSectionIsSummedOnTheWay(int sections, int count, int width) {
    double[] x = made(sections * count * width, i -> i % 1009 - 504);
    double[] y = made(sections * width, i -> i % 31 - 15);
    Shape shape = Shape.of(sections, count, width);

    List<double[]> sums =
        run(
            Compilation.of(Numerics.PRECISE),
            List.of(x, y),
            List.of(shape, Shape.of(sections, width)),
            in -> {
              Tensor shifted = in.get(0).minus(in.get(1).broadcast(shape, List.of(1)));
              return List.of(shifted.sum(List.of(1)), shifted.times(shifted).sum(List.of(1)));
            });

    double[] sum = new double[sections * width];
    double[] squares = new double[sections * width];
    for (int i = 0; i < x.length; i++) {
      int place = i / (count * width) * width + i % width;
      double shifted = x[i] - y[place];
      sum[place] += shifted;
      squares[place] += shifted * shifted;
    }
    assertThat(sums.get(0)).isEqualTo(sum);
    assertThat(sums.get(1)).isEqualTo(squares);
  }

  @Test
  void resultsInTheMemoryOfArgumentsAreRight() {
    double[] x = numbers(50_000, 1);
    double[] y = numbers(50_000, 2);
    Shape shape = Shape.of(50_000);

    List<double[]> updated =
        run(
            Compilation.of(Numerics.PRECISE).donating(0, 2),
            List.of(x, y),
            List.of(shape, shape),
            in -> {
              Tensor velocity = in.get(1).times(0.9).plus(in.get(0));
              return List.of(in.get(0).minus(velocity.times(0.1)), velocity);
            });

    double[] velocity = made(x.length, i -> y[i] * 0.9 + x[i]);
    assertThat(updated.get(1)).isEqualTo(velocity);
    assertThat(updated.get(0)).isEqualTo(made(x.length, i -> x[i] - velocity[i] * 0.1));
  }
}
