package org.normscape.rewrite.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.normscape.ir.Equation;
import org.normscape.ir.Program;
import org.normscape.ir.Tensor;

/** The elementary functions on a machine that flushes denormals to zero. */
class SameBitsTest {

  private static final double[] POINTS =
      Stream.of(Points.line(), Points.positive(), Points.special())
          .flatMapToDouble(DoubleStream::of)
          .toArray();

  @TestFactory
  Stream<DynamicTest> denormalsDoNotCount() {
    return Functions.ALL.entrySet().stream()
        .map(f -> DynamicTest.dynamicTest(f.getKey(), () -> compare(f.getValue())));
  }

  private static void compare(UnaryOperator<Tensor> function) {
    long[] kept = canonical(Functions.values(function, POINTS));
    long[] flushed = canonical(Flushing.run(Functions.program(function, POINTS.length), POINTS));
    int different = Arrays.mismatch(kept, flushed);
    assertThat(different).as("at %s", POINTS[Math.max(different, 0)]).isNegative();
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
          .allMatch(Flushing::knows);
    }
  }
}
