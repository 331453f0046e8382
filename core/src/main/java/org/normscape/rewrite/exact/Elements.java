package org.normscape.rewrite.exact;

import static java.util.Map.entry;
import static org.normscape.rewrite.exact.Form.CANONICAL;
import static org.normscape.rewrite.exact.Form.RAW;
import static org.normscape.rewrite.exact.Form.SIGNED_ZERO;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.normscape.ir.Elementwise;
import org.normscape.ir.Tensor;
import org.normscape.ir.Trace;

/**
 * Elementwise operations, which IEEE 754 rounds correctly or {@link ElementaryFunctions} writes in
 * such: each gets its operands in the form that makes its result the same everywhere.
 */
final class Elements {

  /**
   * What holds of an operation.
   *
   * @param needed the least form in which each operand may be
   * @param result the form of the result, given those of the operands
   */
  private record Law(List<Form> needed, Function<List<Form>, Form> result) {

    static Law unary(Form needed, Function<Form, Form> result) {
      return new Law(List.of(needed), in -> result.apply(in.get(0)));
    }

    static Law binary(Form left, Form right, Function<List<Form>, Form> result) {
      return new Law(List.of(left, right), result);
    }
  }

  private static final Law PRODUCT = Law.binary(SIGNED_ZERO, SIGNED_ZERO, in -> RAW);
  private static final Law CHOICE = Law.binary(RAW, RAW, in -> in.get(0).and(in.get(1)));
  private static final Law COMPARISON = Law.binary(SIGNED_ZERO, SIGNED_ZERO, in -> CANONICAL);
  private static final Law FUNCTION = Law.unary(CANONICAL, in -> RAW);

  /**
   * The laws. (+0) + (±0) is +0, as is (+0) − (±0), but (−0) − (+0) is −0: hence the results of
   * sums and differences. A quotient by ±0 shows the sign of the zero.
   */
  private static final Map<Class<? extends Elementwise>, Law> LAWS =
      Map.ofEntries(
          entry(
              Elementwise.Add.class,
              Law.binary(SIGNED_ZERO, SIGNED_ZERO, in -> in.get(0).or(in.get(1)))),
          entry(Elementwise.Subtract.class, Law.binary(SIGNED_ZERO, SIGNED_ZERO, in -> in.get(0))),
          entry(Elementwise.Multiply.class, PRODUCT),
          entry(Elementwise.Divide.class, Law.binary(SIGNED_ZERO, CANONICAL, in -> RAW)),
          entry(Elementwise.Maximum.class, CHOICE),
          entry(Elementwise.Minimum.class, CHOICE),
          entry(Elementwise.Greater.class, COMPARISON),
          entry(Elementwise.GreaterOrEqual.class, COMPARISON),
          entry(Elementwise.Equal.class, COMPARISON),
          entry(
              Elementwise.Select.class,
              new Law(List.of(SIGNED_ZERO, RAW, RAW), in -> in.get(1).and(in.get(2)))),
          entry(Elementwise.Negate.class, Law.unary(RAW, SIGNED_ZERO::and)),
          entry(
              Elementwise.Absolute.class, Law.unary(RAW, in -> in == SIGNED_ZERO ? CANONICAL : in)),
          entry(Elementwise.Sign.class, Law.unary(SIGNED_ZERO, in -> in)),
          entry(Elementwise.Sqrt.class, Law.unary(SIGNED_ZERO, in -> in)),
          entry(Elementwise.Exp.class, FUNCTION),
          entry(Elementwise.Log.class, FUNCTION),
          entry(Elementwise.ReciprocalSqrt.class, FUNCTION),
          entry(Elementwise.Power.class, FUNCTION),
          entry(Elementwise.Tanh.class, FUNCTION),
          entry(Elementwise.Sigmoid.class, FUNCTION),
          entry(Elementwise.Softplus.class, FUNCTION),
          entry(Elementwise.Erf.class, FUNCTION),
          entry(Elementwise.StopGradient.class, Law.unary(RAW, in -> in)),
          entry(Elementwise.Cast.class, Law.unary(RAW, in -> in)));

  private final Forms forms;
  private final ElementaryFunctions functions = new ElementaryFunctions();

  Elements(Forms forms) {
    this.forms = forms;
  }

  /** The result for operands of any form. */
  Tensor apply(Trace trace, Elementwise operation, List<Tensor> operands) {
    Law law = Objects.requireNonNull(LAWS.get(operation.getClass()), operation::name);
    List<Tensor> inputs =
        IntStream.range(0, operands.size())
            .mapToObj(i -> forms.in(law.needed().get(i), operands.get(i)))
            .toList();
    return forms.note(
        functions
            .apply(trace, operation, inputs)
            .orElseGet(() -> trace.apply(operation, inputs))
            .get(0),
        law.result().apply(inputs.stream().map(forms::of).toList()));
  }
}
