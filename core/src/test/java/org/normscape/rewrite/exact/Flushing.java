package org.normscape.rewrite.exact;

import static java.util.Map.entry;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleBinaryOperator;
import org.normscape.ir.Elementwise;
import org.normscape.ir.Equation;
import org.normscape.ir.Layout;
import org.normscape.ir.Operation;
import org.normscape.ir.Program;
import org.normscape.ir.Var;

/**
 * A machine that takes and gives zeros, signed, for denormals, and whose maximum and minimum are
 * those of the processor: the second operand unless the first compares as better.
 *
 * <p>It knows no more than the operations of which elementary functions may consist.
 */
final class Flushing {

  private static final Map<Class<? extends Operation>, DoubleBinaryOperator> OPERATIONS =
      Map.ofEntries(
          entry(Elementwise.Add.class, (x, y) -> x + y),
          entry(Elementwise.Subtract.class, (x, y) -> x - y),
          entry(Elementwise.Multiply.class, (x, y) -> x * y),
          entry(Elementwise.Divide.class, (x, y) -> x / y),
          entry(Elementwise.Sqrt.class, (x, y) -> Math.sqrt(x)),
          entry(Elementwise.Absolute.class, (x, y) -> Math.abs(x)),
          entry(Elementwise.Greater.class, (x, y) -> x > y ? 1 : 0),
          entry(Elementwise.GreaterOrEqual.class, (x, y) -> x >= y ? 1 : 0),
          entry(Elementwise.Equal.class, (x, y) -> x == y ? 1 : 0),
          entry(Elementwise.Maximum.class, (x, y) -> x > y ? x : y),
          entry(Elementwise.Minimum.class, (x, y) -> x < y ? x : y));

  private Flushing() {}

  /** Whether an operation is among those that elementary functions may consist of. */
  static boolean knows(Operation operation) {
    return OPERATIONS.containsKey(operation.getClass())
        || operation instanceof Elementwise.Select
        || operation instanceof Layout.Fill;
  }

  /** The result of a program of one vector. */
  static double[] run(Program program, double[] argument) {
    Map<Var, double[]> values = new HashMap<>();
    values.put(program.parameters().get(0), argument);
    for (Equation e : program.equations()) {
      List<double[]> in =
          e.inputs().stream().map(v -> Objects.requireNonNull(values.get(v))).toList();
      double[] result = new double[argument.length];
      Arrays.setAll(result, i -> apply(e.operation(), in, i));
      values.put(e.outputs().get(0), result);
    }
    return Objects.requireNonNull(values.get(program.results().get(0)));
  }

  private static double apply(Operation operation, List<double[]> in, int i) {
    if (operation instanceof Layout.Fill fill) {
      return fill.value();
    }
    if (operation instanceof Elementwise.Select) {
      return in.get(0)[i] == 0 ? in.get(2)[i] : in.get(1)[i];
    }
    DoubleBinaryOperator function = Objects.requireNonNull(OPERATIONS.get(operation.getClass()));
    double x = flushed(in.get(0)[i]);
    double y = flushed(in.get(in.size() - 1)[i]);
    return flushed(function.applyAsDouble(x, y));
  }

  private static double flushed(double x) {
    return Math.abs(x) < Double.MIN_NORMAL ? Math.copySign(0, x) : x;
  }
}
