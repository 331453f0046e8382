package org.normscape.backend.nd4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.backend.Compilation;
import org.normscape.backend.Device;
import org.normscape.backend.Executable;
import org.normscape.backend.Numerics;
import org.normscape.ir.DType;
import org.normscape.ir.Padding;
import org.normscape.ir.Shape;
import org.normscape.ir.Stride;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.ir.Trace;
import org.normscape.ir.WindowShape;

/** NaN is the largest element, and the first one wins, however large the tensor is. */
final class Nd4jMaximaTest {

  private static final double NAN = Double.NaN;

  private static double[] run(Shape shape, double[] x, UnaryOperator<Tensor> body) {
    return run(new TensorType(DType.FLOAT64, shape), x, body);
  }

  private static double[] run(TensorType type, double[] x, UnaryOperator<Tensor> body) {
    var program = Trace.program(List.of(type), in -> List.of(body.apply(in.get(0))));
    try (Backend backend = new Nd4jBackend(Device.CPU);
        Executable executable = backend.compile(program, Compilation.of(Numerics.PRECISE));
        Array argument = backend.array(type, x);
        Array result = executable.run(List.of(argument)).get(0)) {
      return result.toDoubles();
    }
  }

  private static double[] rising(int count) {
    double[] x = new double[count];
    Arrays.setAll(x, i -> i - count);
    return x;
  }

  @ParameterizedTest
  @CsvSource({
    "1,3,1",
    "1,100000,1",
    "5,7,1",
    "300,700,1",
    "2,70000,1",
    "3,5,4",
    "40,30,200",
    "70000,2,1"
  })
  void maxIsNaNWhereThereIsOne(int outer, int count, int inner) {
    double[] x = rising(outer * count * inner);
    Shape shape = Shape.of(outer, count, inner);
    for (int place : new int[] {0, count / 2, count - 1}) {
      double[] broken = x.clone();
      broken[place * inner] = NAN;

      double[] max = run(shape, broken, t -> t.max(List.of(1)));

      assertThat(max[0]).isNaN();
      for (int i = 1; i < max.length; i++) {
        int last = (i / inner * count + count - 1) * inner + i % inner;
        assertThat(max[i]).isEqualTo(x[last]);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = DType.class,
      names = {"FLOAT32", "FLOAT64"})
  void argMaxTakesTheFirstNaN(DType dtype) {
    double[] x = {1, NAN, 3, NAN, NAN, 2, 9, 9, 1, 2, 3, NAN};

    double[] argMax = run(new TensorType(dtype, Shape.of(4, 3)), x, Tensor::argMax);

    assertThat(argMax).containsExactly(1, 0, 0, 2);
  }

  @ParameterizedTest
  @EnumSource(
      value = DType.class,
      names = {"FLOAT32", "FLOAT64"})
  void poolingTakesTheFirstNaN(DType dtype) {
    TensorType type = new TensorType(dtype, Shape.of(1, 2, 4, 1));
    double[] x = {9, NAN, 1, 2, NAN, 8, 4, NAN};
    WindowShape square = WindowShape.square(2);

    assertThat(run(type, x, t -> t.maxPool(square))).containsExactly(NAN, NAN);
    assertThat(run(type, x, t -> t.maxPoolGather(t.equalTo(t), square))).containsExactly(0, 0);
    assertThat(run(type, x, t -> t.maxPoolScatter(t.maxPool(square).zeros().plus(1), square)))
        .containsExactly(0, 1, 0, 0, 0, 0, 0, 1);
  }

  @ParameterizedTest
  @CsvSource({"1,3", "2,3", "1,2", "3,2"})
  void overlappingWindowsAddUp(int stride, int kernel) {
    WindowShape window = new WindowShape(kernel, kernel, Stride.of(stride), Padding.of(1));
    Shape shape = Shape.of(2, 9, 8, 3);
    double[] x = rising(shape.size());
    x[shape.size() / 2] = NAN;

    double[] scattered =
        run(shape, x, t -> t.maxPoolScatter(t.maxPool(window).zeros().plus(1), window));
    double[] pooled = run(shape, x, t -> t.maxPool(window));

    assertThat(Arrays.stream(scattered).sum()).isEqualTo(pooled.length);
    assertThat(scattered[shape.size() / 2]).isPositive();
  }

  @ParameterizedTest
  @CsvSource({"NaN,1", "1,NaN", "NaN,NaN"})
  void extremaAndSignKeepNaN(double left, double right) {
    UnaryOperator<Tensor> other = t -> t.transpose(List.of(1, 0));
    Shape shape = Shape.of(2, 2);
    double[] x = {0, left, right, 0};

    assertThat(run(shape, x, t -> t.maximum(other.apply(t)))).containsExactly(0, NAN, NAN, 0);
    assertThat(run(shape, x, t -> t.minimum(other.apply(t)))).containsExactly(0, NAN, NAN, 0);
    assertThat(run(Shape.of(1), new double[] {NAN}, t -> t.maximum(t.zeros()))).containsOnly(NAN);
    assertThat(run(Shape.of(1), new double[] {NAN}, Tensor::sign)).containsOnly(NAN);
  }
}
