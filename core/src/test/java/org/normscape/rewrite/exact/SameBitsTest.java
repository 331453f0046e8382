package org.normscape.rewrite.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.normscape.ir.Elementwise;
import org.normscape.ir.Equation;
import org.normscape.ir.Layout;
import org.normscape.ir.Program;
import org.normscape.ir.Tensor;
import org.normscape.reference.Adversary;

/** The elementary functions on a machine that flushes denormals to zero. */
class SameBitsTest {

  private static final double[] POINTS =
      Stream.of(Points.line(), Points.positive(), Points.special())
          .flatMapToDouble(DoubleStream::of)
          .toArray();

  /** Of what elementary functions may consist. */
  private static final Class<?>[] ROUNDED_CORRECTLY = {
    Elementwise.Add.class,
    Elementwise.Subtract.class,
    Elementwise.Multiply.class,
    Elementwise.Divide.class,
    Elementwise.Sqrt.class,
    Elementwise.Absolute.class,
    Elementwise.Greater.class,
    Elementwise.Equal.class,
    Elementwise.Select.class,
    Elementwise.Maximum.class,
    Elementwise.Minimum.class,
    Layout.Fill.class
  };

  @TestFactory
  Stream<DynamicTest> denormalsDoNotCount() {
    return Functions.ALL.entrySet().stream()
        .map(f -> DynamicTest.dynamicTest(f.getKey(), () -> compare(f.getValue())));
  }

  private static void compare(UnaryOperator<Tensor> function) {
    long[] kept = canonical(Functions.values(function, POINTS));
    long[] flushed = canonical(flushing(function));
    int different = Arrays.mismatch(kept, flushed);
    assertThat(different).as("at %s", POINTS[Math.max(different, 0)]).isNegative();
  }

  private static double[] flushing(UnaryOperator<Tensor> function) {
    return Adversary.run(Functions.program(function, POINTS.length), List.of(POINTS), 1).get(0);
  }

  /** The bits that a result has in the end: see {@link Form#RAW}. */
  private static long[] canonical(double[] results) {
    return DoubleStream.of(results)
        .map(Forms::canonical)
        .mapToLong(Double::doubleToLongBits)
        .toArray();
  }

  @Test
  void functionsConsistOfCorrectlyRoundedOperations() {
    for (Map.Entry<String, UnaryOperator<Tensor>> f : Functions.ALL.entrySet()) {
      Program program = Functions.program(f.getValue(), 1);
      assertThat(program.equations())
          .as(f.getKey())
          .extracting(Equation::operation)
          .hasOnlyElementsOfTypes(ROUNDED_CORRECTLY);
    }
  }
}
