package org.normscape.contract.cases;

import static org.normscape.contract.cases.Derivatives.CHOSEN;
import static org.normscape.contract.cases.Derivatives.NONE;
import static org.normscape.contract.cases.Sampler.awayFromZero;
import static org.normscape.contract.cases.Sampler.distinct;
import static org.normscape.contract.cases.Sampler.normal;
import static org.normscape.contract.cases.Sampler.positive;
import static org.normscape.contract.cases.Sampler.slowly;
import static org.normscape.contract.cases.Sampler.uniform;
import static org.normscape.contract.cases.Sampler.whole;

import java.util.List;
import java.util.stream.Stream;
import org.normscape.ir.DType;
import org.normscape.ir.Elementwise.Absolute;
import org.normscape.ir.Elementwise.Add;
import org.normscape.ir.Elementwise.Cast;
import org.normscape.ir.Elementwise.Divide;
import org.normscape.ir.Elementwise.Equal;
import org.normscape.ir.Elementwise.Erf;
import org.normscape.ir.Elementwise.Exp;
import org.normscape.ir.Elementwise.Greater;
import org.normscape.ir.Elementwise.GreaterOrEqual;
import org.normscape.ir.Elementwise.Log;
import org.normscape.ir.Elementwise.Maximum;
import org.normscape.ir.Elementwise.Minimum;
import org.normscape.ir.Elementwise.Multiply;
import org.normscape.ir.Elementwise.Negate;
import org.normscape.ir.Elementwise.Power;
import org.normscape.ir.Elementwise.ReciprocalSqrt;
import org.normscape.ir.Elementwise.Select;
import org.normscape.ir.Elementwise.Sigmoid;
import org.normscape.ir.Elementwise.Sign;
import org.normscape.ir.Elementwise.Softplus;
import org.normscape.ir.Elementwise.Sqrt;
import org.normscape.ir.Elementwise.StopGradient;
import org.normscape.ir.Elementwise.Subtract;
import org.normscape.ir.Elementwise.Tanh;
import org.normscape.ir.Operation;

/** The rows for elementwise primitives. */
final class ElementwiseCases {

  private static final double INFINITY = Double.POSITIVE_INFINITY;

  /** Numbers that are easily got wrong, but defined everywhere in IEEE 754 arithmetic. */
  private static final double[] AWKWARD = {
    0, -0.0, 1, -1, 3e-30, -2e30, INFINITY, -INFINITY, Double.NaN, 0.1
  };

  private static final double[] ORDERED = {0, -0.0, 1, -1, 3e-30, -2e30, INFINITY, -INFINITY};

  private static final double TINY = 1e-310;

  private ElementwiseCases() {}

  static List<Case> all() {
    return Stream.of(arithmetic(), order(), kinks(), functions(), special(), conversions())
        .flatMap(x -> x)
        .toList();
  }

  private static Stream<Case> arithmetic() {
    return Stream.of(new Add(), new Subtract(), new Multiply(), new Divide())
        .flatMap(
            op ->
                Stream.of(
                    Case.of("odd extents", op, of(normal(), 3, 5, 7), of(positive(), 3, 5, 7)),
                    Case.of("scalars", op, of(normal()), of(positive())),
                    Case.of("one element", op, of(normal(), 1, 1), of(positive(), 1, 1)),
                    Case.of("not finite", op, every(AWKWARD), each(AWKWARD)).with(NONE),
                    // Denormal operands and results may be made zero; normal ones may not.
                    Case.of("denormal", op, every(TINY, 1e-40, 1), each(1, 2, 4))
                        .within(Tolerance.exactly().orFlushed())
                        .with(NONE)));
  }

  private static Stream<Case> order() {
    Stream<Operation> comparisons =
        Stream.of(new Greater(), new GreaterOrEqual(), new Equal(), new Maximum(), new Minimum());
    Stream<Case> all =
        comparisons.flatMap(
            op ->
                Stream.of(
                    Case.of("apart", op, of(uniform(-2, 0), 4, 3), of(uniform(0.2, 2), 4, 3)),
                    Case.of("the other way", op, of(positive(), 5), of(uniform(-2, 0), 5)),
                    Case.of("mixed", op, of(distinct(), 9), of(Sampler.of(0.01, -0.02), 9))
                        .with(CHOSEN),
                    Case.of("ties", op, of(whole(3), 6, 7), of(whole(3), 6, 7)).with(CHOSEN),
                    Case.of("infinite", op, every(ORDERED), each(ORDERED)).with(NONE)));
    Stream<Case> nan =
        Stream.of(new Greater(), new GreaterOrEqual(), new Equal())
            .map(op -> Case.of("nan compares false", op, every(AWKWARD), each(AWKWARD)).with(NONE));
    Stream<Case> extremes =
        Stream.of(new Maximum(), new Minimum())
            .map(op -> Case.of("nan wins", op, every(AWKWARD), each(AWKWARD)).with(NONE));
    return Stream.of(all, nan, extremes).flatMap(x -> x);
  }

  private static Stream<Case> kinks() {
    return Stream.of(
        Case.of("odd extents", new Negate(), of(normal(), 3, 5)),
        Case.of("odd extents", new Absolute(), of(awayFromZero(), 3, 5)),
        Case.of("odd extents", new Sign(), of(awayFromZero(), 3, 5)),
        Case.of("at zero", new Absolute(), of(whole(2), 7)).with(CHOSEN),
        Case.of("at zero", new Sign(), of(Sampler.of(0, -0.0, 1), 6)).with(CHOSEN),
        Case.of("awkward", new Negate(), every(AWKWARD)).with(NONE),
        Case.of("awkward", new Absolute(), every(AWKWARD)).with(NONE),
        Case.of("awkward", new Sign(), every(AWKWARD)).with(NONE),
        Case.of("odd extents", new Select(), of(whole(2), 3, 5), of(normal(), 3, 5), matrix())
            .with(CHOSEN),
        Case.of("scalars", new Select(), of(Sampler.of(1)), of(normal()), of(normal())),
        Case.of(
                "the mask is what is not zero",
                new Select(),
                of(Sampler.of(0, -0.0, 2.5, -1, 1e-3), 5),
                of(normal(), 5),
                of(normal(), 5))
            .with(CHOSEN),
        Case.of(
                "what is not chosen has no influence",
                new Select(),
                of(Sampler.of(1, 0), 6),
                of(Sampler.of(1, Double.NaN, 2, INFINITY), 6),
                of(Sampler.of(Double.NaN, 3, -INFINITY, 4), 6))
            .with(NONE));
  }

  private static Stream<Case> functions() {
    return Stream.concat(
        Stream.of(new Exp(), new Tanh(), new Sigmoid(), new Softplus(), new Erf())
            .flatMap(op -> shapes(op, normal())),
        Stream.of(
                new Log(),
                new Sqrt(),
                new ReciprocalSqrt(),
                new Power(3),
                new Power(2),
                new Power(1.5),
                new Power(0.5),
                new Power(-0.5),
                new Power(-1),
                new Power(-2),
                new Power(1),
                new Power(0))
            .flatMap(op -> shapes(op, positive())));
  }

  private static Stream<Case> shapes(Operation op, Sampler sampler) {
    return Stream.of(
        Case.of(op.text() + " odd extents", op, of(sampler, 3, 5, 7)),
        Case.of(op.text() + " scalar", op, of(sampler)));
  }

  private static Stream<Case> special() {
    Tolerance flushed = Tolerances.FUNCTION.orFlushed();
    return Stream.of(
            Case.of("large and small", new Exp(), every(-100, -87, -1e-7, 0, 1e-7, 50, 88))
                .within(flushed),
            Case.of("not finite", new Exp(), every(-INFINITY, INFINITY, Double.NaN, 1000, -1000)),
            Case.of("large and small", new Log(), every(1e-37, 1e-5, 0.999, 1.001, 1e30)),
            Case.of("not finite", new Log(), every(0, -1, INFINITY, Double.NaN)),
            Case.of("large and small", new Sqrt(), every(0, -0.0, 1e-30, 3, 1e30)),
            Case.of("not finite", new Sqrt(), every(-1, INFINITY, Double.NaN)),
            Case.of("large and small", new ReciprocalSqrt(), every(1e-30, 1e-5, 3, 1e30)),
            Case.of("not finite", new ReciprocalSqrt(), every(0, INFINITY, -1)),
            Case.of("whole powers of negative numbers", new Power(3), every(-2, -0.5, 0, 1.5)),
            Case.of("even powers of negative numbers", new Power(2), every(-2, -0.5, 0, 1.5)),
            Case.of("zero to the zero is one", new Power(0), every(-2, 0, 3)),
            Case.of("one over zero", new Power(-1), every(-2, 0, 4)),
            // ND4J's float32 tanh is off by thousands of units in the last place near 0.
            Case.of("near zero", new Tanh(), every(1e-4, -1e-4, 1e-3, -1e-3, 1e-2, 0.1, 0, 1e-6)),
            Case.of("near zero", new Erf(), every(1e-30, -1e-4, 1e-3, 1e-2, 0.1, 0, 1e-6, -0.0)),
            Case.of("where it bends", new Erf(), every(0.3, -0.7, 0.999, 1, 1.001, -1.5, 2, 3)),
            Case.of("saturated", new Erf(), every(-1000, -6, -5, -4, 4, 5, 6, 1000, INFINITY)),
            Case.of("not a number", new Erf(), every(Double.NaN, -INFINITY, 1)),
            Case.of("saturated", new Tanh(), every(-1000, -30, -9, 9, 30, 1000, INFINITY)),
            Case.of("saturated", new Sigmoid(), every(-1000, -100, -50, -18, 18, 50, 1000))
                .within(flushed),
            Case.of("saturated", new Softplus(), every(-1000, -100, -50, -18, -9, 9, 18, 50, 1000))
                .within(flushed))
        .map(row -> row.with(NONE));
  }

  private static Stream<Case> conversions() {
    return Stream.of(
        Case.of("to float32", new Cast(DType.FLOAT32), of(normal(), 3, 5)).with(CHOSEN),
        Case.of("to float64", new Cast(DType.FLOAT64), of(normal(), 3, 5)),
        Case.of("rounds to nearest", new Cast(DType.FLOAT32), every(0.1, 1e-30, 1e300, 16777217))
            .with(NONE),
        Case.of("labels to float64", new Cast(DType.FLOAT64), ints()),
        Case.of("labels to float32", new Cast(DType.FLOAT32), ints()),
        Case.of("nothing flows", new StopGradient(), of(normal(), 3, 5)).with(CHOSEN));
  }

  private static Input ints() {
    return Input.int32(Sampler.of(0, -1, 7, 16777217, Integer.MAX_VALUE, Integer.MIN_VALUE), 2, 3);
  }

  private static Input matrix() {
    return of(normal(), 3, 5);
  }

  private static Input of(Sampler sampler, int... dims) {
    return Input.of(sampler, dims);
  }

  /** These numbers, as often as there are of them. */
  private static Input every(double... values) {
    return of(Sampler.of(values), values.length, values.length);
  }

  /** Each of these numbers as often as there are of them. */
  private static Input each(double... values) {
    return of(slowly(values), values.length, values.length);
  }
}
